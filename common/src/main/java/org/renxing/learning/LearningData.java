package org.renxing.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.PanelRows;

/**
 * Response, candidates and units of complete rows, in the order of units and times.
 *
 * @param candidates all, as the formula names them
 * @param used those that vary and do not repeat another; the columns of rows
 * @param rows one array a row, without missing values
 * @param unit the unit of each row, from 0 without gaps
 * @param reasons why others are not used: {@code CONSTANT}, {@code DUPLICATE_OF:a}
 * @param notes of used candidates: {@code COLLINEAR_WITH:a + b}, a combination of earlier ones
 */
@SuppressWarnings("ArrayRecordComponent") // immutable by use
public record LearningData(
    List<String> candidates,
    List<String> used,
    double[][] rows,
    double[] y,
    int[] unit,
    Map<String, String> reasons,
    Map<String, String> notes) {

  /**
   * Sorts the rows and looks at the candidates.
   *
   * @param design with an intercept
   * @param panel units and times of the rows of the design; units are numbered in an order of their
   *     own, such as that of their names
   * @throws RenxingException USAGE for a formula without intercept or candidate; DATA_CHECK for no
   *     complete row, a constant response, or no candidate that varies
   */
  public static LearningData of(DesignMatrix design, PanelRows panel) {
    if (!design.hasIntercept() || design.terms().isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE, "formula: name candidates right of ~, and leave out - 1");
    }
    if (design.size() == 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "no row has a value of the response and of all candidates");
    }
    if (Arrays.stream(design.y()).distinct().count() == 1) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          "the response " + design.response() + " is " + design.y()[0] + " in all rows");
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    List<Integer> kept =
        IntStream.range(0, design.x().length)
            .filter(j -> isNew(design, j, reasons))
            .boxed()
            .toList();
    if (kept.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, "no candidate varies: " + reasons);
    }
    Map<String, String> notes = new LinkedHashMap<>(design.dependent());
    notes.keySet().removeAll(reasons.keySet());
    Integer[] order =
        IntStream.range(0, design.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> panel.unit()[i])
                    .thenComparingInt(i -> panel.time()[i])
                    .thenComparingDouble(i -> design.y()[i])
                    .thenComparing((a, b) -> compare(design.x(), a, b)))
            .toArray(Integer[]::new);
    return new LearningData(
        design.terms(),
        kept.stream().map(design.terms()::get).toList(),
        Arrays.stream(order)
            .map(i -> kept.stream().mapToDouble(j -> design.x()[j][i]).toArray())
            .toArray(double[][]::new),
        Arrays.stream(order).mapToDouble(i -> design.y()[i]).toArray(),
        Arrays.stream(order).mapToInt(i -> panel.unit()[i]).toArray(),
        reasons,
        notes);
  }

  private static boolean isNew(DesignMatrix design, int j, Map<String, String> reasons) {
    double[] column = design.x()[j];
    String term = design.terms().get(j);
    if (Arrays.stream(column).allMatch(v -> v == column[0])) {
      reasons.put(term, "CONSTANT");
      return false;
    }
    for (int i = 0; i < j; i++) {
      if (Arrays.equals(design.x()[i], column)) {
        String first = design.terms().get(i);
        reasons.put(term, reasons.getOrDefault(first, "DUPLICATE_OF:" + first));
        return false;
      }
    }
    return true;
  }

  private static int compare(double[][] columns, int a, int b) {
    for (double[] column : columns) {
      int by = Double.compare(column[a], column[b]);
      if (by != 0) {
        return by;
      }
    }
    return 0;
  }

  /** How many units. */
  public int units() {
    return (int) Arrays.stream(unit).distinct().count();
  }

  /** The rows of a fold, or those of all others. */
  public int[] rows(int[] fold, int which, boolean isInside) {
    return IntStream.range(0, fold.length).filter(i -> (fold[i] == which) == isInside).toArray();
  }
}
