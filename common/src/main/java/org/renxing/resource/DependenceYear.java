package org.renxing.resource;

import java.io.Serializable;
import java.util.Collection;
import org.renxing.numerics.Distribution;
import org.renxing.numerics.Finite;
import org.renxing.numerics.Truth;

/**
 * How far a unit lived in a year on what it took from the ground; NaN where not known.
 *
 * @param extractiveShare of industrial output, in %
 * @param processingShare with processing
 * @param volatility sample standard deviation of the yearly growth rates of extractive output of
 *     the last five years, in %; NaN for fewer than three
 * @param volatilityN how many there are
 * @param extractive output
 * @param figures what the shares are made of
 * @param gdp where population is known too
 * @param population where GDP is known too
 * @param growth of GDP from the calendar year before, in %
 * @param outputBefore GDP of the year before, where growth is known
 * @param outputAfter GDP of this year, where growth is known
 * @param flag boundaries of the change from the year before, of GDP and extractive output
 * @param growthReason why growth is missing: FIRST_YEAR, GAP, OUTPUT_MISSING (or not above 0),
 *     BOUNDARY_BREAK; empty for none
 */
public record DependenceYear(
    String unitId,
    int year,
    double extractiveShare,
    double processingShare,
    double volatility,
    long volatilityN,
    double extractive,
    Figures figures,
    double gdp,
    double population,
    double growth,
    double outputBefore,
    double outputAfter,
    String flag,
    String growthReason)
    implements Serializable {
  private static final double SCALE = 1e4;

  /**
   * What shares are made of.
   *
   * @param processed output of extraction and processing
   * @param industry output of all industry, where above 0
   * @param jobsExtractive employed in extraction
   * @param jobs employed, where above 0
   */
  public record Figures(double processed, double industry, double jobsExtractive, double jobs)
      implements Serializable {}

  /** Whether the share with processing is above a limit, in %. */
  public Truth isOver(double limit) {
    return Truth.isAbove(processingShare, limit);
  }

  /** Extractive employment over all employment, in %. */
  public double jobsShare() {
    return Finite.percent(figures.jobsExtractive, figures.jobs);
  }

  /** CNY a person. */
  public double gdpPerCapita() {
    return Finite.quotient(gdp, population) * SCALE;
  }

  /** Why a share is missing; empty for none. */
  public String reason() {
    if (Double.isNaN(extractiveShare)) {
      return "extractive or industrial output missing, or industrial output not above 0";
    }
    return Double.isNaN(processingShare) ? "output of processing missing" : "";
  }

  /**
   * All units of a year together.
   *
   * @param extractive output
   * @param perCapita GDP over population, of the units that have both
   * @param growth of GDP of the units that have both years on one territory, in %
   */
  public record Total(double extractive, double perCapita, double growth) implements Serializable {
    /** The total of all units of one year. */
    public static Total of(Collection<DependenceYear> units) {
      return new Total(
          Distribution.of(units, DependenceYear::extractive).sum(),
          Finite.quotient(
              Distribution.of(units, DependenceYear::gdp).sum(),
              Distribution.of(units, DependenceYear::population).sum()),
          Growth.percent(
              Distribution.of(units, DependenceYear::outputBefore).sum(),
              Distribution.of(units, DependenceYear::outputAfter).sum()));
    }

    /** Extractive output of a unit over that of all, in %. */
    public double share(DependenceYear unit) {
      return Finite.percent(unit.extractive, Finite.positive(extractive));
    }

    /** GDP by person of a unit over that of all. */
    public double perCapitaRatio(DependenceYear unit) {
      return Finite.quotient(unit.gdpPerCapita(), perCapita * SCALE);
    }
  }
}
