package org.renxing.resource;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitFigures;
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
  public List<EmploymentYear> elasticity(UnitFigures unit) {
    return IntStream.range(0, unit.size()).mapToObj(i -> elasticity(unit, i)).toList();
  }

  private EmploymentYear elasticity(UnitFigures unit, int i) {
    int year = unit.year(i);
    String id = unit.unitId();
    double labour = Growth.ofYear(unit, Statistic.EMPLOYMENT, i);
    double output = Growth.ofYear(unit, unit.output(), i);
    return new EmploymentYear(
        id,
        year,
        boundaries.isComparable(id, year - 1, year, Statistic.EMPLOYMENT) ? labour : Double.NaN,
        boundaries.isComparable(id, year - 1, year, unit.output()) ? output : Double.NaN,
        change(
            labour,
            output,
            boundaries.flag(id, year - 1, year, Statistic.EMPLOYMENT, unit.output()),
            Growth.noYearBefore(unit, i)),
        change(
            sinceFirst(unit, Statistic.EMPLOYMENT, i),
            sinceFirst(unit, unit.output(), i),
            boundaries.flag(id, unit.year(0), year, Statistic.EMPLOYMENT, unit.output()),
            i == 0 ? Growth.FIRST_YEAR : ""));
  }

  private static double sinceFirst(UnitFigures unit, Statistic figure, int i) {
    return Growth.percent(unit.of(figure, 0), unit.of(figure, i));
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
  public Okun okun(UnitFigures unit) {
    int[] known =
        IntStream.range(0, unit.size())
            .filter(i -> !Double.isNaN(growth(unit, i) + change(unit, i)))
            .toArray();
    int[] points = IntStream.of(known).filter(i -> isOkunComparable(unit, i)).toArray();
    LeastSquares line =
        LeastSquares.of(values(points, i -> growth(unit, i)), values(points, i -> change(unit, i)));
    return new Okun(unit.unitId(), line, known.length - points.length);
  }

  private boolean isOkunComparable(UnitFigures unit, int i) {
    int year = unit.year(i);
    return boundaries.isComparable(
        unit.unitId(), year - 1, year, Statistic.UNEMPLOYMENT_RATE, unit.output());
  }

  private static double growth(UnitFigures unit, int i) {
    return Growth.ofYear(unit, unit.output(), i);
  }

  private static double change(UnitFigures unit, int i) {
    double before = unit.in(Statistic.UNEMPLOYMENT_RATE, unit.year(i) - 1);
    return Finite.orNaN(unit.of(Statistic.UNEMPLOYMENT_RATE, i) - before);
  }

  private static double[] values(int[] places, IntToDoubleFunction value) {
    return IntStream.of(places).mapToDouble(value).toArray();
  }
}
