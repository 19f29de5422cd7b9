package org.renxing.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A term of a formula: the product of one factor or more.
 *
 * @param factors none for the intercept
 */
record Term(List<Factor> factors) {
  Term {
    factors = List.copyOf(factors);
  }

  /**
   * One factor.
   *
   * @param text as the formula writes it
   */
  record Factor(String text, FormulaNode node) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Factor that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** The factors of both, each once. */
  Term times(Term other) {
    List<Factor> all = new ArrayList<>(factors);
    other.factors.stream().filter(f -> !all.contains(f)).forEach(all::add);
    return new Term(all);
  }

  /** The factors, with colons between. */
  String text() {
    return factors.stream().map(Factor::text).collect(Collectors.joining(":"));
  }

  /** The values of the rows; NaN where undefined. */
  double[] values(Frame frame) {
    double[] out = factors.get(0).node().values(frame).clone();
    for (Factor factor : factors.subList(1, factors.size())) {
      double[] more = factor.node().values(frame);
      for (int i = 0; i < out.length; i++) {
        out[i] *= more[i];
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = Double.isFinite(out[i]) ? out[i] : Double.NaN;
    }
    return out;
  }
}
