package org.renxing.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.Adjustment;
import org.renxing.model.Adjustment.Boundaries;
import org.renxing.model.Adjustment.Prices;
import org.renxing.model.BaseIndicator;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.PriceBasis;
import org.renxing.model.Scenario.Population;

/** Reads what a scenario does to base values, and holds its prices against what indicators want. */
record AdjustmentReader(Binder binder, ExpressionCheck expressions) {
  private static final String PRICES = "prices";

  Optional<Adjustment> read(
      Section scenario,
      Optional<IndexSystem> system,
      Optional<Population> population,
      Collection<String> statistics) {
    Boundaries boundaries = scenario.choice("boundaries", Boundaries.class, Boundaries.AS_REPORTED);
    boolean isPriced = scenario.has(PRICES);
    Section section = scenario.section(PRICES);
    Optional<Prices> prices =
        isPriced && !scenario.isTroubled(PRICES) ? prices(section) : Optional.empty();
    List<Indicator> indicators = system.map(IndexSystem::indicators).orElse(List.of());
    Map<String, BaseIndicator> bases = new TreeMap<>();
    List<String> texts = new ArrayList<>(indicators.stream().map(Indicator::expression).toList());
    texts.addAll(statistics);
    population.map(Population::filter).filter(f -> !f.isBlank()).ifPresent(texts::add);
    texts.forEach(text -> expressions.bases(text).forEach(base -> bases.put(base.code(), base)));
    if (isPriced) {
      requireKnownPrices(scenario, bases);
    }
    indicators.forEach(indicator -> requireWanted(scenario, indicator, isPriced));
    prices.flatMap(p -> expressions.base(p.deflator())).ifPresent(d -> bases.put(d.code(), d));
    return isPriced && prices.isEmpty()
        ? Optional.empty()
        : Optional.of(new Adjustment(boundaries, prices, bases));
  }

  private Optional<Prices> prices(Section s) {
    Bound<Prices> read = binder.read(s, Prices.class, Map.of());
    MeasureReader.requireIndex(s, expressions.base(read.get("deflator")));
    return read.build();
  }

  /** Money whose prices nobody knows is never deflated in silence, nor left as it is. */
  private static void requireKnownPrices(Section scenario, Map<String, BaseIndicator> bases) {
    List<String> unknown =
        bases.values().stream()
            .filter(base -> base.isMoney() && base.price().isEmpty())
            .map(BaseIndicator::code)
            .toList();
    if (!unknown.isEmpty()) {
      scenario.problem(
          PRICES,
          "the prices of %s are not declared; write price = current or constant-YYYY at the base indicator"
              .formatted(String.join(", ", unknown)));
    }
  }

  private void requireWanted(Section scenario, Indicator indicator, boolean isPriced) {
    boolean wantsConstant = indicator.price().equals(Optional.of(Indicator.Price.CONSTANT));
    boolean wantsCurrent = indicator.price().equals(Optional.of(Indicator.Price.CURRENT));
    if (isPriced && wantsCurrent) {
      scenario.problem(
          PRICES,
          "indicator %s wants current prices; leave prices out, or leave price out of the indicator"
              .formatted(indicator.code()));
    }
    if (isPriced || indicator.price().isEmpty()) {
      return;
    }
    List<String> others =
        expressions.bases(indicator.expression()).stream()
            .filter(base -> base.isMoney() && !isWanted(base, wantsConstant))
            .map(base -> base.code() + " (" + shown(base) + ")")
            .toList();
    if (!others.isEmpty()) {
      String hint =
          wantsConstant
              ? "write prices { year = 2015, deflator = … }, or read base indicators in constant"
                  + " prices"
              : "read base indicators in current prices";
      scenario.problem(
          PRICES,
          "indicator %s wants %s prices, but reads %s; %s"
              .formatted(
                  indicator.code(),
                  wantsConstant ? "constant" : "current",
                  String.join(", ", others),
                  hint));
    }
  }

  private static boolean isWanted(BaseIndicator base, boolean wantsConstant) {
    return base.price().filter(price -> price.isConstant() == wantsConstant).isPresent();
  }

  private static String shown(BaseIndicator base) {
    return base.price().map(PriceBasis::toString).orElse("not declared");
  }
}
