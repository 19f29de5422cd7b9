package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.grey.GreyModel;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forecasts by the grey model GM(1,1). Starts no Spark session. */
@Command(
    name = "grey",
    mixinStandardHelpOptions = true,
    header = "GM(1,1): forecast of a short series, with class-ratio test, C and P.",
    description = {
      "Tables: forecast (unit, period, value, fitted, relative_error; value is empty past the last)"
          + " and model (a, b, class ratios and their limits, C, P, grade from 1 good to 4"
          + " unqualified, mean relative error, reason).",
      "A series needs four values or more, above 0, at equal steps; with --id a series that lacks"
          + " them has a reason (TOO_FEW, NOT_POSITIVE, GAP)."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method grey --input years.csv --period year --value co2 --horizon 3"
    })
@InHelp(HelpGroup.CARBON)
final class GreyCommand implements Callable<Integer> {
  private static final String GAP = "GAP";
  private static final int FARTHEST = 1000;
  private static final List<String> FORECAST =
      List.of("period", "value", "fitted", "relative_error");
  private static final List<String> MODEL =
      List.of(
          "n",
          "a",
          "b",
          "class_ratio_min",
          "class_ratio_max",
          "class_ratio_low",
          "class_ratio_high",
          "class_ratio_passed",
          "c",
          "p",
          "grade",
          "mean_relative_error",
          "reason");

  @Mixin private SeriesOptions data;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--value",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of the values, above 0.")
  private String value;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--horizon",
      defaultValue = "3",
      paramLabel = "N",
      description = "Steps past the last value, from 0 to 1000 (3).")
  private int horizon;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--shift",
      defaultValue = "0",
      paramLabel = "C",
      description =
          "Added to values before, and taken off fitted values after (0): for values that are not"
              + " above 0, or class ratios beyond their limits.")
  private double shift;

  /** What comes of one unit: its model, or why it has none. */
  private record Fit(NavigableMap<Integer, Double> series, int step, String reason) {}

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("forecast", "model"));
    if (horizon < 0 || horizon > FARTHEST) {
      throw usage("--horizon " + horizon + ": from 0 to " + FARTHEST);
    }
    if (!Double.isFinite(shift)) {
      throw usage("--shift " + shift + ": a number");
    }
    SeriesTable table = data.open("", Optional.empty());
    String column = table.cells().column("--value", value);
    SortedMap<String, Fit> fits = new TreeMap<>(table.units().comparator());
    table.units().forEach((unit, rows) -> fits.put(unit, fit(table, column, rows)));
    if (fits.values().stream().noneMatch(f -> f.reason().isEmpty())) {
      throw refused(table, column, fits);
    }
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("forecast", new Answer(names(table, FORECAST), forecasts(table, fits)));
    out.put("model", new Answer(names(table, MODEL), models(table, fits)));
    answer.write(out, List.of());
    boolean isData = answer.output().filter("-"::equals).isPresent();
    if (answer.output().isPresent()) {
      (isData ? System.err : System.out).print(out.get("model").text());
    }
    return 0;
  }

  private Fit fit(
      SeriesTable table, String column, SortedMap<Integer, SortedMap<String, Integer>> rows) {
    NavigableMap<Integer, Double> series = new TreeMap<>();
    rows.forEach(
        (period, row) -> {
          OptionalDouble x = table.cells().figure(row.get(""), column, table.who(row.get("")));
          x.ifPresent(known -> series.put(period, known));
        });
    double[] values = values(series);
    int step = step(series);
    String reason = GreyModel.reason(values, shift).orElse(step == 0 ? GAP : "");
    return new Fit(series, step, reason);
  }

  private static double[] values(NavigableMap<Integer, Double> series) {
    return series.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The step between periods; 0 where they differ, and where there is one period only. */
  private static int step(NavigableMap<Integer, Double> series) {
    int step = 0;
    Integer before = null;
    for (int period : series.keySet()) {
      if (before != null) {
        if (step != 0 && period - before != step) {
          return 0;
        }
        step = period - before;
      }
      before = period;
    }
    return step;
  }

  private RenxingException refused(SeriesTable table, String column, Map<String, Fit> fits) {
    Map.Entry<String, Fit> first = fits.entrySet().iterator().next();
    Fit fit = first.getValue();
    String why =
        switch (fit.reason()) {
          case GreyModel.TOO_FEW ->
              "has %d values; GM(1,1) needs %d or more"
                  .formatted(fit.series().size(), GreyModel.FEWEST);
          case GreyModel.NOT_POSITIVE ->
              "has %s; GM(1,1) needs values above 0, or --shift that makes them so"
                  .formatted(fit.series().values().stream().min(Double::compare).orElseThrow());
          default ->
              "has values for "
                  + fit.series().keySet()
                  + "; GM(1,1) needs equal steps without a gap";
        };
    String who = first.getKey().isEmpty() ? "" : first.getKey() + ", ";
    return new RenxingException(
        ErrorCode.DATA_CHECK,
        "%s: %scolumn %s %s".formatted(table.cells().name(), who, column, why));
  }

  private static RenxingException usage(String what) {
    return new RenxingException(ErrorCode.USAGE, what);
  }

  private static List<String> names(SeriesTable table, List<String> more) {
    List<String> out = new ArrayList<>(table.head());
    out.addAll(more);
    return out;
  }

  private List<Row> forecasts(SeriesTable table, Map<String, Fit> fits) {
    List<Row> out = new ArrayList<>();
    fits.forEach(
        (unit, fit) -> {
          if (fit.reason().isEmpty()) {
            GreyModel model = GreyModel.of(values(fit.series()), shift);
            int first = fit.series().firstKey();
            int known = fit.series().size();
            for (int k = 0; k < known + horizon; k++) {
              int period = first + k * fit.step();
              List<Object> cells = table.head(unit);
              cells.add(period);
              cells.add(fit.series().get(period));
              cells.add(Answer.number(model.fitted(k)));
              cells.add(k < known ? Answer.number(model.relativeError(k)) : null);
              out.add(RowFactory.create(cells.toArray()));
            }
          }
        });
    return out;
  }

  private List<Row> models(SeriesTable table, Map<String, Fit> fits) {
    List<Row> out = new ArrayList<>();
    fits.forEach(
        (unit, fit) -> {
          List<Object> cells = table.head(unit);
          cells.add(fit.series().size());
          if (fit.reason().isEmpty()) {
            cells.addAll(model(GreyModel.of(values(fit.series()), shift)));
          } else {
            MODEL.subList(1, MODEL.size() - 1).forEach(name -> cells.add(null));
            cells.add(fit.reason());
          }
          out.add(RowFactory.create(cells.toArray()));
        });
    return out;
  }

  private static List<Object> model(GreyModel model) {
    List<Object> out = new ArrayList<>();
    out.add(model.development());
    out.add(model.input());
    out.add(model.leastClassRatio());
    out.add(model.largestClassRatio());
    out.add(model.lowestRatio());
    out.add(model.highestRatio());
    out.add(model.passesClassRatios());
    out.add(Answer.number(model.varianceRatio()));
    out.add(Answer.number(model.smallErrors()));
    out.add(Answer.rank(model.grade()));
    out.add(Answer.number(model.meanRelativeError()));
    out.add(model.grade() == 0 ? "CONSTANT" : null);
    return out;
  }
}
