package org.renxing.jobs.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.renxing.cluster.KMeans;
import org.renxing.cluster.Points;
import org.renxing.detector.Convention;
import org.renxing.detector.Discretisation;
import org.renxing.detector.GeographicalDetector;
import org.renxing.detector.Strata;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.Covariances;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Effects;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.LeastSquares;
import org.renxing.regression.PanelRows;
import org.renxing.regression.RegressionFit;
import org.renxing.regression.SmallSample;
import org.renxing.space.Places;
import org.renxing.space.WeightMatrix;
import org.renxing.space.WeightRules;
import org.renxing.spatialregression.LogDeterminant;
import org.renxing.spatialregression.SpatialEffects;
import org.renxing.spatialregression.SpatialFit;
import org.renxing.spatialregression.SpatialImpacts;
import org.renxing.spatialregression.SpatialModel;
import org.renxing.spatialregression.SpatialPanel;
import org.renxing.spatialregression.SpatialRegression;

/**
 * Times kernels of statistics on a made-up panel: y = Σ_j b_j x_j + unit + year + noise with b_j =
 * j over the number of regressors, and units in random places of a plane.
 */
public final class StatisticsBenchmark {
  private static final long SEED = 20240601;
  private static final int STRATA = 5;
  private static final int NEAREST = 6;
  private static final int DRAWS = 1000;
  private static final int STARTS = 20;
  private static final int LEAST_TYPES = 2;
  private static final int MOST_TYPES = 12;
  private static final int FEATURES = 4;

  private final int units;
  private final int years;
  private final double[][] x;
  private final double[] y;
  private final Places places;

  /** What can be timed. */
  public enum Method {
    /** The geographical detector: each regressor in quantiles, and all their pairs. */
    DETECTOR,
    /** Two-way fixed effects with errors clustered by unit. */
    FIXED,
    /** A spatial Durbin model with two-way effects, with 1,000 draws of its effects. */
    DURBIN,
    /** k-means of the first four regressors for k = 2 to 12, 20 starts each. */
    KMEANS
  }

  /**
   * Figures of passes over the same panel.
   *
   * @param rows units × years
   * @param regressors regressors, or features of k-means
   * @param firstSeconds the first pass, in a JVM that has not done it before
   * @param fastestSeconds the fastest of all
   * @param figure what came out: the largest q, the last coefficient, ρ, or the sum of squares
   *     within 12 types
   */
  public record Result(
      Method method,
      int units,
      int years,
      int rows,
      int regressors,
      double firstSeconds,
      double fastestSeconds,
      double figure) {}

  /** Makes up a panel of so many units, years and regressors. */
  public StatisticsBenchmark(int units, int years, int regressors) {
    this.units = units;
    this.years = years;
    SplittableRandom random = new SplittableRandom(SEED);
    int n = units * years;
    double[] unit = random.doubles(units).toArray();
    double[] year = random.doubles(years).toArray();
    x = new double[regressors][n];
    y = new double[n];
    for (int row = 0; row < n; row++) {
      y[row] = unit[row / years] + year[row % years] + random.nextGaussian();
      for (int j = 0; j < regressors; j++) {
        x[j][row] = random.nextGaussian() + unit[row / years];
        y[row] += x[j][row] * (j + 1) / regressors;
      }
    }
    places = Places.plane(random.doubles(units).toArray(), random.doubles(units).toArray());
  }

  /** Times a method. */
  public Result time(Method method, int morePasses) {
    Supplier<Double> course =
        switch (method) {
          case DETECTOR -> this::detector;
          case FIXED -> this::fixed;
          case DURBIN -> this::durbin;
          case KMEANS -> this::kmeans;
        };
    double first = Double.NaN;
    double fastest = Double.POSITIVE_INFINITY;
    double figure = Double.NaN;
    for (int pass = 0; pass <= morePasses; pass++) {
      long start = System.nanoTime();
      figure = course.get();
      double seconds = (System.nanoTime() - start) / 1e9;
      first = pass == 0 ? seconds : first;
      fastest = Math.min(fastest, seconds);
    }
    int regressors = method == Method.KMEANS ? Math.min(FEATURES, x.length) : x.length;
    return new Result(method, units, years, y.length, regressors, first, fastest, figure);
  }

