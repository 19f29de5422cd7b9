package org.renxing.jobs.trace;

import java.util.Locale;
import java.util.Optional;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario;

/** Where the bounds of normalising come from. */
final class Bounds {
  private final Scenario scenario;
  private final CollectedRows gold;
  private final int year;

  Bounds(Scenario scenario, CollectedRows gold, int year) {
    this.scenario = scenario;
    this.gold = gold;
    this.year = year;
  }

  /** How a released cell was normalised. */
  IndicatorTrace.Normalised of(Fields cell) {
    Normalisation n = scenario.normalisation();
    String code = cell.key("indicator_code");
    return new IndicatorTrace.Normalised(
        n.method(),
        word(n.scope()),
        origin(n),
        n.scale(),
        n.clamp(),
        cell.number("bound_lower"),
        cell.number("bound_upper"),
        setters(code, "lower"),
        setters(code, "upper"),
        cell.number("normalised"));
  }

  private IndicatorTrace.Setters setters(String code, String side) {
    Optional<Fields> found =
        gold.rows("bound").stream()
            .filter(b -> b.key("indicator_code").equals(code) && b.key("side").equals(side))
            .findFirst();
    return found
        .map(
            b ->
                new IndicatorTrace.Setters(
                    b.count("n"),
                    b.all("first").stream()
                        .map(
                            s ->
                                new IndicatorTrace.Setter(
                                    s.key("unit_id"), s.key("unit_name"), (int) s.count("year")))
                        .toList()))
        .orElse(IndicatorTrace.Setters.NONE);
  }

  private String origin(Normalisation n) {
    if (n.method().equals("goalposts")) {
      return "goalposts of the scenario";
    }
    if (n.method().equals("none")) {
      return "no bounds";
    }
    if (n.scope() == Normalisation.Scope.FROZEN) {
      return "frozen: release " + n.frozenRelease().orElse("");
    }
    String drawn =
        n.winsorise()
            .map(q -> ", values drawn in to quantiles " + q.lower() + " and " + q.upper())
            .orElse("");
    return what(n.method()) + " of " + rows(n) + drawn;
  }

  private String rows(Normalisation n) {
    return switch (n.scope()) {
      case YEARLY -> "all units in " + year;
      case BASE_YEAR -> "all units in base year " + n.baseYear().orElseThrow();
      default -> "all units in " + scenario.years();
    };
  }

  private static String what(String method) {
    return switch (method) {
      case "z-score" -> "mean, and mean plus standard deviation,";
      case "rank" -> "first and last rank";
      default -> "least and greatest value";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
