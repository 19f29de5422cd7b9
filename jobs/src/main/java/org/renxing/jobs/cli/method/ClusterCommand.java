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
import org.renxing.cluster.BisectingKMeans;
import org.renxing.cluster.GaussianMixture;
import org.renxing.cluster.Hierarchy;
import org.renxing.cluster.KMeans;
import org.renxing.cluster.Partition;
import org.renxing.cluster.Points;
import org.renxing.cluster.Silhouette;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Types of the units of a file. Starts no Spark session. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    header = "Types of units by k-means, bisecting k-means, Gaussian mixtures or hierarchies.",
    description =
        "One row a unit (and year) with its cluster, numbered upwards by a mean, and its"
            + " silhouette. The total sum of squares within clusters is printed.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method cluster --input cities.csv --id city --columns gdp,green"
          + " --method kmeans --k 3 --seed 1 --output types.csv"
    })
@InHelp(HelpGroup.TYPES)
final class ClusterCommand implements Callable<Integer> {
  @Mixin private TableOptions table;

  @Option(
      names = "--columns",
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description =
          "Columns by which units are parted; every column of numbers unless given. A row that"
              + " lacks one is left out.")
  private List<String> columns = List.of();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "kmeans",
      description = "kmeans (default), bisecting, gmm, or ward, average, complete, single.")
  private String method;

  @Option(names = "--k", required = true, paramLabel = "K", description = "How many clusters.")
  private int k;

  @Option(
      names = "--scale",
      paramLabel = "HOW",
      defaultValue = "z",
      description =
          "z (default): columns are put to mean 0 and standard deviation 1 (n - 1) first; none.")
  private Scale scale;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      defaultValue = "full",
      description = "gmm: covariances full (default), tied, diagonal or spherical.")
  private GaussianMixture.Shape shape;

  @Option(
      names = "--order",
      paramLabel = "COLUMN",
      description = "Column whose mean numbers the clusters upwards; the first unless given.")
  private Optional<String> order;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "50",
      description = "kmeans, bisecting, gmm: random starts, of which the best counts (50).")
  private int starts;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the starts (1).")
  private long seed;

  /** How columns are put on one scale. */
  enum Scale {
    Z,
    NONE
  }

  @Override
  public Integer call() {
    if (starts < 1 || starts > 100_000) {
      throw new RenxingException(ErrorCode.USAGE, "--starts " + starts + ": from 1 to 100000");
    }
    UnitTable file = table.open().check();
    List<String> names = file.cells().named("--columns", columns);
    names = names.isEmpty() ? file.numericColumns() : names;
    if (names.isEmpty()) {
      throw new RenxingException(ErrorCode.USAGE, "--columns: name columns of numbers");
    }
    file.requireNumbers(names);
    Optional<String> by = order.map(o -> file.cells().column("--order", o));
    by.ifPresent(o -> file.requireNumbers(List.of(o)));
    List<double[]> values = names.stream().map(file::numbers).toList();
    int[] known =
        IntStream.range(0, file.size())
            .filter(row -> values.stream().noneMatch(column -> Double.isNaN(column[row])))
            .toArray();
    double[][] raw =
        Arrays.stream(known)
            .mapToObj(row -> values.stream().mapToDouble(column -> column[row]).toArray())
            .toArray(double[][]::new);
    if (raw.length == 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, file.name() + ": no row has all of " + String.join(", ", names));
    }
    double[][] rows = scale == Scale.Z ? Points.standardised(raw) : raw;
    Partition partition = partition(rows);
    if (by.isPresent()) {
      double[] all = file.numbers(by.get());
      double[] score = Arrays.stream(known).mapToDouble(row -> all[row]).toArray();
      partition = ordered(partition, rows, score, by.get());
    }
    write(file, known, partition, Silhouette.of(rows, partition));
    return 0;
  }

  private Partition partition(double[][] rows) {
    return switch (method) {
      case "kmeans" -> KMeans.of(rows, k, starts, seed);
      case "bisecting" -> BisectingKMeans.of(rows, k, starts, seed);
      case "gmm" -> mixture(rows);
      case "ward", "average", "complete", "single" ->
          new Hierarchy(rows, Hierarchy.Linkage.valueOf(method.toUpperCase(Locale.ROOT))).cut(k);
      default ->
          throw new RenxingException(
              ErrorCode.USAGE,
              "--method " + method + ": kmeans, bisecting, gmm, ward, average, complete or single");
    };
  }

  private Partition mixture(double[][] rows) {
    GaussianMixture found = GaussianMixture.of(rows, k, shape, starts, seed);
    System.err.printf(
        Locale.ROOT,
        "log-likelihood %s  BIC %s (smaller is better)%n",
        found.logLikelihood(),
        found.bic());
    return Partition.ofLabels(rows, found.labels());
  }

  private static Partition ordered(
      Partition partition, double[][] rows, double[] score, String column) {
    if (Arrays.stream(score).anyMatch(Double::isNaN)) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "--order " + column + ": some units that are parted lack it");
    }
    return partition.orderedBy(rows, score);
  }

  private void write(UnitTable file, int[] known, Partition partition, Silhouette silhouette) {
    List<String> names = new ArrayList<>(List.of("unit"));
    if (file.hasYear()) {
      names.add("year");
    }
    names.addAll(List.of("cluster", "silhouette", "reason"));
    List<Row> rows = new ArrayList<>();
    int next = 0;
    for (int row = 0; row < file.size(); row++) {
      List<Object> cells = new ArrayList<>(List.of(file.unit(row)));
      if (file.hasYear()) {
        cells.add(file.year(row));
      }
      boolean isKnown = next < known.length && known[next] == row;
      cells.add(isKnown ? partition.cluster(next) : null);
      cells.add(isKnown ? Answer.number(silhouette.value(next)) : null);
      cells.add(isKnown ? null : "MISSING");
      next += isKnown ? 1 : 0;
      rows.add(RowFactory.create(cells.toArray()));
    }
    table.write(new Answer(names, rows));
    if (!silhouette.isExact()) {
      System.err.printf(
          Locale.ROOT,
          "more than %d rows: silhouettes are the simplified ones, from means of clusters%n",
          Silhouette.MOST_EXACT);
    }
    String sums =
        String.format(
            Locale.ROOT,
            "total within sum of squares %s, mean silhouette %s",
            partition.within(),
            silhouette.mean());
    if (table.isDataOnStandardOutput()) {
      System.err.println(sums);
    } else {
      System.out.println(sums);
    }
  }
}
