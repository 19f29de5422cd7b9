package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.Tapio;
import org.renxing.decomposition.Factor;
import org.renxing.decomposition.Lmdi;
import org.renxing.decomposition.LmdiEffects;
import org.renxing.decomposition.SectorExpression;
import org.renxing.jobs.cli.method.LmdiInput.Period;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.numerics.Finite;
import org.renxing.numerics.RelativeChange;
import org.renxing.numerics.SignificantDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Index decomposition by LMDI I. Starts no Spark session. */
@Command(
    name = "lmdi",
    mixinStandardHelpOptions = true,
    header = "LMDI I: what the factors of a total did to its change, without residual.",
    description = {
      "Tables: effects (unit, period_from, period_to, factor, effect, reason), with a row total;"
          + " with --driver also elasticities, Tapio's by factor.",
      "A total is the product of its factors in every row. Effects are summed over the sectors of a"
          + " period. Zeros are taken by the limit; negative figures are refused."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method lmdi --input sectors.csv --period year --sector sector \\",
      "    --total energy \\",
      "    --factors \"activity=sum(output),structure=output/sum(output),intensity=energy/output\""
    })
@InHelp(HelpGroup.CARBON)
final class LmdiCommand implements Callable<Integer> {
  /** Which periods are set against each other. */
  enum Span {
    EACH,
    DIRECT,
    CHAINED
  }

  /** How effects make up the change. */
  enum Form {
    ADDITIVE,
    MULTIPLICATIVE
  }

