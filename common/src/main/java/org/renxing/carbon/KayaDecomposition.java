package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.renxing.decomposition.Factor;
import org.renxing.decomposition.Lmdi;
import org.renxing.decomposition.LmdiEffects;
import org.renxing.decomposition.SectorLevels;
import org.renxing.model.Statistic;
import org.renxing.numerics.Distribution;
import org.renxing.numerics.Finite;
import org.renxing.numerics.RelativeChange;
import org.renxing.panel.UnitFigures;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.UnitDirectory.Group;

/**
 * The change of emissions by the Kaya identity, population · GDP per head · energy intensity ·
 * carbon intensity, with {@link Lmdi}; without energy its last two are one, emissions over GDP.
 */
public final class KayaDecomposition implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> WITH_ENERGY =
      List.of("population", "gdp_per_capita", "energy_intensity", "carbon_intensity");
  private static final List<String> WITHOUT =
      List.of("population", "gdp_per_capita", "emission_intensity");

  private final CarbonAccount account;
  private final Boundaries boundaries;
  private final CarbonBases bases;

  /** A decomposition of the emissions of an account, over boundaries on some bases. */
  public KayaDecomposition(CarbonAccount account, Boundaries boundaries, CarbonBases bases) {
    this.account = account;
    this.boundaries = boundaries;
    this.bases = bases;
  }

  /** The figures of a year: emissions and the sizes of which factors are quotients. */
  private record Year(int year, double emissions, List<Double> sizes) {
    Optional<String> missing() {
      if (Double.isNaN(emissions)) {
        return Optional.of("MISSING_EMISSIONS");
      }
      List<String> names = List.of("POPULATION", "GDP", "ENERGY");
      for (int k = 0; k < sizes.size(); k++) {
        if (Double.isNaN(sizes.get(k))) {
          return Optional.of("MISSING_" + names.get(k));
        }
      }
      boolean isPositive = emissions >= 0 && sizes.stream().allMatch(x -> x > 0);
      return isPositive ? Optional.empty() : Optional.of("NOT_POSITIVE");
    }

    /**
     * The factors: the first size, the quotients of each to the one before, emissions over the
     * last.
     */
    SectorLevels levels() {
      double[] factors = new double[sizes.size() + 1];
      double before = 1;
      for (int k = 0; k < sizes.size(); k++) {
        factors[k] = sizes.get(k) / before;
        before = sizes.get(k);
      }
      factors[sizes.size()] = emissions / before;
      return new SectorLevels(new double[] {emissions}, new double[][] {factors});
    }
  }

  /**
   * The effects of a unit, from each year of the scenario to its next and from the first to the
   * last, each factor and the total.
   *
   * @param unit every year of the scenario, in ascending order
   */
  public List<KayaEffect> of(UnitFigures unit) {
    boolean hasEnergy = unit.has(Statistic.ENERGY);
    List<CarbonYear> emissions = account.of(unit);
    List<Year> years = new ArrayList<>();
    for (int i = 0; i < unit.size(); i++) {
      List<Double> sizes = new ArrayList<>();
      sizes.add(unit.of(Statistic.POPULATION, i));
      sizes.add(unit.of(unit.output(), i));
      if (hasEnergy) {
        sizes.add(unit.of(Statistic.ENERGY, i));
      }
      years.add(new Year(unit.year(i), emissions.get(i).emissions(), sizes));
    }
    List<KayaEffect> out = new ArrayList<>();
    for (int i = 1; i < years.size(); i++) {
      addSpan(out, unit, years.get(i - 1), years.get(i), years.size() == 2);
    }
    if (years.size() > 2) {
      addSpan(out, unit, years.get(0), years.get(years.size() - 1), true);
    }
    return out;
  }

  private void addSpan(
      List<KayaEffect> out, UnitFigures unit, Year from, Year to, boolean isWhole) {
    Set<Basis> all = bases.with(CarbonBases.KAYA);
    String id = unit.unitId();
    String reason = from.missing().or(to::missing).orElse("");
    if (reason.isEmpty() && !boundaries.isComparable(id, from.year(), to.year(), all)) {
      reason = Boundaries.BOUNDARY_BREAK;
    }
    Optional<LmdiEffects> effects =
        reason.isEmpty() ? Optional.of(Lmdi.of(from.levels(), to.levels())) : Optional.empty();
    double driver = RelativeChange.of(from.sizes().get(1), to.sizes().get(1));
    List<String> factors = unit.has(Statistic.ENERGY) ? WITH_ENERGY : WITHOUT;
    for (int k = 0; k <= factors.size(); k++) {
      double effect = Double.NaN;
      if (effects.isPresent()) {
        effect = k < factors.size() ? effects.get().additive(k) : effects.get().change();
      }
      out.add(
          new KayaEffect(
              id,
              from.year(),
              to.year(),
              isWhole,
              k < factors.size() ? factors.get(k) : Factor.TOTAL,
              effect,
              Finite.quotient(Finite.quotient(effect, from.emissions()), driver),
              from.emissions(),
              boundaries.flag(id, from.year(), to.year(), all),
              boundaries.text(id, from.year(), to.year(), all),
              reason));
    }
  }

  /**
   * The effect of a factor on the emissions of a group.
   *
   * @param n units that have effects over the span
   * @param effect their effects together, t of CO2
   * @param base their emissions in the first year
   */
  public record GroupEffect(
      Group group, int from, int to, String factor, long n, double effect, double base)
      implements Serializable {}

  /** The effects of units added up by group; units without effects over a span do not count. */
  public static Records<GroupEffect> byGroup(Records<KayaEffect> effects, Groupings groupings) {
    return groupings.summarise(
        effects.where(e -> !Double.isNaN(e.effect())),
        KayaEffect::unitId,
        e -> e.from() + "/" + e.to() + "/" + e.factor(),
        KayaDecomposition::sum);
  }

  private static GroupEffect sum(Group group, List<KayaEffect> members) {
    KayaEffect one = members.get(0);
    return new GroupEffect(
        group,
        one.from(),
        one.to(),
        one.factor(),
        members.size(),
        Distribution.of(members, KayaEffect::effect).sum(),
        Distribution.of(members, KayaEffect::base).sum());
  }
}
