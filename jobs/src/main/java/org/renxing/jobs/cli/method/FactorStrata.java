package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.detector.Convention;
import org.renxing.detector.Discretisation;
import org.renxing.detector.OptimalStrata;
import org.renxing.detector.Strata;

/** Makes strata of the columns of a file, and says what it made of numbers. */
final class FactorStrata {
  private final InputTable cells;
  private final double[] y;
  private final Convention convention;
  private final Optional<int[]> span;
  private final List<Discretisation> ways;
  private final List<String> notes = new ArrayList<>();

  /**
   * Settles how numbers are cut.
   *
   * @param span least and largest number of strata; none where values are strata
   */
  FactorStrata(
      InputTable cells,
      double[] y,
      Convention convention,
      Optional<int[]> span,
      List<Discretisation> ways) {
    this.cells = cells;
    this.y = y;
    this.convention = convention;
    this.span = span;
    this.ways = ways.isEmpty() ? List.of(Discretisation.QUANTILE) : List.copyOf(ways);
  }

  /** The strata of a column. */
  Strata of(String column) {
    boolean isNumber =
        cells.figures(column).holdsNumbers() && cells.figures(column).offender().isEmpty();
    if (span.isPresent() && isNumber) {
      double[] values =
          IntStream.range(0, cells.size())
              .mapToDouble(row -> cells.number(row, column).orElse(Double.NaN))
              .toArray();
      long distinct = Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().count();
      if (distinct > span.get()[1]) {
        return cut(column, values);
      }
    }
    Strata out =
        Strata.of(
            column,
            IntStream.range(0, cells.size())
                .mapToObj(row -> cells.isMissing(row, column) ? "" : cells.bare(row, column))
                .toList());
    if (isNumber && out.labels().size() > cells.size() / 4) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: %,d strata in %,d rows, each value one; --strata N cuts numbers",
              column,
              out.labels().size(),
              cells.size()));
    }
    return out;
  }

  private Strata cut(String column, double[] values) {
    int[] ends = span.orElseThrow();
    boolean isFixed = ends[0] == ends[1] && ways.size() == 1;
    Optional<OptimalStrata> best =
        isFixed
            ? Optional.empty()
            : OptimalStrata.of(column, y, values, ways, ends[0], ends[1], convention);
    Discretisation way = best.map(OptimalStrata::way).orElse(ways.get(0));
    int asked = best.map(OptimalStrata::asked).orElse(ends[0]);
    Strata out =
        best.map(OptimalStrata::strata)
            .orElseGet(() -> Strata.of(column, values, way.breaks(values, asked)));
    notes.add(
        String.format(
            Locale.ROOT,
            "%s: %s, %d strata%s %s",
            column,
            way.text(),
            out.labels().size(),
            isFixed ? "" : " (highest q)",
            String.join(" ", out.labels())));
    return out;
  }

  /** What was made of numbers, in words. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}
