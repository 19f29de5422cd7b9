package org.renxing.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.ProjectionRules;
import org.renxing.model.ProjectionRules.Path;
import org.renxing.model.ProjectionRules.Range;
import org.renxing.model.ProjectionRules.Step;
import org.renxing.model.YearRange;

/** Reads scenarios of growth: by name, then by the last year of each step, four ranges. */
record ProjectionReader(Binder binder) {
  private static final int MOST_YEARS = 200;
  private static final List<String> DRIVERS =
      List.of("population", "gdp-per-capita", "energy-intensity", "carbon-intensity");

  /**
   * The rules of a section.
   *
   * @param years of the scenario; their last is the base year
   */
  Optional<ProjectionRules> read(Section s, Optional<YearRange> years) {
    List<Path> paths = new ArrayList<>();
    Section named = s.section("paths");
    for (Map.Entry<String, Section> path : named.children().entrySet()) {
      path(path.getKey(), path.getValue(), years).ifPresent(paths::add);
    }
    if (named.keys().isEmpty()) {
      s.problem("paths", "name at least one scenario of growth");
    }
    named.finish();
    paths.sort(Comparator.comparing(Path::name));
    Map<String, Object> given = new HashMap<>();
    given.put("paths", paths);
    return binder.bind(s, ProjectionRules.class, given);
  }

  private static Optional<Path> path(String name, Section s, Optional<YearRange> years) {
    if (!name.matches("[a-z][a-z0-9-]{0,99}")) {
      s.problem("a scenario's name has small letters, digits and - and begins with a letter");
    }
    List<Step> steps = new ArrayList<>();
    s.children().forEach((to, section) -> step(to, section, years).ifPresent(steps::add));
    if (s.keys().isEmpty()) {
      s.problem("needs steps by their last year, such as 2030 { population = [-0.002, 0, 0.001] }");
    }
    steps.sort(Comparator.comparingInt(Step::to));
    return s.build(() -> new Path(name, steps));
  }

  private static Optional<Step> step(String to, Section s, Optional<YearRange> years) {
    int base = years.map(YearRange::last).orElse(0);
    int year = to.matches("[1-9][0-9]{3}") ? Integer.parseInt(to) : 0;
    if (year == 0) {
      s.problem("'" + to + "' is no year; a step is named by its last year");
    } else if (years.isPresent() && (year <= base || year > base + MOST_YEARS)) {
      s.problem(
          "a step ends after the last year of the scenario, %d, and by %d"
              .formatted(base, base + MOST_YEARS));
    }
    List<Range> ranges = new ArrayList<>();
    for (String driver : DRIVERS) {
      List<Double> rate = s.numbers(driver);
      if (!s.isTroubled(driver)) {
        requireRange(s, driver, rate);
      }
      if (rate.size() == 3) {
        ranges.add(new Range(rate.get(0), rate.get(1), rate.get(2)));
      }
    }
    return s.build(() -> new Step(year, ranges));
  }

  private static void requireRange(Section s, String driver, List<Double> rate) {
    boolean isRange = rate.size() == 3 && rate.get(0) <= rate.get(1) && rate.get(1) <= rate.get(2);
    if (!isRange) {
      s.problem(driver, "needs the lowest, most likely and highest growth a year, upwards");
    } else if (!(rate.get(0) > -1 && rate.get(2) < 1)) {
      s.problem(driver, "growth a year is a share between -1 and 1: 0.03 for 3 %");
    }
  }
}
