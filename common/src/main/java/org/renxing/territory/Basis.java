package org.renxing.territory;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.renxing.index.Expression;
import org.renxing.model.Adjustment;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;

/** Over which changes of boundaries the figures of a statistic can be compared. */
public enum Basis {
  /** Over none: figures are about the territory of their year. */
  AS_REPORTED,
  /** Over merges of whole units, whose totals are added. */
  MERGED,
  /** Over all: the figures of all years are about one territory. */
  FIXED;

  /** The basis of each statistic that a scenario names. */
  public static Map<Statistic, Basis> of(Scenario scenario) {
    Map<Statistic, Basis> out = new EnumMap<>(Statistic.class);
    scenario
        .statistics()
        .forEach((statistic, text) -> out.put(statistic, of(text, scenario.adjustment())));
    return out;
  }

  /** The basis of an expression over base indicators: the weakest of these. */
  public static Basis of(String expression, Adjustment adjustment) {
    Set<String> inputs = Expression.parse(expression).inputs();
    Map<String, BaseIndicator> bases = adjustment.bases();
    if (isAll(inputs, bases, true)) {
      return FIXED;
    }
    boolean isMerged = adjustment.boundaries() == Adjustment.Boundaries.MERGED;
    return isMerged && isAll(inputs, bases, false) ? MERGED : AS_REPORTED;
  }

  private static boolean isAll(
      Set<String> inputs, Map<String, BaseIndicator> bases, boolean isFixed) {
    return !inputs.isEmpty()
        && bases.keySet().containsAll(inputs)
        && inputs.stream()
            .map(bases::get)
            .allMatch(base -> isFixed ? base.hasFixedBoundaries() : base.isAdditive());
  }
}
