package org.renxing.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.renxing.model.BaseIndicator;
import org.renxing.model.PriceBasis;
import org.renxing.model.Statistic;

/**
 * Finds GDP at constant prices for a scenario that names GDP at current prices alone (methods:
 * panel). What {@code statistics.gdp-real} names goes first, and {@code prices} need no other; else
 * the series that the base indicators of GDP name as {@code constant}, else their {@code deflator},
 * each where a source of nightly delivers it.
 *
 * @param delivered codes of the base indicators that the sources of nightly deliver
 */
record ConstantOutput(ExpressionCheck expressions, Set<String> delivered) {
  private static final String KEY = "growth-prices";

  /** What growth is measured in. */
  private enum GrowthPrices {
    CONSTANT,
    CURRENT
  }

  /** The statistics with GDP at constant prices, where it can be had and is wanted. */
  Map<Statistic, String> complete(Section scenario, Map<Statistic, String> statistics) {
    GrowthPrices wanted = scenario.choice(KEY, GrowthPrices.class, GrowthPrices.CONSTANT);
    boolean isPriced = scenario.has("prices");
    Optional<String> real = Optional.ofNullable(statistics.get(Statistic.GDP_REAL));
    if (real.isPresent()) {
      requireConstant(scenario, real.get(), wanted, isPriced);
      return statistics;
    }
    Optional<String> found =
        Optional.ofNullable(statistics.get(Statistic.GDP))
            .filter(gdp -> wanted == GrowthPrices.CONSTANT && !isPriced)
            .flatMap(this::constant);
    Map<Statistic, String> out = new EnumMap<>(Statistic.class);
    out.putAll(statistics);
    found.ifPresent(expression -> out.put(Statistic.GDP_REAL, expression));
    return out;
  }

  private void requireConstant(
      Section scenario, String real, GrowthPrices wanted, boolean isPriced) {
    if (wanted == GrowthPrices.CURRENT) {
      scenario.problem(KEY, "current prices are asked for, and statistics.gdp-real is named");
    }
    List<BaseIndicator> current = current(real);
    Set<String> deflators = codes(current, BaseIndicator::deflator);
    boolean isDeflated =
        expressions.bases(real).stream().anyMatch(base -> deflators.contains(base.code()));
    if (!isPriced && !isDeflated && !current.isEmpty()) {
      scenario
          .section("statistics")
          .problem(
              "gdp-real",
              "reads %s at current prices; read a base indicator with price = constant-YYYY, divide by the deflator that the base indicator names, or write prices { year, deflator }"
                  .formatted(
                      current.stream().map(BaseIndicator::code).collect(Collectors.joining(", "))));
    }
  }

  private Optional<String> constant(String gdp) {
    List<BaseIndicator> current = current(gdp);
    if (current.isEmpty()) {
      return Optional.empty();
    }
    List<BaseIndicator> series =
        current.stream()
            .flatMap(base -> base.constant().stream())
            .filter(delivered::contains)
            .flatMap(code -> expressions.base(code).stream())
            .toList();
    boolean isOneYear =
        series.stream().map(BaseIndicator::price).distinct().count() == 1
            && series.size() == current.size();
    if (isOneYear) {
      return Optional.of(replaced(gdp, current));
    }
    Set<String> deflators = codes(current, BaseIndicator::deflator);
    boolean isOneDeflator =
        deflators.size() == 1
            && delivered.containsAll(deflators)
            && current.stream().allMatch(base -> base.deflator().isPresent());
    // the usual index has 100 in its base year; on any other base growth is the same
    return isOneDeflator
        ? Optional.of("(" + gdp + ") / " + deflators.iterator().next() + " * 100")
        : Optional.empty();
  }

  private static String replaced(String expression, List<BaseIndicator> current) {
    String out = expression;
    for (BaseIndicator base : current) {
      Pattern name = Pattern.compile("(?<![\\w])" + Pattern.quote(base.code()) + "(?![\\w])");
      String other = Matcher.quoteReplacement(base.constant().orElseThrow());
      out = name.matcher(out).replaceAll(other);
    }
    return out;
  }

  /** The money of an expression whose prices are those of each year itself. */
  private List<BaseIndicator> current(String expression) {
    return expressions.bases(expression).stream()
        .filter(base -> base.price().equals(Optional.of(PriceBasis.current())))
        .toList();
  }

  private static Set<String> codes(
      List<BaseIndicator> bases, Function<BaseIndicator, Optional<String>> code) {
    return bases.stream()
        .flatMap(base -> code.apply(base).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
