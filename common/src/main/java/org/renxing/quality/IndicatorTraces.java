package org.renxing.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what the detectors see of the cells of one indicator. */
final class IndicatorTraces {
  private final Expectation seen;
  private final Traces traces = new Traces();
  private final SortedMap<Integer, List<Candidate.Note>> notes = new TreeMap<>();

  IndicatorTraces(Expectation seen) {
    this.seen = seen;
  }

  void add(Finding finding) {
    traces.add(finding);
  }

  /** Makes a cell a candidate. */
  void keep(int cell) {
    notes.computeIfAbsent(cell, i -> new ArrayList<>());
  }

  /** Makes a cell a candidate, with a note for the second stage. */
  void keep(int cell, Candidate.Note note) {
    notes.computeIfAbsent(cell, i -> new ArrayList<>()).add(note);
  }

  /** All that was gathered. */
  Traces traces() {
    Traces out = new Traces();
    out.addAll(traces);
    notes.forEach((cell, own) -> out.add(new Candidate(seen.at(cell), own)));
    return out;
  }
}
