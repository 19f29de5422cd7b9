package org.renxing.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.index.DecisionList;
import org.renxing.index.DecisionList.Decision;
import org.renxing.model.LandRules;
import org.renxing.vacancy.VacancyFigure;

/**
 * The pattern in which a city empties, perforated, doughnut or as a whole (source X), by the rules
 * of conf/rules/zone-pattern.conf (methods: land).
 */
public final class ZonePattern {
  /** The pattern of a unit of which the evidence does not decide. */
  public static final String UNKNOWN = "unknown";

  private static final int DECIMALS = 4;

  private ZonePattern() {}

  /** Whether rules ask how much the areas of a zone differ. */
  public static boolean asksForDispersion(LandRules rules) {
    return new DecisionList(rules.zonePattern())
        .inputs().stream().anyMatch(name -> name.endsWith("_dispersion"));
  }

  /**
   * The pattern of a unit in a year. Texts are empty where there is nothing to say.
   *
   * @param pattern perforated, doughnut, decline, compact, unknown
   * @param decidedBy rule
   * @param evidence name=value of what the rules ask for and is known
   * @param missing names of what they ask for and is not known
   * @param reason why the pattern is unknown: MISSING_EVIDENCE or NO_RULE_HOLDS
   */
  public record Figure(
      String unit,
      int year,
      String pattern,
      String decidedBy,
      String evidence,
      String missing,
      String reason) {}

  /** A unit and a year. */
  private record UnitYear(String unit, int year) implements Comparable<UnitYear> {
    private static final Comparator<UnitYear> ORDER =
        Comparator.comparing(UnitYear::unit).thenComparing(UnitYear::year);

    @Override
    public int compareTo(UnitYear other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A figure for each unit and year that has a figure of vacancy or of vacant land.
   *
   * @param vacancy one a use, zone, unit and year
   * @param dispersion one a use, zone, unit and year
   * @param land one a kind, zone, unit and year
   */
  public static List<Figure> of(
      List<VacancyFigure> vacancy,
      List<ZoneDispersion.Figure> dispersion,
      List<LandUse.Figure> land,
      LandRules rules) {
    Map<UnitYear, Map<String, Double>> known = new TreeMap<>();
    for (VacancyFigure v : vacancy) {
      String name = v.zone() + "_" + v.use() + "_vacancy";
      put(known, new UnitYear(v.unit(), v.year()), name, v.rate());
    }
    for (ZoneDispersion.Figure d : dispersion) {
      String name = d.about().zone() + "_" + d.about().kind() + "_dispersion";
      put(known, new UnitYear(d.about().unit(), d.about().year()), name, d.deviation());
    }
    for (LandUse.Figure l : land) {
      if (l.about().kind().equals(LandUse.VACANT)) {
        String name = l.about().zone() + "_vacant_land";
        put(known, new UnitYear(l.about().unit(), l.about().year()), name, l.share());
      }
    }
    DecisionList decisions = new DecisionList(rules.zonePattern());
    List<Figure> out = new ArrayList<>();
    known.forEach((place, evidence) -> out.add(figure(place, evidence, decisions)));
    return out;
  }

  private static void put(
      Map<UnitYear, Map<String, Double>> known, UnitYear place, String name, double value) {
    Map<String, Double> evidence = known.computeIfAbsent(place, p -> new HashMap<>());
    if (!Double.isNaN(value)) {
      evidence.put(name, value);
    }
  }

  private static Figure figure(
      UnitYear place, Map<String, Double> evidence, DecisionList decisions) {
    Decision decision = decisions.of(evidence);
    List<String> known = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : decisions.inputs()) {
      if (evidence.containsKey(name)) {
        known.add(name + "=" + rounded(evidence.get(name)));
      } else {
        missing.add(name);
      }
    }
    return new Figure(
        place.unit(),
        place.year(),
        decision.verdict().isEmpty() ? UNKNOWN : decision.verdict(),
        decision.decidedBy(),
        String.join("; ", known),
        String.join(",", missing),
        decision.reason());
  }

  private static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }
}