  private double detector() {
    List<Strata> factors =
        IntStream.range(0, x.length)
            .mapToObj(j -> Strata.of(name(j), x[j], Discretisation.QUANTILE.breaks(x[j], STRATA)))
            .toList();
    GeographicalDetector detector = GeographicalDetector.of(y, factors, Convention.GDVERSE);
    detector.interactions();
    return detector.factors().stream().mapToDouble(factor -> factor.q()).max().orElseThrow();
  }

  private double fixed() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("y", y);
    IntStream.range(0, x.length).forEach(j -> columns.put(name(j), x[j]));
    int[] unit = IntStream.range(0, y.length).map(row -> row / years).toArray();
    int[] year = IntStream.range(0, y.length).map(row -> row % years).toArray();
    PanelRows panel = new PanelRows(unit, year);
    DesignMatrix design =
        Formula.parse("y ~ " + String.join(" + ", names()))
            .design(new Frame(columns, Optional.of(panel)));
    RegressionFit fit = LeastSquares.panel(design, panel, Effects.TWOWAY);
    return fit.table(Covariances.clusteredByUnit(fit, SmallSample.CONSTANT))
        .get(x.length - 1)
        .estimate();
  }

  private double durbin() {
    WeightMatrix weights = weights();
    SpatialPanel panel =
        new SpatialPanel(
            weights,
            byYear(y),
            names(),
            Arrays.stream(x).map(this::byYear).toArray(double[][][]::new),
            SpatialEffects.TWO_WAY);
    LogDeterminant determinant = LogDeterminant.of(weights, SEED);
    SpatialFit fit = SpatialRegression.fit(panel, SpatialModel.DURBIN, determinant);
    SpatialImpacts.of(fit, determinant, DRAWS, SEED);
    return fit.spatial().estimate();
  }

  private double kmeans() {
    double[][] rows = new double[y.length][Math.min(FEATURES, x.length)];
    for (int row = 0; row < rows.length; row++) {
      for (int j = 0; j < rows[row].length; j++) {
        rows[row][j] = x[j][row];
      }
    }
    double[][] scaled = Points.standardised(rows);
    double within = Double.NaN;
    for (int k = LEAST_TYPES; k <= MOST_TYPES; k++) {
      within = KMeans.of(scaled, k, STARTS, SEED).within();
    }
    return within;
  }

  private WeightMatrix weights() {
    return WeightRules.nearest(places, NEAREST).rowStandardised();
  }

  private double[][] byYear(double[] values) {
    double[][] out = new double[years][units];
    for (int row = 0; row < values.length; row++) {
      out[row % years][row / years] = values[row];
    }
    return out;
  }

  private static String name(int regressor) {
    return "x" + (regressor + 1);
  }

  private List<String> names() {
    return IntStream.range(0, x.length).mapToObj(StatisticsBenchmark::name).toList();
  }

  /**
   * Writes the panel and its weights, so that other programs can be timed on the same.
   *
   * @param folder gets panel.csv (unit, year, y, x1, …) and weights.csv (unit, neighbour, weight)
   */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("panel.csv"))) {
        List<String> head = new ArrayList<>(List.of("unit", "year", "y"));
        head.addAll(names());
        csv.writeRecord(head);
        for (int row = 0; row < y.length; row++) {
          List<String> cells = new ArrayList<>();
          cells.add("u" + row / years);
          cells.add(Integer.toString(2000 + row % years));
          cells.add(Double.toString(y[row]));
          for (double[] column : x) {
            cells.add(Double.toString(column[row]));
          }
          csv.writeRecord(cells);
        }
      }
      try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("weights.csv"))) {
        csv.writeRecord("unit", "neighbour", "weight");
        WeightMatrix weights = weights();
        for (int unit = 0; unit < units; unit++) {
          for (int k = 0; k < weights.degree(unit); k++) {
            csv.writeRecord(
                "u" + unit,
                "u" + weights.neighbour(unit, k),
                Double.toString(weights.weight(unit, k)));
          }
        }
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, folder + ": " + e.getMessage(), e);
    }
  }
}
