package org.renxing.config;

/** What readers share: where keys stand, and the problems found so far. */
record Reading(Report report, Places places) {

  void problem(Place place, String path, String message) {
    report.add(Problem.of(place, path, message));
  }
}