  @Mixin private SeriesOptions data;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--sector",
      paramLabel = "COLUMN",
      description = "Column of sectors, fuels or other parts of a period.")
  private Optional<String> sector;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--total",
      required = true,
      paramLabel = "EXPR",
      description = "What is decomposed: a column, or an expression over columns.")
  private String total;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--factors",
      required = true,
      paramLabel = "NAME=EXPR,…",
      description =
          "Its factors, expressions over columns with + - * / and brackets; sum(x) is the sum over"
              + " the sectors of the period. Other names than letters, digits and _ stand between"
              + " backquotes.")
  private String factors;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--form",
      defaultValue = "additive",
      paramLabel = "FORM",
      description =
          "additive (default): effects in the unit of the total, whose sum is the change;"
              + " multiplicative: ratios whose product is the ratio of the totals.")
  private Form form;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--span",
      defaultValue = "each",
      paramLabel = "SPAN",
      description =
          "each (default): each period to the next; direct: the first to the last; chained: the"
              + " same by way of all between, effects summed up or multiplied.")
  private Span span;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--driver",
      paramLabel = "EXPR",
      description = "Such as gdp or sum(output): also Tapio elasticities to it, by factor.")
  private Optional<String> driver;

  /**
   * Two periods of a unit.
   *
   * @param effects where nothing is missing
   * @param reason why there are none; empty where there are
   */
  private record Step(
      String unit, Period from, Period to, Optional<LmdiEffects> effects, String reason) {
    /** Relative change of the driver. */
    double driver() {
      return RelativeChange.of(from.driver(), to.driver());
    }
  }

  @Override
  public Integer call() {
    List<String> names =
        driver.isPresent() ? List.of("effects", "elasticities") : List.of("effects");
    answer.require(data.path(), names);
    List<Factor> parsed = Factor.list(factors);
    SeriesTable table = data.open("--sector", sector);
    LmdiInput input =
        new LmdiInput(
            table, SectorExpression.parse(total), parsed, driver.map(SectorExpression::parse));
    List<Step> steps = new ArrayList<>();
    table.units().forEach((unit, rows) -> steps.addAll(steps(unit, input.periods(rows))));
    if (steps.isEmpty()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          table.cells().name() + ": no unit has two periods, between which there is a change");
    }
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("effects", effects(table, parsed, steps));
    if (driver.isPresent()) {
      out.put("elasticities", elasticities(table, parsed, steps));
    }
    answer.write(out, List.of());
    note(steps);
    return 0;
  }

  private List<Step> steps(String unit, List<Period> periods) {
    List<Step> each = new ArrayList<>();
    for (int t = 1; t < periods.size(); t++) {
      each.add(step(unit, periods.get(t - 1), periods.get(t)));
    }
    if (span == Span.EACH || each.isEmpty()) {
      return each;
    }
    Step direct = step(unit, periods.get(0), periods.get(periods.size() - 1));
    if (span == Span.DIRECT) {
      return List.of(direct);
    }
    String reason =
        each.stream().map(Step::reason).filter(r -> !r.isEmpty()).findFirst().orElse("");
    List<LmdiEffects> all = each.stream().flatMap(s -> s.effects().stream()).toList();
    Optional<LmdiEffects> chained =
        reason.isEmpty() ? Optional.of(LmdiEffects.chained(all)) : Optional.empty();
    return List.of(new Step(unit, direct.from(), direct.to(), chained, reason));
  }

  private static Step step(String unit, Period from, Period to) {
    String reason = from.reason().isEmpty() ? to.reason() : from.reason();
    if (reason.isEmpty() && !from.sectors().equals(to.sectors())) {
      reason = "SECTORS_DIFFER";
    }
    Optional<LmdiEffects> effects =
        reason.isEmpty()
            ? Optional.of(Lmdi.of(from.levels().orElseThrow(), to.levels().orElseThrow()))
            : Optional.empty();
    return new Step(unit, from, to, effects, reason);
  }

  private Answer effects(SeriesTable table, List<Factor> factors, List<Step> steps) {
    List<Row> rows = new ArrayList<>();
    for (Step step : steps) {
      for (int k = 0; k <= factors.size(); k++) {
        double effect = step.effects().isPresent() ? effect(step.effects().get(), k) : Double.NaN;
        boolean isUndefined = Double.isNaN(effect) && step.reason().isEmpty();
        List<Object> cells = cells(table, step, factors, k);
        cells.add(Answer.number(effect));
        cells.add(Answer.text(isUndefined ? "ZERO_TOTAL" : step.reason()));
        rows.add(RowFactory.create(cells.toArray()));
      }
    }
    return new Answer(names(table, "effect", "reason"), rows);
  }

  /** The effect of a factor; that of the place after the last factor is the whole change. */
  private double effect(LmdiEffects effects, int k) {
    if (form == Form.ADDITIVE) {
      return k < effects.factors() ? effects.additive(k) : effects.change();
    }
    return k < effects.factors() ? effects.multiplicative(k) : effects.ratio();
  }

  private static Answer elasticities(SeriesTable table, List<Factor> factors, List<Step> steps) {
    List<Row> rows = new ArrayList<>();
    for (Step step : steps) {
      double change =
          step.effects().map(e -> RelativeChange.of(e.from(), e.from() + e.change())).orElse(0.0);
      double whole = Finite.quotient(change, step.driver());
      String reason = step.reason().isEmpty() ? reason(step, change) : step.reason();
      for (int k = 0; k <= factors.size(); k++) {
        boolean isWhole = k == factors.size();
        double part = Double.NaN;
        if (reason.isEmpty()) {
          part = isWhole ? whole : step.effects().orElseThrow().elasticity(k, step.driver());
        }
        List<Object> cells = cells(table, step, factors, k);
        cells.add(Answer.number(part));
        String state =
            isWhole && reason.isEmpty()
                ? Tapio.state(change, step.driver(), SignificantDigits.tieKey(whole))
                : "";
        cells.add(Answer.text(state));
        cells.add(Answer.text(reason));
        rows.add(RowFactory.create(cells.toArray()));
      }
    }
    return new Answer(names(table, "elasticity", "state", "reason"), rows);
  }

  /** Why there is no elasticity, though there are effects; empty where there is. */
  private static String reason(Step step, double change) {
    if (Double.isNaN(step.from().driver()) || Double.isNaN(step.to().driver())) {
      return "MISSING_DRIVER";
    }
    if (Double.isNaN(change) || Double.isNaN(step.driver())) {
      return "BASE_NOT_POSITIVE";
    }
    return step.driver() == 0 ? "DRIVER_UNCHANGED" : "";
  }

  private static List<String> names(SeriesTable table, String... more) {
    List<String> out = new ArrayList<>(table.head());
    out.addAll(List.of("period_from", "period_to", "factor"));
    out.addAll(List.of(more));
    return out;
  }

  private static List<Object> cells(
      SeriesTable table, Step step, List<Factor> factors, int factor) {
    List<Object> out = table.head(step.unit());
    out.add(step.from().year());
    out.add(step.to().year());
    out.add(factor < factors.size() ? factors.get(factor).name() : Factor.TOTAL);
    return out;
  }

  private static void note(List<Step> steps) {
    long without = steps.stream().filter(s -> s.effects().isEmpty()).count();
    if (without > 0) {
      System.err.printf(
          "%,d of %,d pairs of periods have no effects; reason says why%n", without, steps.size());
    }
  }
}
