package org.renxing.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.trim;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.renxing.column.Finite;
import org.renxing.index.DecisionList;
import org.renxing.model.LandRules;

/** Which kind of low-use land a patch is, by the rules of conf/rules/low-use.conf. */
public final class LowUseRules {
  /** The kind of low-use patches that the rules do not decide. */
  public static final String UNCLASSIFIED = "unclassified";

  private static final String AREA = "area_km2";
  private static final String SAYS = "says_";

  private final LandRules rules;
  private final DecisionList decisions;

  /** Reads the rules. */
  public LowUseRules(LandRules rules) {
    this.rules = rules;
    this.decisions = new DecisionList(rules.lowUse(), this::evidence);
  }

  /**
   * urban_village, old_residential or low_industry; none for land that is not of low use after all;
   * null where evidence is missing or no rule holds.
   *
   * <p>Over rows of silver.land_patch of the family low_use_land; a number that is NaN or infinite
   * counts as missing. Words of classes are compared without regard to case and outer blanks.
   */
  public Column kind() {
    return decisions.verdict();
  }

  /** The id of the rule that decides; null where none does. */
  public Column decidedBy() {
    return decisions.decidedBy();
  }

  /** Why no rule decides: MISSING_EVIDENCE or NO_RULE_HOLDS; null where one does. */
  public Column reason() {
    return decisions.reason();
  }

  private Column evidence(String name) {
    if (name.equals(AREA)) {
      // of the whole patch: its pieces are of one kind
      return Finite.orNull(col("patch_area_km2").cast("double"));
    }
    if (!name.startsWith(SAYS)) {
      return Finite.orNull(col(name).cast("double"));
    }
    String kind = name.substring(SAYS.length());
    List<String> words = rules.sourceClasses().getOrDefault(kind, List.of(kind));
    Object[] known = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toArray();
    return lower(trim(col("patch_class"))).isin(known).cast("double");
  }
}
