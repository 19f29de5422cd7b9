package org.renxing.model;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From evidence to a path (docs/methods/path.md): the first rule that holds decides.
 *
 * @param yearsBack the change that counts for a year is that since the scenario's newest year at
 *     least so long before
 */
public record PathPolicy(@Key(is = "from 1 to 200") int yearsBack, List<Rule> rules)
    implements Serializable {
  public PathPolicy {
    rules = List.copyOf(rules);
    require(yearsBack > 0, "years-back must be above 0, found " + yearsBack);
    Set<String> ids = new HashSet<>();
    rules.forEach(rule -> require(ids.add(rule.id()), "rule '" + rule.id() + "' stands twice"));
  }

  /** No rules. */
  public static PathPolicy none() {
    return new PathPolicy(5, List.of());
  }

  /** Where a city may go (Q: high-efficiency growth or smart shrinkage). */
  public enum Path {
    /** High-efficiency growth. */
    GROWTH,
    /** Smart shrinkage. */
    SMART_SHRINKAGE
  }

  /**
   * A rule.
   *
   * @param condition an expression over {@link Evidence}, in its column names
   * @param pointsTo the path of a unit of which the condition holds
   * @param because the reason in words
   */
  public record Rule(
      @Key(isUnique = true) String id,
      @Key(reads = Key.EVIDENCE) String condition,
      Path pointsTo,
      @Key(or = "") String because)
      implements Serializable {}

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "path: " + message);
    }
  }
}
