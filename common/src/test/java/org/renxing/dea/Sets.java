package org.renxing.dea;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Sets of units for tests. */
final class Sets {
  private Sets() {}

  /** How values are drawn. */
  enum Kind {
    /** Between 0.01 and 1. */
    SMOOTH,
    /** Whole numbers from 1 to 4: ties everywhere. */
    TIED,
    /** Tenths, a third of them 0. */
    WITH_ZEROS,
    /** Smooth, each column in a unit of its own from 1e-6 to 1e6. */
    SCALED
  }

  /** Units named U01, U02, …, one row of inputs and outputs each. */
  static Observations of(int inputs, double[]... rows) {
    List<UnitKey> keys =
        IntStream.range(0, rows.length)
            .mapToObj(i -> UnitKey.of(String.format(Locale.ROOT, "U%02d", i + 1)))
            .toList();
    int outputs = rows.length == 0 ? 1 : rows[0].length - inputs;
    double[][] x = new double[rows.length][inputs];
    double[][] y = new double[rows.length][outputs];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, x[i], 0, inputs);
      System.arraycopy(rows[i], inputs, y[i], 0, outputs);
    }
    return Observations.of(names("x", inputs), names("y", outputs), keys, x, y);
  }

  /** A random set, with a duplicate now and then. */
  static Observations random(Kind kind, int inputs, int outputs, int units, long seed) {
    Random random = new Random(seed);
    double[] scale = new double[inputs + outputs];
    for (int c = 0; c < scale.length; c++) {
      scale[c] = kind == Kind.SCALED ? Math.pow(10, 12 * random.nextDouble() - 6) : 1;
    }
    double[][] rows = new double[units][];
    for (int i = 0; i < units; i++) {
      double[] row = new double[inputs + outputs];
      for (int c = 0; c < row.length; c++) {
        row[c] = draw(kind, random) * scale[c];
      }
      if (IntStream.range(0, inputs).allMatch(c -> row[c] == 0)) {
        row[0] = 1;
      }
      rows[i] = i > 0 && random.nextInt(8) == 0 ? rows[i - 1].clone() : row;
    }
    return of(inputs, rows);
  }

  /** The same units with columns multiplied, inputs first. */
  static Observations times(Observations set, double... factors) {
    double[][] rows = rows(set);
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] *= factors[c];
      }
    }
    return of(set.inputCount(), rows);
  }

  /** The same units and others after them. */
  static Observations with(Observations set, double[]... more) {
    List<double[]> all = new ArrayList<>(List.of(rows(set)));
    all.addAll(List.of(more));
    return of(set.inputCount(), all.toArray(double[][]::new));
  }

  static double[][] rows(Observations set) {
    double[][] rows = new double[set.size()][set.width()];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < set.width(); c++) {
        rows[i][c] = set.value(i, c);
      }
    }
    return rows;
  }

  private static double draw(Kind kind, Random random) {
    return switch (kind) {
      case SMOOTH, SCALED -> 0.01 + random.nextDouble();
      case TIED -> 1 + random.nextInt(4);
      case WITH_ZEROS -> random.nextInt(3) == 0 ? 0 : (1 + random.nextInt(10)) / 10.0;
    };
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }
}
