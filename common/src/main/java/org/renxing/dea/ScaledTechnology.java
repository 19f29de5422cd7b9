package org.renxing.dea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A technology as the columns of a linear program, in rows of inputs, outputs and, but for constant
 * returns, scale: Σ λ·a + slacks = b + τ·d with a = (x, y, 1), slack columns +e for inputs and −e
 * for outputs. Exact duplicates share a column; columns of units stand in the order of their first
 * key. Every row and every unit's column is multiplied by a power of two, so that numbers lie about
 * 1 and nothing is rounded.
 */
final class ScaledTechnology {
  final Technology technology;
  final int inputs;
  final int outputs;

  /** Rows of the program. */
  final int rows;

  /** Columns of units, which come first; slacks follow. */
  final int units;

  /** All columns one after the other. */
  final double[] columns;

  /** Cost of a column in the second phase: minus the size of a slack in the units of its row. */
  final double[] slackCost;

  /** By row, what it was multiplied by; the row of scale by 1. */
  final double[] rowFactor;

  /** By unit column, what it was multiplied by besides. */
  final double[] unitFactor;

  /** By unit column, the first row of the reference set that it stands for, and how many do. */
  private final int[] firstRow;

  private final int[] multiplicity;
  private final Map<UnitKey, Integer> columnOfKey;

  ScaledTechnology(Technology technology) {
    Observations reference = technology.reference();
    this.technology = technology;
    this.inputs = reference.inputCount();
    this.outputs = reference.outputCount();
    this.rows = inputs + outputs + (technology.returns() == Returns.CRS ? 0 : 1);
    Integer[] order = IntStream.range(0, reference.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> reference.key(a).compareTo(reference.key(b)));
    int[] columnOfRow = new int[reference.size()];
    List<Integer> firsts = group(reference, order, columnOfRow);
    this.units = firsts.size();
    this.firstRow = firsts.stream().mapToInt(Integer::intValue).toArray();
    this.multiplicity = new int[units];
    this.columnOfKey = new HashMap<>();
    for (int row = 0; row < reference.size(); row++) {
      multiplicity[columnOfRow[row]]++;
      columnOfKey.put(reference.key(row), columnOfRow[row]);
    }
    this.rowFactor = rowFactors(reference, firstRow);
    this.columns = new double[count() * rows];
    this.slackCost = new double[count()];
    this.unitFactor = new double[units];
    fill();
  }

  private ScaledTechnology(ScaledTechnology other, double[] rowFactor) {
    this.technology = other.technology;
    this.inputs = other.inputs;
    this.outputs = other.outputs;
    this.rows = other.rows;
    this.units = other.units;
    this.firstRow = other.firstRow;
    this.multiplicity = other.multiplicity;
    this.columnOfKey = other.columnOfKey;
    this.rowFactor = rowFactor;
    this.columns = new double[count() * rows];
    this.slackCost = new double[count()];
    this.unitFactor = new double[units];
    fill();
  }

  /**
   * Another matrix of the same technology, with rows scaled so that one unit's values lie about 1.
   */
  ScaledTechnology about(Observations set, int row) {
    double[] factors = rowFactor.clone();
    for (int i = 0; i < inputs + outputs; i++) {
      double value = set.value(row, i);
      factors[i] = value > 0 ? Math.scalb(1.0, -Math.getExponent(value)) : factors[i];
    }
    return new ScaledTechnology(this, factors);
  }

  /** Columns in all. */
  int count() {
    return units + inputs + outputs + (hasScaleSlack() ? 1 : 0);
  }

  private boolean hasScaleSlack() {
    return technology.returns() == Returns.NIRS || technology.returns() == Returns.NDRS;
  }

  /** The first unit of a column. */
  UnitKey key(int column) {
    return technology.reference().key(firstRow[column]);
  }

  /** The column of the unit with this key, or -1. */
  int columnOf(UnitKey key) {
    return columnOfKey.getOrDefault(key, -1);
  }

  /** The column that holds exactly the values of this unit, by its key, or -1. */
  int columnOf(Observations set, int row) {
    int column = columnOf(set.key(row));
    return column >= 0 && set.sameValues(row, technology.reference(), firstRow[column])
        ? column
        : -1;
  }

  /** How many reference units share a column. */
  int multiplicity(int column) {
    return multiplicity[column];
  }

  /** The row of the reference set that a column stands for, the first of several. */
  int referenceRow(int column) {
    return firstRow[column];
  }

  /** A unit's inputs, outputs and 1 in the scale of the rows. */
  double[] scaled(Observations set, int row) {
    double[] out = new double[rows];
    for (int i = 0; i < inputs + outputs; i++) {
      out[i] = set.value(row, i) * rowFactor[i];
    }
    if (rows > inputs + outputs) {
      out[rows - 1] = 1;
    }
    return out;
  }

  /** The row of a slack column. */
  int slackRow(int column) {
    return column - units;
  }

  private static List<Integer> group(Observations set, Integer[] order, int[] columnOfRow) {
    int size = Integer.highestOneBit(Math.max(4, set.size())) * 4;
    int[] slots = new int[size];
    List<Integer> firsts = new ArrayList<>();
    for (int row : order) {
      int slot = hash(set, row) & (size - 1);
      while (slots[slot] != 0 && !set.sameValues(row, set, firsts.get(slots[slot] - 1))) {
        slot = (slot + 1) & (size - 1);
      }
      if (slots[slot] == 0) {
        firsts.add(row);
        slots[slot] = firsts.size();
      }
      columnOfRow[row] = slots[slot] - 1;
    }
    return firsts;
  }

  private static int hash(Observations set, int row) {
    int out = 1;
    for (int i = 0; i < set.width(); i++) {
      out = 31 * out + Double.hashCode(set.value(row, i));
    }
    return out ^ (out >>> 15);
  }

  /** Powers of two near one over the geometric mean of the values above 0. */
  private double[] rowFactors(Observations set, int[] representatives) {
    double[] out = new double[rows];
    Arrays.fill(out, 1);
    for (int i = 0; i < set.width(); i++) {
      long exponents = 0;
      int positive = 0;
      for (int row : representatives) {
        double value = set.value(row, i);
        if (value > 0) {
          exponents += Math.getExponent(value);
          positive++;
        }
      }
      if (positive > 0) {
        out[i] = Math.scalb(1.0, (int) -Math.round((double) exponents / positive));
      }
    }
    return out;
  }

  private void fill() {
    for (int j = 0; j < units; j++) {
      double[] column = scaled(technology.reference(), firstRow[j]);
      double largest = Arrays.stream(column).max().orElse(1);
      unitFactor[j] = Math.scalb(1.0, -Math.getExponent(largest));
      for (int i = 0; i < rows; i++) {
        columns[j * rows + i] = column[i] * unitFactor[j];
      }
    }
    double smallest = Arrays.stream(rowFactor, 0, inputs + outputs).min().orElse(1);
    for (int i = 0; i < inputs + outputs; i++) {
      columns[(units + i) * rows + i] = i < inputs ? 1 : -1;
      slackCost[units + i] = -smallest / rowFactor[i];
    }
    if (hasScaleSlack()) {
      columns[columns.length - 1] = technology.returns() == Returns.NIRS ? 1 : -1;
    }
  }
}
