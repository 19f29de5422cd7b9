package org.renxing.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A regression as R writes it: {@code log(y) ~ x1 + lag(x2) + x1:x3 - 1}.
 *
 * <p>Right of {@code ~} terms are joined by {@code +}; {@code a:b} is their product, {@code a*b}
 * stands for {@code a + b + a:b}, {@code - a} takes a term away; {@code - 1} or {@code + 0} leave
 * the intercept out. Functions: {@code log} (natural), {@code log10}, {@code exp}, {@code sqrt},
 * {@code square}, {@code abs}, {@code lag(x, k)} and {@code diff(x, k)} (the value of the same unit
 * k times before, k = 1 unless given, and the change since), {@code standardised} (by mean and
 * sample standard deviation of all known values) and {@code I} (as it stands). Inside parentheses
 * {@code + - * / ^} are arithmetic. A name with other characters than letters, digits, {@code _}
 * and {@code .} stands between backquotes.
 */
public final class Formula {
  /** The name of the intercept. */
  public static final String INTERCEPT = "(Intercept)";

  private final Term response;
  private final List<Term> terms;
  private final boolean hasIntercept;

  Formula(Term response, List<Term> terms, boolean hasIntercept) {
    this.response = response;
    this.terms = List.copyOf(terms);
    this.hasIntercept = hasIntercept;
  }

  /**
   * Reads a formula.
   *
   * @throws org.renxing.model.RenxingException USAGE, with the place of what is not understood
   */
  public static Formula parse(String text) {
    return new FormulaReader(text).read();
  }

  /** A term as tables write it: without the backquotes around names. */
  public static String bare(String term) {
    return term.replace("`", "");
  }

  /** The response as written. */
  public String response() {
    return response.text();
  }

  /** The terms besides the intercept, as written. */
  public List<String> terms() {
    return terms.stream().map(Term::text).toList();
  }

  /** Whether there is an intercept. */
  public boolean hasIntercept() {
    return hasIntercept;
  }

  /** The columns that it reads, in order of appearance. */
  public Set<String> columns() {
    Set<String> out = new LinkedHashSet<>();
    response.factors().forEach(f -> f.node().addColumns(out));
    terms.forEach(t -> t.factors().forEach(f -> f.node().addColumns(out)));
    return out;
  }

  /**
   * The columns of the regression. A row in which the response or a term is missing or undefined is
   * left out.
   *
   * @throws org.renxing.model.RenxingException USAGE for a column that is not there
   */
  public DesignMatrix design(Frame frame) {
    double[] y = response.values(frame);
    List<double[]> x = new ArrayList<>();
    terms.forEach(term -> x.add(term.values(frame)));
    Map<String, Integer> undefined = new LinkedHashMap<>();
    count(undefined, response.text(), y);
    for (int j = 0; j < x.size(); j++) {
      count(undefined, terms.get(j).text(), x.get(j));
    }
    int[] rows =
        IntStream.range(0, y.length)
            .filter(i -> !Double.isNaN(y[i]) && x.stream().noneMatch(c -> Double.isNaN(c[i])))
            .toArray();
    return new DesignMatrix(
        response.text(),
        Columns.select(y, rows),
        terms(),
        x.stream().map(c -> Columns.select(c, rows)).toArray(double[][]::new),
        hasIntercept,
        rows,
        y.length - rows.length,
        undefined);
  }

  private static void count(Map<String, Integer> out, String term, double[] values) {
    int missing = 0;
    for (double v : values) {
      missing += Double.isNaN(v) ? 1 : 0;
    }
    if (missing > 0) {
      out.put(term, missing);
    }
  }
}
