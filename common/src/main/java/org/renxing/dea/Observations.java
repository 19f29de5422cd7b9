package org.renxing.dea;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Units with their inputs and outputs, checked: every value is a number of 0 or more, and no unit
 * has inputs of 0 throughout. Immutable.
 */
public final class Observations implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] inputNames;
  private final String[] outputNames;
  private final UnitKey[] keys;

  /** Row by row: inputs, then outputs. */
  private final double[] values;

  private Observations(String[] inputNames, String[] outputNames, UnitKey[] keys, double[] values) {
    this.inputNames = inputNames;
    this.outputNames = outputNames;
    this.keys = keys;
    this.values = values;
  }

  /**
   * Checks and copies.
   *
   * @param inputNames names of the inputs, one at least
   * @param outputNames names of the outputs, one at least
   * @param keys one a unit, each once
   * @param inputs one row a unit, one column an input
   * @param outputs one row a unit, one column an output
   * @throws RenxingException DATA_CHECK for a value that is missing (NaN), infinite or below 0,
   *     inputs that are all 0, a key that stands twice, or shapes that do not agree; the message
   *     names unit, period and column
   */
  public static Observations of(
      List<String> inputNames,
      List<String> outputNames,
      List<UnitKey> keys,
      double[][] inputs,
      double[][] outputs) {
    requireNames(inputNames, outputNames);
    if (inputs.length != keys.size() || outputs.length != keys.size()) {
      throw broken(
          String.format(
              Locale.ROOT,
              "DEA: %d units with %d rows of inputs and %d of outputs; one row a unit is needed",
              keys.size(),
              inputs.length,
              outputs.length));
    }
    Observations out =
        new Observations(
            inputNames.toArray(String[]::new),
            outputNames.toArray(String[]::new),
            keys.toArray(UnitKey[]::new),
            new double[keys.size() * (inputNames.size() + outputNames.size())]);
    out.requireUniqueKeys();
    for (int row = 0; row < out.size(); row++) {
      out.fill(row, inputs[row], outputs[row]);
    }
    return out;
  }

  /** How many units. */
  public int size() {
    return keys.length;
  }

  /** How many inputs. */
  public int inputCount() {
    return inputNames.length;
  }

  /** How many outputs. */
  public int outputCount() {
    return outputNames.length;
  }

  /** Names of the inputs. */
  public List<String> inputNames() {
    return List.of(inputNames);
  }

  /** Names of the outputs. */
  public List<String> outputNames() {
    return List.of(outputNames);
  }

  /** The unit of a row. */
  public UnitKey key(int row) {
    return keys[row];
  }

  /** An input. */
  public double input(int row, int input) {
    return values[row * width() + input];
  }

  /** An output. */
  public double output(int row, int output) {
    return values[row * width() + inputNames.length + output];
  }

  /** Input or output, inputs first. */
  double value(int row, int column) {
    return values[row * width() + column];
  }

  /** Inputs and outputs together. */
  int width() {
    return inputNames.length + outputNames.length;
  }

  /** Whether two rows hold the same numbers. */
  boolean sameValues(int row, Observations other, int otherRow) {
    int w = width();
    return Arrays.equals(
        values, row * w, (row + 1) * w, other.values, otherRow * w, (otherRow + 1) * w);
  }

  /** Whether all outputs of a row are 0. */
  public boolean hasZeroOutput(int row) {
    return IntStream.range(0, outputNames.length).allMatch(r -> output(row, r) == 0);
  }

  /** Some of the rows, in the order given. */
  public Observations rows(int... rows) {
    int w = width();
    UnitKey[] chosen = new UnitKey[rows.length];
    double[] copied = new double[rows.length * w];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = keys[rows[i]];
      System.arraycopy(values, rows[i] * w, copied, i * w, w);
    }
    return new Observations(inputNames, outputNames, chosen, copied);
  }

  /**
   * These units, then others.
   *
   * @throws RenxingException DATA_CHECK where the columns differ or a key stands in both
   */
  public Observations and(Observations other) {
    requireSameColumns(other);
    UnitKey[] all = Arrays.copyOf(keys, keys.length + other.keys.length);
    System.arraycopy(other.keys, 0, all, keys.length, other.keys.length);
    double[] joined = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, joined, values.length, other.values.length);
    Observations out = new Observations(inputNames, outputNames, all, joined);
    out.requireUniqueKeys();
    return out;
  }

  void requireSameColumns(Observations other) {
    if (!Arrays.equals(inputNames, other.inputNames)
        || !Arrays.equals(outputNames, other.outputNames)) {
      throw broken(
          "DEA: inputs %s and outputs %s against %s and %s; both sets need the same columns"
              .formatted(inputNames(), outputNames(), other.inputNames(), other.outputNames()));
    }
  }

  private void fill(int row, double[] inputs, double[] outputs) {
    if (inputs.length != inputNames.length || outputs.length != outputNames.length) {
      throw broken(
          String.format(
              Locale.ROOT,
              "DEA, unit %s: %d inputs and %d outputs; %d and %d are needed",
              keys[row],
              inputs.length,
              outputs.length,
              inputNames.length,
              outputNames.length));
    }
    boolean isIdle = true;
    for (int i = 0; i < inputs.length; i++) {
      values[row * width() + i] = checked(row, inputNames[i], inputs[i]);
      isIdle &= inputs[i] == 0;
    }
    for (int r = 0; r < outputs.length; r++) {
      values[row * width() + inputs.length + r] = checked(row, outputNames[r], outputs[r]);
    }
    if (isIdle) {
      throw broken(
          "DEA, unit %s, columns %s: all inputs are 0; one above 0 is needed: drop the unit, or give a floor"
              .formatted(keys[row], String.join(", ", inputNames)));
    }
  }

  private double checked(int row, String column, double value) {
    if (Double.isNaN(value)) {
      throw broken(
          "DEA, unit %s, column %s: is missing; impute it or drop the unit"
              .formatted(keys[row], column));
    }
    if (value < 0 || Double.isInfinite(value)) {
      throw broken(
          "DEA, unit %s, column %s: is %s; a finite number of 0 or more is needed"
              .formatted(keys[row], column, value));
    }
    return value + 0.0; // no negative zero
  }

  private void requireUniqueKeys() {
    Set<UnitKey> seen = new HashSet<>();
    for (UnitKey key : keys) {
      if (!seen.add(key)) {
        throw broken("DEA, unit %s: stands twice; each unit and period once".formatted(key));
      }
    }
  }

  private static void requireNames(List<String> inputNames, List<String> outputNames) {
    Set<String> seen = new HashSet<>();
    for (List<String> names : List.of(inputNames, outputNames)) {
      if (names.isEmpty()) {
        throw broken(
            "DEA: inputs %s, outputs %s; one of each at least is needed"
                .formatted(inputNames, outputNames));
      }
      for (String name : names) {
        if (!seen.add(name)) {
          throw broken("DEA, column %s: stands twice; each input or output once".formatted(name));
        }
      }
    }
  }

  private static RenxingException broken(String message) {
    return new RenxingException(ErrorCode.DATA_CHECK, message);
  }
}
