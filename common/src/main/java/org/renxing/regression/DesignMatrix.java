package org.renxing.regression;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a regression, without missing values.
 *
 * @param y the response
 * @param terms names of the columns of x
 * @param x one array a term; the intercept is not among them
 * @param rows where each row stood in the data
 * @param leftOut how many rows of the data had a missing or undefined value
 * @param undefined for each term that had any, in how many rows
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record DesignMatrix(
    String response,
    double[] y,
    List<String> terms,
    double[][] x,
    boolean hasIntercept,
    int[] rows,
    int leftOut,
    Map<String, Integer> undefined) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException for columns of other length
   */
  public DesignMatrix {
    terms = List.copyOf(terms);
    undefined = Map.copyOf(undefined);
    if (x.length != terms.size()) {
      throw new IllegalArgumentException("as many columns as terms expected");
    }
    for (double[] column : x) {
      if (column.length != y.length) {
        throw new IllegalArgumentException("columns differ in length");
      }
    }
  }

  /** How many rows. */
  public int size() {
    return y.length;
  }

  /**
   * The terms that add nothing to those before them beside an intercept, with the reason: {@code
   * CONSTANT}, or {@code COLLINEAR_WITH:} and the terms of which it is a linear combination.
   */
  public Map<String, String> dependent() {
    double[][] centred = Arrays.stream(x).map(Columns::centred).toArray(double[][]::new);
    double[] least = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      least[j] =
          PivotedQr.TOLERANCE * Columns.norm(centred[j])
              + LeastSquares.ROUNDING * Columns.norm(x[j]);
    }
    Map<String, String> out = new LinkedHashMap<>();
    PivotedQr.of(centred, least)
        .dependent()
        .forEach(
            (j, partners) ->
                out.put(
                    terms.get(j),
                    partners.isEmpty()
                        ? "CONSTANT"
                        : "COLLINEAR_WITH:"
                            + partners.stream().map(terms::get).collect(joining(" + "))));
    return out;
  }

  /** Some of the rows. */
  DesignMatrix select(int[] some) {
    double[][] columns = new double[x.length][];
    for (int j = 0; j < x.length; j++) {
      columns[j] = Columns.select(x[j], some);
    }
    int[] places = new int[some.length];
    for (int i = 0; i < some.length; i++) {
      places[i] = rows[some[i]];
    }
    return new DesignMatrix(
        response,
        Columns.select(y, some),
        terms,
        columns,
        hasIntercept,
        places,
        leftOut,
        undefined);
  }
}
