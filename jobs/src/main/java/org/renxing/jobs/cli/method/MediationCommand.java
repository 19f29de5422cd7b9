package org.renxing.jobs.cli.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.regression.Coefficient;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Effects;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.LeastSquares;
import org.renxing.regression.Mediation;
import org.renxing.regression.PanelRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mediation by three regressions. Starts no Spark session. */
@Command(
    name = "mediation",
    mixinStandardHelpOptions = true,
    header = "Mediation: whether a mediator carries the effect of a cause.",
    description = {
      "Table paths: total (c), cause_on_mediator (a), mediator (b), direct (c′) and indirect (a ·"
          + " b) with Sobel's test. Table fit: indirect over total."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method mediation --input cities.csv --id city --year year \\",
      "    --formula \"score ~ digital + innovation + log(gdp)\" --cause digital \\",
      "    --mediator innovation --effects twoway"
    })
@InHelp(HelpGroup.DRIVERS)
final class MediationCommand implements Callable<Integer> {
  @Mixin private ModelInput data;
  @Mixin private FormulaOption formula;
  @Mixin private ErrorOptions errors;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--cause",
      required = true,
      paramLabel = "TERM",
      description = "A term of the formula, as it is written there.")
  private String cause;

  @InHelp(HelpGroup.METHOD)
  @Option(names = "--mediator", required = true, paramLabel = "TERM", description = "Another.")
  private String mediator;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--effects",
      defaultValue = "none",
      paramLabel = "KIND",
      description = "none (default), unit, time or twoway.")
  private Effects effects;

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("paths", "fit"));
    errors.check();
    data.require(
        "method mediation",
        errors.needsYear() || effects == Effects.TIME || effects == Effects.TWOWAY);
    Formula parsed = formula.parse();
    Frame frame = data.read(parsed);
    DesignMatrix design = parsed.design(frame);
    PanelRows panel = frame.panel().orElseThrow().select(design.rows());
    ModelTables.note(design);
    Mediation found =
        Mediation.of(
            design,
            cause,
            mediator,
            new Mediation.Model(
                d -> LeastSquares.panel(d, panel, effects), f -> errors.covariance(f, false)));
    List<Row> rows =
        Stream.of(
                row("total", found.total()),
                row("cause_on_mediator", found.onMediator()),
                row("mediator", found.ofMediator()),
                row("direct", found.direct()),
                row("indirect", found.indirect()))
            .toList();
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put(
        "paths",
        new Answer(List.of("path", "estimate", "std_error", "statistic", "p_value"), rows));
    out.put(
        "fit",
        new ModelTables()
            .add("rows", design.size())
            .add("rows_left_out", design.leftOut())
            .add("indirect_share", found.share())
            .fit());
    answer.write(out, List.of());
    return 0;
  }

  private static Row row(String path, Coefficient c) {
    return RowFactory.create(
        path,
        ModelTables.number(c.estimate()),
        ModelTables.number(c.standardError()),
        ModelTables.number(c.statistic()),
        ModelTables.number(c.pValue()));
  }
}
