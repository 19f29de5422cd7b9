package org.renxing.shrinkage;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.stream.Stream;
import org.renxing.model.Statistic;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.territory.Boundaries;

/**
 * A unit between two years, with verdicts (methods: shrinkage). NaN and UNKNOWN are not known.
 *
 * <p>A verdict is unknown, never false, where its evidence is missing: no figure at either end, a
 * population that is not above 0, or a change of boundaries over which the figures cannot be
 * compared. One that asks for two things is false where either is known not to be, whatever the
 * other. The change itself is given over a break too, beside the flag.
 *
 * @param population residents, 10^4 persons
 * @param gdp output, at constant prices where the scenario names that
 * @param natural change by births and deaths over the span, 10^4 persons, whatever the boundaries
 * @param territory over which figures can be compared
 * @param isSevere whether population falls by the severe share or more
 * @param sizeFrom size class of the first year; empty for none
 * @param sizeTo the same of the last year
 */
public record UnitSpan(
    String unitId,
    Span span,
    Ends population,
    Ends registered,
    Ends gdp,
    Ends builtUp,
    Ends old,
    double natural,
    Territory territory,
    Truth isSevere,
    String sizeFrom,
    String sizeTo)
    implements Serializable {

  /** A figure in the first and last year. */
  public record Ends(double from, double to) implements Serializable {
    static Ends of(UnitFigures unit, Statistic figure, Span span) {
      return new Ends(unit.in(figure, span.from()), unit.in(figure, span.to()));
    }

    /** The change in %. */
    public double change() {
      return Change.percent(from, to);
    }
  }

  /**
   * What boundaries did over the span.
   *
   * @param flag of the population
   * @param event what moved; empty for nothing
   * @param isEnd whether the unit itself ended
   * @param isOutput whether GDP can be compared
   * @param isLand whether built-up area can
   * @param isRegister whether registered population can
   * @param isNatural whether natural growth belongs to the population
   */
  public record Territory(
      String flag,
      String event,
      boolean isEnd,
      boolean isOutput,
      boolean isLand,
      boolean isRegister,
      boolean isNatural)
      implements Serializable {
    /** Whether population can be compared. */
    boolean isPopulation() {
      return !flag.equals(Boundaries.BREAK);
    }
  }

  /** Change of population in %; NaN where boundaries break. */
  public double change() {
    return territory.isPopulation() ? population.change() : Double.NaN;
  }

  /** Change of built-up area in %; NaN where boundaries break. */
  public double builtUpChange() {
    return territory.isLand() ? builtUp.change() : Double.NaN;
  }

  /** Mean yearly growth of GDP in %; NaN where boundaries break. */
  public double gdpGrowth() {
    int years = span.to() - span.from();
    return territory.isOutput() ? Change.yearly(gdp.from(), gdp.to(), years) : Double.NaN;
  }

  /** Whether population falls. */
  public Truth isShrinking() {
    return Change.isFall(change());
  }

  /** Whether population and GDP fall. */
  public Truth isDoubleDecline() {
    return isShrinking().and(Change.isFall(territory.isOutput() ? gdp.change() : Double.NaN));
  }

  /** Whether population falls while built-up area grows. */
  public Truth isParadox() {
    return isShrinking().and(Change.isRise(builtUpChange()));
  }

  /** Births less deaths, where the change of population is known and theirs belongs to it. */
  public double naturalChange() {
    return Double.isNaN(change()) || !territory.isNatural() ? Double.NaN : natural;
  }

  /** Change of population less natural change. */
  public double netMigration() {
    return population.to() - population.from() - naturalChange();
  }

  /** Residents by km2 of built-up area. */
  public Ends density() {
    return new Ends(
        density(population.from(), builtUp.from()), density(population.to(), builtUp.to()));
  }

  private static double density(double persons, double area) {
    return area > 0 && persons > 0 ? persons * 1e4 / area : Double.NaN;
  }

  /** Change of the density in %; NaN where boundaries break. */
  public double densityChange() {
    return Double.isNaN(change()) || Double.isNaN(builtUpChange())
        ? Double.NaN
        : density().change();
  }

  /** Change of built-up area over that of population; NaN where population stays. */
  public double elasticity() {
    return Change.isNone(change()) ? Double.NaN : builtUpChange() / change();
  }

  /** Why a verdict on population or GDP, or migration, is missing; empty for none. */
  public String reason() {
    String reason = populationReason();
    return reason.isEmpty() ? joined(naturalReason(), gdpReason()) : reason;
  }

  /** Why a verdict on land or its elasticity is missing; empty for none. */
  public String landReason() {
    String flat = Change.isNone(change()) ? "POPULATION_UNCHANGED" : "";
    String reason = populationReason();
    return reason.isEmpty() ? joined(landOnlyReason(), flat) : reason;
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(","));
  }

  /** Why there is no verdict on population; empty where there is one. */
  private String populationReason() {
    if (Double.isNaN(population.from()) || Double.isNaN(population.to())) {
      return territory.isEnd() ? "UNIT_ENDED" : "POPULATION_MISSING";
    }
    if (population.from() <= 0 || population.to() <= 0) {
      return "ZERO_POPULATION";
    }
    return territory.isPopulation() ? "" : Boundaries.BOUNDARY_BREAK;
  }

  private String naturalReason() {
    if (!Double.isNaN(naturalChange())) {
      return "";
    }
    return territory.isNatural() ? "NATURAL_GROWTH_MISSING" : "NATURAL_GROWTH_BOUNDARY_BREAK";
  }

  private String gdpReason() {
    if (isDoubleDecline().isKnown()) {
      return "";
    }
    return Double.isNaN(gdp.change()) ? "GDP_MISSING" : "GDP_BOUNDARY_BREAK";
  }

  private String landOnlyReason() {
    if (isParadox().isKnown()) {
      return "";
    }
    return Double.isNaN(builtUp.change())
        ? "BUILT_UP_AREA_MISSING"
        : "BUILT_UP_AREA_BOUNDARY_BREAK";
  }
}
