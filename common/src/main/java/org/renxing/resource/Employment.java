package org.renxing.resource;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitSeries;
import org.renxing.territory.Boundaries;

/** How employment and unemployment go with output (Q). */
public final class Employment implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Boundaries boundaries;

  public Employment(Boundaries boundaries) {
    this.boundaries = boundaries;
  }

  /**
   * The elasticity of a unit's employment in each of its years. It is missing where there is no
   * year to compare with (FIRST_YEAR, GAP), a figure is missing or a first one not above 0
   * (MISSING_EMPLOYMENT, MISSING_OUTPUT), territory came or went (BOUNDARY_BREAK), or output does
   * not change (OUTPUT_UNCHANGED).
   */
  public List<EmploymentYear> elasticity(UnitSeries unit) {
    return unit.years().stream().map(year -> elasticity(unit, year)).toList();
  }

  private EmploymentYear elasticity(UnitSeries unit, int year) {
    String id = unit.unitId();
    double labour = Growth.ofYear(unit, Statistic.EMPLOYMENT, year);
    double output = Growth.ofYear(unit, unit.outputStatistic(), year);
    return new EmploymentYear(
        id,
        year,
        boundaries.isComparable(id, year - 1, year, Statistic.EMPLOYMENT) ? labour : Double.NaN,
        boundaries.isComparable(id, year - 1, year, unit.outputStatistic()) ? output : Double.NaN,
        change(
            labour,
            output,
            boundaries.flag(id, year - 1, year, Statistic.EMPLOYMENT, unit.outputStatistic()),
            Growth.noYearBefore(unit, year)),
        change(
            sinceFirst(unit, Statistic.EMPLOYMENT, year),
            sinceFirst(unit, unit.outputStatistic(), year),
            boundaries.flag(
                id, unit.years().get(0), year, Statistic.EMPLOYMENT, unit.outputStatistic()),
            year == unit.years().get(0) ? Growth.FIRST_YEAR : ""));
  }

  private static double sinceFirst(UnitSeries unit, Statistic figure, int year) {
    return Growth.percent(unit.value(unit.years().get(0), figure), unit.value(year, figure));
  }

  private static EmploymentYear.Change change(
      double labour, double output, String flag, String noYear) {
    boolean isSame = !flag.equals(Boundaries.BREAK);
    double elasticity = isSame ? Finite.quotient(labour, output) : Double.NaN;
    String reason = "";
    if (!noYear.isEmpty()) {
      reason = noYear;
    } else if (Double.isNaN(labour)) {
      reason = "MISSING_EMPLOYMENT";
    } else if (Double.isNaN(output)) {
      reason = "MISSING_OUTPUT";
    } else if (!isSame) {
      reason = Boundaries.BOUNDARY_BREAK;
    } else if (output == 0) {
      reason = "OUTPUT_UNCHANGED";
    }
    return new EmploymentYear.Change(elasticity, flag, reason);
  }

  /**
   * Okun's law.
   *
   * @param line of the change of the unemployment rate (percentage points) on the growth of output
   *     (%)
   * @param breaks yearly changes left out since they compare two territories
   */
  public record Okun(String unitId, LeastSquares line, long breaks) {}

  /** Okun's law of a unit, by changes from one calendar year to the next. */
  public Okun okun(UnitSeries unit) {
    int[] known =
        unit.years().stream()
            .mapToInt(Integer::intValue)
            .filter(year -> !Double.isNaN(growth(unit, year) + change(unit, year)))
            .toArray();
    int[] points = IntStream.of(known).filter(year -> isOkunComparable(unit, year)).toArray();
    LeastSquares line =
        LeastSquares.of(
            values(points, year -> growth(unit, year)), values(points, year -> change(unit, year)));
    return new Okun(unit.unitId(), line, known.length - points.length);
  }

  private boolean isOkunComparable(UnitSeries unit, int year) {
    return boundaries.isComparable(
        unit.unitId(), year - 1, year, Statistic.UNEMPLOYMENT_RATE, unit.outputStatistic());
  }

  private static double growth(UnitSeries unit, int year) {
    return Growth.ofYear(unit, unit.outputStatistic(), year);
  }

  private static double change(UnitSeries unit, int year) {
    double before = unit.value(year - 1, Statistic.UNEMPLOYMENT_RATE);
    return Finite.orNaN(unit.value(year, Statistic.UNEMPLOYMENT_RATE) - before);
  }

  private static double[] values(int[] years, IntToDoubleFunction value) {
    return IntStream.of(years).mapToDouble(value).toArray();
  }
}
