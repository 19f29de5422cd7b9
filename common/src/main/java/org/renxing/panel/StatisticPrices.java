package org.renxing.panel;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.index.Expression;
import org.renxing.model.Adjustment;
import org.renxing.model.BaseIndicator;
import org.renxing.model.PriceBasis;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;

/**
 * The prices in which a scenario's statistics of money stand, after the adjustment of its base
 * values: what a change of them over time rests on (methods: panel).
 */
public final class StatisticPrices {
  /** Prices of each year itself: a change over time holds inflation. */
  public static final String CURRENT = PriceBasis.current().toString();

  /** Current prices over a deflator whose base year is not declared. */
  public static final String CONSTANT = "constant";

  /** Money whose prices no base indicator declares, or a figure that reads no money. */
  public static final String UNDECLARED = "undeclared";

  private final Scenario scenario;

  public StatisticPrices(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * The prices of some statistics together: {@code current}, {@code constant-YYYY}, {@link
   * #CONSTANT} or {@link #UNDECLARED}, several sorted and separated by commas; empty where the
   * scenario names none of them.
   */
  public Optional<String> of(Collection<Statistic> statistics) {
    Set<String> out = new TreeSet<>();
    statistics.stream()
        .map(scenario.statistics()::get)
        .filter(Objects::nonNull)
        .forEach(expression -> out.addAll(ofExpression(expression, scenario.adjustment())));
    return out.isEmpty() ? Optional.empty() : Optional.of(String.join(",", out));
  }

  /** The prices of output, whose growth is measured ({@link Scenario#outputStatistic}). */
  public Optional<String> ofOutput() {
    return scenario.outputStatistic().flatMap(output -> of(List.of(output)));
  }

  /** Whether amounts of different years in these prices can be compared. */
  public static boolean isComparable(String prices) {
    List<String> parts = List.of(prices.split(","));
    return !parts.contains(CURRENT) && !parts.contains(UNDECLARED);
  }

  private static Set<String> ofExpression(String text, Adjustment adjustment) {
    Set<String> inputs = Expression.parse(text).inputs();
    List<BaseIndicator> bases =
        inputs.stream().map(adjustment.bases()::get).filter(Objects::nonNull).toList();
    List<BaseIndicator> money = bases.stream().filter(BaseIndicator::isMoney).toList();
    if (money.isEmpty() || money.stream().anyMatch(base -> base.price().isEmpty())) {
      return Set.of(UNDECLARED);
    }
    Set<String> out =
        new TreeSet<>(adjustment.priceBases(money.stream().map(BaseIndicator::code).toList()));
    boolean isDeflated =
        money.stream()
            .filter(base -> base.price().filter(PriceBasis::isConstant).isEmpty())
            .allMatch(base -> base.deflator().filter(inputs::contains).isPresent());
    if (isDeflated && out.remove(CURRENT)) {
      out.add(CONSTANT);
    }
    return out;
  }
}
