package org.renxing.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of which the first that holds decides; logic is three-valued, so that missing evidence
 * leaves open what turns on it.
 *
 * @param rules from the first to the last
 */
public record DecisionTable(List<Rule> rules) {
  public DecisionTable {
    rules = List.copyOf(rules);
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new RenxingException(
            ErrorCode.CONFIGURATION, "rule '" + rule.id() + "' stands twice; rename one of them");
      }
    }
  }

  /** No rules: nothing is decided. */
  public static DecisionTable none() {
    return new DecisionTable(List.of());
  }

  /**
   * A rule.
   *
   * @param condition an expression over evidence, in its column names
   * @param verdict what holds where the condition does
   * @param because the reason in words
   */
  public record Rule(
      @Key(isUnique = true) String id,
      @Key(reads = Key.EVIDENCE) String condition,
      String verdict,
      @Key(or = "") String because) {}
}
