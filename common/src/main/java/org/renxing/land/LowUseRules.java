package org.renxing.land;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.index.DecisionList;
import org.renxing.index.DecisionList.Decision;
import org.renxing.model.LandRules;

/** Which kind of low-use land a patch is, by the rules of conf/rules/low-use.conf. */
final class LowUseRules implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The kind of low-use patches that the rules do not decide. */
  static final String UNCLASSIFIED = "unclassified";

  private static final String SAYS = "says_";
  private final DecisionList decisions;
  private final TreeMap<String, List<String>> words = new TreeMap<>();

  /** Reads the rules. */
  LowUseRules(LandRules rules) {
    this.decisions = new DecisionList(rules.lowUse());
    for (String kind : LandRules.LOW_USE_KINDS) {
      List<String> known = rules.sourceClasses().getOrDefault(kind, List.of(kind));
      words.put(kind, known.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
    }
  }

  /**
   * Says urban_village, old_residential or low_industry; none for land that is not of low use after
   * all. A number that is NaN or infinite counts as missing. Words of classes are compared without
   * regard to case and outer blanks.
   */
  Decision of(LandPiece piece) {
    Map<String, Double> evidence = new HashMap<>();
    // of the whole patch: its pieces are of one kind
    put(evidence, "area_km2", piece.patchAreaKm2());
    put(evidence, "floor_area_ratio", piece.floorAreaRatio());
    put(evidence, "building_density", piece.buildingDensity());
    put(evidence, "visual_age", piece.visualAge());
    put(evidence, "visual_disorder", piece.visualDisorder());
    put(evidence, "confidence", piece.confidence());
    if (!piece.patchClass().isEmpty()) {
      String said = trimmed(piece.patchClass()).toLowerCase(Locale.ROOT);
      words.forEach((kind, known) -> evidence.put(SAYS + kind, known.contains(said) ? 1.0 : 0.0));
    }
    return decisions.of(evidence);
  }

  private static void put(Map<String, Double> evidence, String name, double value) {
    if (Double.isFinite(value)) {
      evidence.put(name, value);
    }
  }

  /** Without spaces at its ends, and only these. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }
}
