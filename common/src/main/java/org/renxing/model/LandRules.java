package org.renxing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How land observed from afar is judged (docs/methods/land.md).
 *
 * @param lowUse from evidence on a patch to its kind, one of {@link #LOW_USE_VERDICTS}
 * @param sourceClasses the words by which sources name a kind, by kind
 * @param zonePattern from vacancy by zone to the pattern of a city, one of {@link #PATTERNS}
 */
public record LandRules(
    DecisionTable lowUse, Map<String, List<String>> sourceClasses, DecisionTable zonePattern) {

  /** Kinds of low-use land (source Q). */
  public static final List<String> LOW_USE_KINDS =
      List.of("urban_village", "old_residential", "low_industry");

  /** Land that is not of low use after all. */
  public static final String NOT_LOW_USE = "none";

  /** What a rule of low-use land may say. */
  public static final List<String> LOW_USE_VERDICTS =
      List.of("urban_village", "old_residential", "low_industry", NOT_LOW_USE);

  /** What a rule of the pattern may say (source X names the first two). */
  public static final List<String> PATTERNS =
      List.of("perforated", "doughnut", "decline", "compact");

  /** The zones that rules of the pattern may ask for. */
  public static final List<String> ZONES =
      List.of("all", "old_town", "new_town", "mining_area", "other");

  /** Figures of a zone that rules of the pattern may ask for, each after the zone's name. */
  public static final List<String> ZONE_FIGURES =
      List.of(
          "housing_vacancy",
          "commercial_vacancy",
          "vacant_land",
          "housing_dispersion",
          "commercial_dispersion");

  public LandRules {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    sourceClasses.forEach((kind, words) -> copy.put(kind, List.copyOf(words)));
    sourceClasses = java.util.Collections.unmodifiableSortedMap(copy);
    requireVerdicts("low-use", lowUse, LOW_USE_VERDICTS);
    requireVerdicts("zone-pattern", zonePattern, PATTERNS);
  }

  /** No rules: kinds and patterns stay open. */
  public static LandRules none() {
    return new LandRules(DecisionTable.none(), Map.of(), DecisionTable.none());
  }

  /** Names of what rules of low-use land may ask for; each null where it is not known. */
  public static List<String> lowUseEvidence() {
    List<String> out =
        new ArrayList<>(List.of("area_km2", "floor_area_ratio", "building_density", "visual_age"));
    out.add("visual_disorder");
    out.add("confidence");
    LOW_USE_KINDS.forEach(kind -> out.add("says_" + kind));
    return out;
  }

  /** Names of what rules of the pattern may ask for. */
  public static List<String> zoneEvidence() {
    return ZONES.stream()
        .flatMap(zone -> ZONE_FIGURES.stream().map(figure -> zone + "_" + figure))
        .toList();
  }

  private static void requireVerdicts(String name, DecisionTable table, List<String> allowed) {
    for (DecisionTable.Rule rule : table.rules()) {
      if (!allowed.contains(rule.verdict())) {
        throw new RenxingException(
            ErrorCode.CONFIGURATION,
            "%s: rule '%s' says '%s'; allowed: %s"
                .formatted(name, rule.id(), rule.verdict(), String.join(", ", allowed)));
      }
    }
  }
}
