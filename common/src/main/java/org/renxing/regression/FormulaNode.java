package org.renxing.regression;

import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What a formula computes of columns: a column of numbers, NaN where missing or undefined. */
sealed interface FormulaNode {
  /** The values of the rows. */
  double[] values(Frame frame);

  /** Adds the names of the columns that are read. */
  void addColumns(Set<String> names);

  /** A column of the data. */
  record Column(String name) implements FormulaNode {
    @Override
    public double[] values(Frame frame) {
      return frame.column(name);
    }

    @Override
    public void addColumns(Set<String> names) {
      names.add(name);
    }
  }

  /** A number as written. */
  record Constant(double value) implements FormulaNode {
    @Override
    public double[] values(Frame frame) {
      double[] out = new double[frame.size()];
      Arrays.fill(out, value);
      return out;
    }

    @Override
    public void addColumns(Set<String> names) {
      // reads none
    }
  }

  /** Arithmetic of two columns. */
  record Pair(DoubleBinaryOperator operator, FormulaNode left, FormulaNode right)
      implements FormulaNode {
    @Override
    public double[] values(Frame frame) {
      double[] a = left.values(frame);
      double[] b = right.values(frame);
      double[] out = new double[a.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = operator.applyAsDouble(a[i], b[i]);
      }
      return out;
    }

    @Override
    public void addColumns(Set<String> names) {
      left.addColumns(names);
      right.addColumns(names);
    }
  }

  /** A function of each value. */
  record Each(DoubleUnaryOperator function, FormulaNode operand) implements FormulaNode {
    @Override
    public double[] values(Frame frame) {
      return Arrays.stream(operand.values(frame)).map(function).toArray();
    }

    @Override
    public void addColumns(Set<String> names) {
      operand.addColumns(names);
    }
  }

  /** The value of the same unit some time before, or what has changed since. */
  record Earlier(FormulaNode operand, int by, boolean isChange) implements FormulaNode {
    @Override
    public double[] values(Frame frame) {
      int[] earlier = frame.requirePanel(isChange ? "diff" : "lag").earlier(by);
      double[] x = operand.values(frame);
      double[] out = new double[x.length];
      for (int i = 0; i < out.length; i++) {
        double before = earlier[i] < 0 ? Double.NaN : x[earlier[i]];
        out[i] = isChange ? x[i] - before : before;
      }
      return out;
    }

    @Override
    public void addColumns(Set<String> names) {
      operand.addColumns(names);
    }
  }

  /**
   * Less the mean of the known values, over their sample standard deviation; NaN where that is 0.
   */
  record Standardised(FormulaNode operand) implements FormulaNode {
    @Override
    public double[] values(Frame frame) {
      double[] x = operand.values(frame);
      double[] known = Arrays.stream(x).filter(Double::isFinite).toArray();
      Arrays.sort(known);
      double mean = Columns.mean(known);
      double squares = 0;
      for (double v : known) {
        squares += (v - mean) * (v - mean);
      }
      double sd = Math.sqrt(squares / (known.length - 1));
      return Arrays.stream(x).map(v -> sd > 0 ? (v - mean) / sd : Double.NaN).toArray();
    }

    @Override
    public void addColumns(Set<String> names) {
      operand.addColumns(names);
    }
  }
}
