package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.detector.Convention;
import org.renxing.detector.Discretisation;
import org.renxing.detector.GeographicalDetector;
import org.renxing.detector.Strata;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The geographical detector of the columns of a file. Starts no Spark session. */
@Command(
    name = "geodetector",
    mixinStandardHelpOptions = true,
    header = "Geographical detector: how far factors explain a variable.",
    description = {
      "Tables: factors (q, F, noncentral p-value), interactions of pairs, ecological (whether two "
          + "factors explain differently), risks (t tests of the strata of a factor).",
      "Rows that lack the response or a factor are left out of all."
    },
    footer = {
      "",
      "Examples:",
      "  bin/renxing method geodetector --input villages.csv --response incidence \\",
      "    --factors soil,watershed",
      "  bin/renxing method geodetector --input cities.csv --response score \\",
      "    --factors gdp,green --strata 3..8 --discretise quantile,natural --table interactions \\",
      "    --output pairs.csv"
    })
@InHelp(HelpGroup.DRIVERS)
final class GeodetectorCommand implements Callable<Integer> {
  /** What becomes of a stratum of one row. */
  enum Singletons {
    DROP,
    KEEP
  }

  /** By what the noncentrality is divided. */
  enum Variance {
    POPULATION,
    SAMPLE
  }

  @InHelp(HelpGroup.TABLE)
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "CSV, workbook (.xlsx) or JSON lines with a head, one row a unit.")
  private Path input;

  @Mixin private ReadingOptions reading;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--response",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of the variable, numbers.")
  private String response;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--factors",
      required = true,
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description = "Columns of factors: strata, or numbers with --strata.")
  private List<String> factors;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--strata",
      paramLabel = "N",
      description =
          "Cut factors that are numbers, with more than N values, into N strata; A..B takes the"
              + " number with the highest q. Without it each value is a stratum.")
  private Optional<String> strata;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--discretise",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WAY,…",
      description =
          "How: quantile (default), equal, natural (Jenks, exact), geometric or sd; of several the"
              + " one with the highest q.")
  private List<Discretisation> ways = List.of();

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--singletons",
      defaultValue = "drop",
      paramLabel = "drop|keep",
      description =
          "Rows alone in their stratum: left out (as R's GD and gdverse) or kept with a variance of"
              + " 0 (as R's geodetector).")
  private Singletons singletons;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--variance",
      defaultValue = "population",
      paramLabel = "population|sample",
      description =
          "In the noncentrality of the p-value: with N (Wang et al. 2016, GD, gdverse) or N − 1"
              + " (R's geodetector).")
  private Variance variance;

  @Override
  public Integer call() {
    answer.require(input, DetectorTables.NAMES);
    if (strata.isEmpty() && !ways.isEmpty()) {
      throw new RenxingException(ErrorCode.USAGE, "--discretise: needs --strata, how many");
    }
    InputTable cells = reading.read(input, Optional.of(response));
    String column = cells.column("--response", response);
    double[] y = new double[cells.size()];
    for (int row = 0; row < y.length; row++) {
      y[row] = cells.figure(row, column, "").orElse(Double.NaN);
    }
    Convention convention =
        new Convention(singletons == Singletons.KEEP, variance == Variance.SAMPLE);
    FactorStrata cut = new FactorStrata(cells, y, convention, span(), ways);
    List<Strata> all = new ArrayList<>();
    for (String factor : cells.named("--factors", factors)) {
      if (factor.equals(column)) {
        throw new RenxingException(
            ErrorCode.USAGE, "--factors " + factor + ": is the response itself");
      }
      all.add(cut.of(factor));
    }
    GeographicalDetector detector = GeographicalDetector.of(y, all, convention);
    Map<String, Answer> out = new LinkedHashMap<>(DetectorTables.of(detector));
    answer.write(out, List.of());
    cut.notes().forEach(System.err::println);
    detector.factors().stream()
        .filter(f -> f.strata() > DetectorTables.MOST)
        .forEach(
            f ->
                System.err.printf(
                    Locale.ROOT,
                    "%s: %,d strata, too many for the table risks%n",
                    f.factor(),
                    f.strata()));
    if (detector.leftOut() > 0) {
      System.err.printf(
          Locale.ROOT,
          "%,d of %,d rows lack the response or a factor and are left out%n",
          detector.leftOut(),
          y.length);
    }
    return 0;
  }

  /** The least and the largest number of strata. */
  private Optional<int[]> span() {
    return strata.map(
        text -> {
          String[] ends = text.split("\\.\\.", -1);
          try {
            int least = Integer.parseInt(ends[0].strip());
            int most = Integer.parseInt(ends[ends.length - 1].strip());
            if (ends.length <= 2 && least >= 2 && most >= least && most <= 1000) {
              return new int[] {least, most};
            }
          } catch (NumberFormatException e) {
            throw wrong(text, e);
          }
          throw wrong(text, null);
        });
  }

  private static RenxingException wrong(String text, Exception cause) {
    return new RenxingException(
        ErrorCode.USAGE, "--strata " + text + ": a number from 2 to 1000, or A..B of two", cause);
  }
}
