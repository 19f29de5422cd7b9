package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.space.WeightMatrix;
import picocli.CommandLine.Option;

/** Who is whose neighbour, from a file of pairs. */
@InHelp(HelpGroup.METHOD)
final class SpatialWeightsOptions {
  @Option(
      names = "--weights",
      required = true,
      paramLabel = "W.csv",
      description =
          "Table of pairs of neighbours: its first three columns are unit, neighbour and weight,"
              + " whatever their heads. Each direction is a row. Pairs of other units do not"
              + " count.")
  private Path file;

  @Option(
      names = "--standardise",
      paramLabel = "HOW",
      description =
          "row: the weights of each unit are divided by their sum; none: as the file has them."
              + " Unless given: none for g, gi and gi*, row for everything else.")
  private Optional<Standardise> standardise;

  /** How weights are scaled. */
  enum Standardise {
    ROW("row"),
    NONE("none");

    private final String word;

    Standardise(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Refuses early what could not be written late. */
  void require(Optional<String> output) {
    ReadingOptions.requireFile("--weights", file);
    Answer.requireApartFrom(output, "the table of weights", file);
  }

  /** A weight between two units of the input. */
  private record Pair(int from, int to) {}

  /**
   * The matrix of the units in their order, as the file has its weights.
   *
   * @throws RenxingException DATA_CHECK for a row that is no weight, a pair that stands twice, a
   *     unit paired with itself, and where no pair is of units of the input
   */
  WeightMatrix read(ReadingOptions reading, List<String> units) {
    InputTable rows = reading.read(file, Optional.empty());
    if (rows.columns().size() < 3) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--weights " + file + ": needs three columns, unit, neighbour and weight");
    }
    Map<String, Integer> placeOf = new HashMap<>();
    units.forEach(unit -> placeOf.put(unit, placeOf.size()));
    String unit = rows.columns().get(0);
    String neighbour = rows.columns().get(1);
    Set<Pair> seen = new HashSet<>();
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Integer i = placeOf.get(rows.bare(row, unit));
      Integer j = placeOf.get(rows.bare(row, neighbour));
      double weight = weight(rows, row);
      if (i == null || j == null) {
        continue;
      }
      if (i.equals(j) && weight > 0) {
        throw rows.broken(
            row, "", ": " + rows.bare(row, unit) + " is its own neighbour; leave the row out");
      }
      if (!seen.add(new Pair(i, j))) {
        throw rows.broken(
            row,
            "",
            ": the pair "
                + rows.bare(row, unit)
                + ", "
                + rows.bare(row, neighbour)
                + " is there"
                + " already");
      }
      if (weight > 0) {
        from.add(i);
        to.add(j);
        weights.add(weight);
      }
    }
    if (from.isEmpty()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          rows.name() + ": no row pairs two units of the input; units are matched by their names");
    }
    int left = rows.size() - seen.size();
    if (left > 0) {
      System.err.printf("%,d pairs of %s are of units that the input lacks%n", left, rows.name());
    }
    return WeightMatrix.of(
        units.size(),
        from.stream().mapToInt(Integer::intValue).toArray(),
        to.stream().mapToInt(Integer::intValue).toArray(),
        weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double weight(InputTable rows, int row) {
    String column = rows.columns().get(2);
    OptionalDouble weight = rows.quantity(row, column, "");
    return weight.orElseThrow(
        () -> rows.broken(row, "", ", column " + column + ": the weight is missing"));
  }

  /** The matrix with rows that sum to 1, or as it is. */
  WeightMatrix scaled(WeightMatrix matrix, Standardise unlessGiven) {
    return standardise.orElse(unlessGiven) == Standardise.ROW ? matrix.rowStandardised() : matrix;
  }
}
