package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.numerics.CodePointOrder;
import org.renxing.space.Places;
import org.renxing.space.WeightMatrix;
import org.renxing.space.WeightRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The table of weights that other methods of space read. */
@Command(
    name = "spatial-weights",
    mixinStandardHelpOptions = true,
    header = "Spatial weights by nearest units, distance, kernel or economic distance.",
    description = "One row a pair: unit, neighbour, weight, as hotspots and others read it.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method spatial-weights --input cities.csv --id city --x lon --y lat"
          + " --coordinates degrees --rule inverse --reach 300 --output weights.csv"
    })
@InHelp(HelpGroup.SPACE)
final class SpatialWeightsCommand implements Callable<Integer> {
  @Mixin private TableOptions table;
  @Mixin private PlaceOptions places;

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "RULE",
      description =
          "knn: the --k nearest; band: all within --reach; inverse: distance to the power of minus"
              + " --power, within --reach if given; kernel: falls to the end of --reach, or of the"
              + " --k nearest; economic: 1 over the difference of --value.")
  private Rule rule;

  @Option(names = "--k", paramLabel = "K", description = "knn, kernel: how many nearest units.")
  private Optional<Integer> k;

  @Option(
      names = "--reach",
      paramLabel = "KM",
      description = "band, inverse, kernel: largest distance in kilometres.")
  private Optional<Double> reach;

  @Option(
      names = "--power",
      paramLabel = "B",
      defaultValue = "1",
      description = "inverse: power of the distance (1).")
  private double power;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      defaultValue = "triangular",
      description = "kernel: uniform, triangular (default), epanechnikov, quartic or gaussian.")
  private WeightRules.Kernel kernel;

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      description = "economic: column such as GDP a head.")
  private Optional<String> value;

  /** How weights come about. */
  enum Rule {
    KNN,
    BAND,
    INVERSE,
    KERNEL,
    ECONOMIC
  }

  @Override
  public Integer call() {
    require();
    UnitTable file = table.open().check();
    if (file.hasYear()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--year: weights are of units; name one year of a panel with a file of" + " its own");
    }
    int[] order =
        IntStream.range(0, file.size())
            .boxed()
            .sorted((a, b) -> CodePointOrder.ASCENDING.compare(file.unit(a), file.unit(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    WeightMatrix matrix = matrix(file, order);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      for (int e = 0; e < matrix.degree(i); e++) {
        String neighbour = file.unit(order[matrix.neighbour(i, e)]);
        rows.add(RowFactory.create(file.unit(order[i]), neighbour, matrix.weight(i, e)));
      }
    }
    int[] islands = matrix.islands();
    if (islands.length > 0) {
      System.err.printf(
          "%,d units have no neighbour, the first %s%n",
          islands.length, file.unit(order[islands[0]]));
    }
    table.write(new Answer(List.of("unit", "neighbour", "weight"), rows));
    return 0;
  }

  private void require() {
    boolean needsK = rule == Rule.KNN || (rule == Rule.KERNEL && reach.isEmpty());
    String lack =
        needsK && k.filter(n -> n >= 1).isEmpty()
            ? "--k, 1 or more"
            : rule == Rule.BAND && reach.isEmpty() ? "--reach, in kilometres" : "";
    lack = rule == Rule.ECONOMIC && value.isEmpty() ? "--value, a column" : lack;
    lack = reach.filter(r -> !(r > 0)).isPresent() ? "--reach above 0" : lack;
    lack = !(power > 0) ? "--power above 0" : lack;
    if (!lack.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE, "--rule " + rule.name().toLowerCase(Locale.ROOT) + ": needs " + lack);
    }
  }

  private WeightMatrix matrix(UnitTable file, int[] order) {
    if (rule == Rule.ECONOMIC) {
      String column = file.cells().column("--value", value.orElseThrow());
      file.requireNumbers(List.of(column));
      double[] all = file.numbers(column);
      double[] values = Arrays.stream(order).mapToDouble(row -> all[row]).toArray();
      requireApart(file, order, Places.plane(values, new double[values.length]), column);
      return WeightRules.economicDistance(values);
    }
    Places all = places.of(file).among(order);
    double far = places.ofKilometres(reach.orElse(Double.POSITIVE_INFINITY));
    return switch (rule) {
      case KNN -> WeightRules.nearest(all, k.orElseThrow());
      case BAND -> WeightRules.band(all, far);
      case KERNEL ->
          reach.isPresent()
              ? WeightRules.kernel(all, kernel, far)
              : WeightRules.adaptiveKernel(all, kernel, k.orElseThrow());
      default -> {
        requireApart(file, order, all, "place");
        yield WeightRules.inverseDistance(all, power, far);
      }
    };
  }

  private static void requireApart(UnitTable file, int[] order, Places all, String what) {
    int[] same = all.coincident();
    if (same.length > 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.format(
              Locale.ROOT,
              "%s: %s and %s have the same %s, so that their weight would be infinite; move or"
                  + " merge them, or take another --rule",
              file.name(),
              file.unit(order[same[0]]),
              file.unit(order[same[1]]),
              what));
    }
  }
}
