package org.renxing.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is done to base values before anything is derived from them (methods: panel): boundaries
 * first, then prices.
 *
 * @param prices the prices to which money is brought; empty leaves it as it is
 * @param bases the base indicators that the scenario reads, by code, the deflator included; empty
 *     where they are not known
 */
public record Adjustment(
    Boundaries boundaries, Optional<Prices> prices, Map<String, BaseIndicator> bases) {
  private static final Adjustment NONE =
      new Adjustment(Boundaries.AS_REPORTED, Optional.empty(), Map.of());

  public Adjustment {
    bases = SortedCopy.of(bases);
  }

  /** Values as they come. */
  public static Adjustment none() {
    return NONE;
  }

  /** Whether values stay as they come. */
  public boolean isNone() {
    return boundaries == Boundaries.AS_REPORTED && prices.isEmpty();
  }

  /** Codes of the base indicators whose values add up over units. */
  public List<String> additive() {
    return codes(BaseIndicator::isAdditive);
  }

  /** Codes of the base indicators that are money in known prices. */
  public List<String> priced() {
    return codes(base -> base.price().isPresent());
  }

  /** Codes of the base indicators whose money is brought to other prices than it is in. */
  public List<String> deflated() {
    return prices.stream()
        .map(wanted -> PriceBasis.constant(wanted.year()))
        .flatMap(wanted -> priced().stream().filter(code -> !basis(code).equals(wanted)))
        .toList();
  }

  /** The prices that a base indicator's money is in as it comes; current where not known. */
  public PriceBasis basis(String code) {
    return Optional.ofNullable(bases.get(code))
        .flatMap(BaseIndicator::price)
        .orElse(PriceBasis.current());
  }

  /** The prices of some base indicators after the adjustment, sorted, each once. */
  public List<String> priceBases(Collection<String> codes) {
    TreeSet<String> out = new TreeSet<>();
    for (String code : codes) {
      Optional.ofNullable(bases.get(code))
          .flatMap(BaseIndicator::price)
          .map(given -> prices.map(p -> PriceBasis.constant(p.year())).orElse(given))
          .ifPresent(basis -> out.add(basis.toString()));
    }
    return List.copyOf(out);
  }

  /** The populations that some base indicators count, sorted, each once. */
  public List<String> populationBases(Collection<String> codes) {
    TreeSet<String> out = new TreeSet<>();
    for (String code : codes) {
      Optional.ofNullable(bases.get(code))
          .flatMap(BaseIndicator::population)
          .ifPresent(population -> out.add(population.text()));
    }
    return List.copyOf(out);
  }

  private List<String> codes(Predicate<BaseIndicator> condition) {
    return bases.values().stream().filter(condition).map(BaseIndicator::code).toList();
  }

  /** Whose territory a unit's value is about in the years before another unit passed over to it. */
  public enum Boundaries {
    /** The territory of the year, as sources report it. */
    AS_REPORTED,
    /** That of today as far as whole units passed over: their totals are added. */
    MERGED
  }

  /**
   * The prices of one year.
   *
   * @param year money is in the prices of this year
   * @param deflator code of the base indicator that is the level of prices, on any base
   */
  public record Prices(
      @Key(is = "from 1900 to 2200") int year, @Key(names = Key.BASE_INDICATOR) String deflator) {}
}
