package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Formula;
import org.renxing.regression.LeastSquares;
import org.renxing.regression.RegressionFit;
import org.renxing.regression.Ridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** STIRPAT by ridge regression. Starts no Spark session. */
@Command(
    name = "stirpat",
    mixinStandardHelpOptions = true,
    header = "STIRPAT: ridge regression of an impact on population, affluence and technology.",
    description = {
      "Table coefficients: term, estimate on the original scale, vif (of least squares), "
          + "vif_at_penalty, standardised, reason. Table fit: the penalty K, lambda = n K of R's "
          + "MASS, GCV.",
      "The penalty is that of the correlation form, where terms are scaled to the root of their "
          + "centred sum of squares."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method stirpat --input years.csv --penalty gcv \\",
      "    --formula \"log(co2) ~ log(people) + log(gdp / people) + log(energy / gdp)\""
    })
@InHelp(HelpGroup.DRIVERS)
final class StirpatCommand implements Callable<Integer> {
  @Mixin private ModelInput data;
  @Mixin private FormulaOption formula;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--penalty",
      defaultValue = "gcv",
      paramLabel = "K",
      description = "0 or more; gcv (default) for the least generalised cross-validation.")
  private String penalty;

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("coefficients", "fit"));
    Formula parsed = formula.parse();
    DesignMatrix design = parsed.design(data.read(parsed));
    ModelTables.note(design);
    Ridge ridge = Ridge.of(design);
    Ridge.Estimates found = ridge.at(penalty.equals("gcv") ? ridge.bestPenalty() : number());
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("coefficients", coefficients(design, ridge, found));
    out.put(
        "fit",
        new ModelTables()
            .add("rows", design.size())
            .add("rows_left_out", design.leftOut())
            .add("penalty", found.penalty())
            .add("lambda", found.penalty() * design.size())
            .add("gcv", found.gcv())
            .fit());
    answer.write(out, List.of());
    System.err.printf(
        Locale.ROOT,
        "%,d rows; penalty K = %s in correlation form%s%n",
        design.size(),
        found.penalty(),
        penalty.equals("gcv") ? ", the least generalised cross-validation" : "");
    return 0;
  }

  private double number() {
    try {
      return Double.parseDouble(penalty);
    } catch (NumberFormatException e) {
      throw new RenxingException(
          ErrorCode.USAGE, "--penalty " + penalty + ": a number of 0 or more, or gcv", e);
    }
  }

  private static Answer coefficients(DesignMatrix design, Ridge ridge, Ridge.Estimates found) {
    Map<String, Double> standardised = ridge.standardised(found);
    Map<String, Double> inflation = inflation(design);
    List<String> terms = new ArrayList<>(List.of(Formula.INTERCEPT));
    terms.addAll(design.terms());
    List<Row> rows = new ArrayList<>();
    for (String term : terms) {
      int place = found.terms().indexOf(term);
      rows.add(
          RowFactory.create(
              term,
              place < 0 ? null : found.coefficients()[place],
              Answer.number(inflation.getOrDefault(term, Double.NaN)),
              place < 0 ? null : Answer.number(found.inflation()[place]),
              standardised.get(term),
              found.absent().get(term)));
    }
    return new Answer(
        List.of("term", "estimate", "vif", "vif_at_penalty", "standardised", "reason"), rows);
  }

  /** The factors of least squares; none where it has no answer. */
  private static Map<String, Double> inflation(DesignMatrix design) {
    Map<String, Double> out = new LinkedHashMap<>();
    if (design.size() > design.terms().size() + 1) {
      RegressionFit fit = LeastSquares.pooled(design);
      boolean isWhole = fit.absent().values().stream().noneMatch(r -> r.startsWith("COLL"));
      for (int j = 0; j < fit.terms().size() && isWhole; j++) {
        out.put(fit.terms().get(j), fit.inflation()[j]);
      }
    }
    return out;
  }
}
