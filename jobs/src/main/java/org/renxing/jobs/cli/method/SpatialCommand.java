package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.space.WeightMatrix;
import org.renxing.spatialregression.LogDeterminant;
import org.renxing.spatialregression.SpatialEffects;
import org.renxing.spatialregression.SpatialFit;
import org.renxing.spatialregression.SpatialImpacts;
import org.renxing.spatialregression.SpatialModel;
import org.renxing.spatialregression.SpatialPanel;
import org.renxing.spatialregression.SpatialRegression;
import org.renxing.spatialregression.SpatialTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Spatial regressions on the columns of a file. */
@Command(
    name = "spatial",
    mixinStandardHelpOptions = true,
    header = "Spatial lag, error and Durbin regressions by maximum likelihood.",
    description =
        "Tables: terms (with rho or lambda), effects (direct, indirect, total), tests (LM, robust"
            + " LM, LR), fit. Every unit needs a value of every column in every year.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method spatial --input panel.csv --id city --year year"
          + " --formula 'score ~ gdp + green' --weights neighbours.csv --model durbin"
          + " --effects twoway"
    })
@InHelp(HelpGroup.SPACE)
final class SpatialCommand implements Callable<Integer> {
  private static final List<String> ESTIMATES =
      List.of("term", "estimate", "std_error", "statistic", "p_value");

  @Mixin private PanelOptions panel;
  @Mixin private FormulaOption formula;
  @Mixin private SpatialWeightsOptions weights;
  @Mixin private AnswerOptions answer;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "lag",
      description = "lag (default), error, durbin or durbin-error.")
  private String model;

  @Option(
      names = "--effects",
      paramLabel = "WHICH",
      defaultValue = "none",
      description =
          "Fixed effects of a panel: none (default), unit, time or twoway; by the transformation"
              + " of Lee and Yu.")
  private String effects;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Draws from which standard errors of effects come (1000).")
  private int draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the draws, and of random traces with over 4,000 units (1).")
  private long seed;

  @Override
  public Integer call() {
    SpatialModel kind = one("--model", model, SpatialModel.values());
    SpatialEffects fixed = one("--effects", effects, SpatialEffects.values());
    if (draws < 2 || draws > 1_000_000) {
      throw new RenxingException(ErrorCode.USAGE, "--draws " + draws + ": from 2 to 1000000");
    }
    answer.require(panel.input(), List.of("terms", "effects", "tests", "fit"));
    weights.require(answer.output());
    UnitTable file = panel.open();
    YearGrid grid = YearGrid.of(file);
    SpatialColumns columns = SpatialColumns.of(formula.parse(), file, grid);
    WeightMatrix matrix =
        weights.scaled(
            weights.read(panel.reading(), grid.units()), SpatialWeightsOptions.Standardise.ROW);
    requireNeighbours(matrix, grid.units());
    SpatialPanel data =
        new SpatialPanel(matrix, columns.response(), columns.terms(), columns.regressors(), fixed);
    answer.write(tables(data, kind, LogDeterminant.of(matrix, seed)), List.of());
    return 0;
  }

  private static <E extends Enum<E>> E one(String option, String text, E[] values) {
    List<String> words = new ArrayList<>();
    for (E value : values) {
      String word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (bare(word).equals(bare(text))) {
        return value;
      }
      words.add(word);
    }
    throw new RenxingException(
        ErrorCode.USAGE, option + " " + text + ": one of " + String.join(", ", words));
  }

  /** So that two-way is the twoway of panels. */
  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "");
  }

  private static void requireNeighbours(WeightMatrix matrix, List<String> units) {
    int[] islands = matrix.islands();
    if (islands.length > 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.format(
              Locale.ROOT,
              "--weights: %d units have no neighbour, the first is %s; a spatial regression needs"
                  + " one for each, so give them one or leave them out",
              islands.length,
              units.get(islands[0])));
    }
  }

  private Map<String, Answer> tables(
      SpatialPanel data, SpatialModel kind, LogDeterminant determinant) {
    SpatialFit fit = SpatialRegression.fit(data, kind, determinant);
    List<Row> terms = new ArrayList<>();
    fit.terms().forEach(term -> terms.add(row(term)));
    terms.add(row(fit.spatial()));
    List<Row> impacts = new ArrayList<>();
    for (SpatialImpacts.Impact impact : SpatialImpacts.of(fit, determinant, draws, seed)) {
      List.of(impact.direct(), impact.indirect(), impact.total())
          .forEach(term -> impacts.add(row(term)));
    }
    List<SpatialTests.Test> tests = new ArrayList<>(SpatialTests.lagrange(data));
    tests.add(SpatialTests.againstLeastSquares(fit));
    if (kind == SpatialModel.DURBIN) {
      simplified(data, fit, SpatialModel.LAG, determinant).ifPresent(tests::add);
      simplified(data, fit, SpatialModel.ERROR, determinant).ifPresent(tests::add);
    }
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("terms", new Answer(ESTIMATES, terms));
    out.put("effects", new Answer(ESTIMATES, impacts));
    out.put(
        "tests",
        new Answer(
            List.of("test", "statistic", "df", "p_value"),
            tests.stream()
                .map(t -> RowFactory.create(t.name(), t.statistic(), t.degrees(), t.pValue()))
                .toList()));
    out.put("fit", fit(fit));
    return out;
  }

  private static Row row(SpatialFit.Term term) {
    return RowFactory.create(
        term.name(),
        term.estimate(),
        Answer.number(term.standardError()),
        Answer.number(term.statistic()),
        Answer.number(term.pValue()));
  }

  private static Optional<SpatialTests.Test> simplified(
      SpatialPanel data, SpatialFit durbin, SpatialModel to, LogDeterminant determinant) {
    try {
      SpatialFit simple = SpatialRegression.fit(data, to, determinant);
      return Optional.of(SpatialTests.simplification(durbin, simple));
    } catch (RenxingException e) {
      System.err.println("no test against the " + to.parameter() + " model: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Answer fit(SpatialFit fit) {
    List<Row> rows =
        List.of(
            RowFactory.create("observations", (double) fit.observations()),
            RowFactory.create("log_likelihood", fit.logLikelihood()),
            RowFactory.create("log_likelihood_least_squares", fit.olsLogLikelihood()),
            RowFactory.create("aic", fit.aic()),
            RowFactory.create("sigma2", fit.sigma2()),
            RowFactory.create("is_determinant_exact", fit.isExact() ? 1.0 : 0.0));
    return new Answer(List.of("quantity", "value"), rows);
  }
}
