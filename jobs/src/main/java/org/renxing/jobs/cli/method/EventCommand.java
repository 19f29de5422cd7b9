package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.Coefficient;
import org.renxing.regression.Covariances;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.EventStudy;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.PanelRows;
import org.renxing.regression.RegressionFit;
import org.renxing.regression.SmallSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Difference in differences and event study. Starts no Spark session. */
@Command(
    name = "event",
    mixinStandardHelpOptions = true,
    header = "Difference in differences and event study of a dated event.",
    description = {
      "Tables: path (the effect by year before and after the event, the year before it as base), "
          + "difference (term treated, and controls) and fit (F test that all leads are 0).",
      "Two-way fixed effects; errors clustered by unit, factor G/(G − 1) · (N − 1)/(N − K), K the "
          + "coefficients and one for absorbed effects."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method event --input cities.csv --id city --year year --event pilot_year \\",
      "    --formula \"score ~ log(gdp)\" --leads 3 --lags 4"
    })
@InHelp(HelpGroup.DRIVERS)
final class EventCommand implements Callable<Integer> {
  @Mixin private ModelInput data;
  @Mixin private FormulaOption formula;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--event",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of the year of a unit's event, missing where it has none.")
  private String event;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--leads",
      defaultValue = "3",
      paramLabel = "N",
      description = "Years before, from 1; the last holds all earlier ones (3).")
  private int leads;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--lags",
      defaultValue = "3",
      paramLabel = "N",
      description = "Years after, from 0; the last holds all later ones (3).")
  private int lags;

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("path", "difference", "fit"));
    data.require("method event", true);
    Formula parsed = formula.parse();
    Frame frame = data.read(parsed, event);
    DesignMatrix design = parsed.design(frame);
    PanelRows panel = frame.panel().orElseThrow().select(design.rows());
    double[] dates = dates(frame.columns().get(event), design.rows(), panel);
    ModelTables.note(design);
    RegressionFit difference = EventStudy.difference(design, panel, dates);
    EventStudy study = EventStudy.of(design, panel, dates, leads, lags);
    ModelTables tables = new ModelTables();
    tables.add("rows", study.fit().size());
    tables.add("units", panel.units());
    tables.add(
        "units_with_event", (double) Arrays.stream(dates).filter(d -> !Double.isNaN(d)).count());
    tables.add("rows_left_out", design.leftOut());
    tables.add("parallel_trends_f", study.parallelTrends());
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("path", path(study));
    out.put(
        "difference",
        ModelTables.coefficients(
            difference.table(Covariances.clusteredByUnit(difference, SmallSample.CONSTANT)),
            Map.of()));
    out.put("fit", tables.fit());
    answer.write(out, List.of());
    System.err.println("Standard errors: " + study.covariance().note());
    return 0;
  }

  /** The date of each unit. */
  private double[] dates(double[] all, int[] rows, PanelRows panel) {
    double[] out = new double[panel.units()];
    boolean[] isSeen = new boolean[out.length];
    for (int i = 0; i < rows.length; i++) {
      int unit = panel.unit()[i];
      double date = all[rows[i]];
      if (isSeen[unit] && Double.compare(out[unit], date) != 0) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            String.format(
                Locale.ROOT,
                "--event %s: a unit has two dates, %s and %s; one in all of its rows, please",
                event,
                out[unit],
                date));
      }
      out[unit] = date;
      isSeen[unit] = true;
    }
    return out;
  }

  private static Answer path(EventStudy study) {
    List<Row> rows = new ArrayList<>();
    for (EventStudy.Effect effect : study.path()) {
      Coefficient c = effect.coefficient();
      rows.add(
          RowFactory.create(
              effect.time(),
              ModelTables.number(c.estimate()),
              ModelTables.number(c.standardError()),
              ModelTables.number(c.statistic()),
              ModelTables.number(c.pValue()),
              Answer.text(c.reason())));
    }
    return new Answer(
        List.of("years_since", "estimate", "std_error", "statistic", "p_value", "reason"), rows);
  }
}
