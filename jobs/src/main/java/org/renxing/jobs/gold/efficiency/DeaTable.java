package org.renxing.jobs.gold.efficiency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.renxing.efficiency.Answer;
import org.renxing.efficiency.AnswerBlock;
import org.renxing.efficiency.DeaSpecification;
import org.renxing.efficiency.DeaStage;
import org.renxing.efficiency.Plan;
import org.renxing.efficiency.UnitYear;
import org.renxing.jobs.gold.index.ScoreRow;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.DeaModel;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** A table of the data envelopment analysis of a scenario, which is made once for all of these. */
abstract class DeaTable implements GoldTable {
  /** The most units and years that are scored in this JVM; more are work for Spark. */
  private static final int MOST = 10_000;

  private static final List<String> UNIT_YEAR = List.of("scheme", "unit_id", "year");

  /** The units and years that are scored: here where they are few. */
  private static final Need<Records<UnitYear>> PANEL =
      Need.of(
          "dea panel",
          List.of(ScoreRow.ROWS, Units.DIRECTORY),
          Scenario::deaModels,
          DeaTable::panel);

  /** All answers of a scenario's models. */
  private static final Need<Records<AnswerBlock>> BLOCKS =
      Need.of(
          "dea",
          List.of(PANEL),
          Scenario::deaModels,
          (scenario, given) ->
              DeaStage.blocks(Plan.of(scenario.deaModels()), given.get(PANEL)).kept());

  /** The rows that a table has of an answer. */
  interface AnswerRows extends Serializable {
    /**
     * Rows.
     *
     * @param programme what the answer is of
     * @param key the columns that say which score a row is about, see {@link #shape}
     */
    List<Row> of(Plan plan, DeaSpecification programme, Answer answer, List<Object> key);
  }

  /** What the table has of an answer; it knows no table, which no processor could get. */
  abstract AnswerRows ofAnswer();

  /** Starts a shape with the columns that say which score a row is about. */
  static TableSpec.Builder shape(String name, String grain) {
    return GoldTable.unitYear(name, grain)
        .key("model", Type.STRING, "Model of the scenario")
        .key("returns", Type.STRING, "Returns to scale: crs, vrs, nirs or ndrs")
        .key("orientation", Type.STRING, "What moves: input or output; none for rho")
        .key(
            "reference",
            Type.STRING,
            "With whom it is compared: contemporaneous, pooled, sequential, window:K or"
                + " group:COLUMN")
        .key(
            "output_system",
            Type.STRING,
            "System that stands alone: the one output (reading text) or the one input (formula)");
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(BLOCKS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.deaModels().isEmpty();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitDirectory units = given.get(Units.DIRECTORY);
    return rows(
        Plan.of(scenario.deaModels()),
        given.get(BLOCKS).flatMap(block -> block.answers().iterator()),
        units);
  }

  TableRows rows(Plan plan, Records<Answer> answers, UnitDirectory units) {
    AnswerRows rows = ofAnswer();
    return answers.rows(
        columns(),
        answer -> {
          DeaSpecification programme = plan.of(answer);
          return rows.of(plan, programme, answer, key(programme, answer, units)).iterator();
        });
  }

  private static Records<UnitYear> panel(Scenario scenario, Given given) {
    Plan plan = Plan.of(scenario.deaModels());
    Records.Group<ScoreRow, UnitYear> group = units(plan, given.get(Units.DIRECTORY));
    Records<UnitYear> panel =
        given.grouped(ScoreRow.ROWS, UNIT_YEAR, DeaTable::unitYear, group).kept();
    return panel instanceof LocalRecords && panel.list().size() > MOST
        ? given.distributed(ScoreRow.ROWS, UNIT_YEAR, group).kept()
        : panel;
  }

  static String unitYear(ScoreRow score) {
    return String.join("\n", score.scheme(), score.unitId(), String.valueOf(score.year()));
  }

  /**
   * Makes a unit and year of its scores under a scheme; none where the plan reads none of them.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where units lack a column by which
   *     reference sets are parted
   */
  static Records.Group<ScoreRow, UnitYear> units(Plan plan, UnitDirectory units) {
    plan.groupColumns().forEach(column -> units.requireColumn(column, "dea: reference"));
    List<String> schemes =
        plan.programmes().stream().map(p -> p.model().scheme()).distinct().toList();
    return (key, rows) -> {
      Map<String, Double> scores = new HashMap<>();
      rows.forEach(row -> scores.put(row.system(), row.score()));
      ScoreRow any = rows.get(0);
      boolean isRead =
          schemes.contains(any.scheme()) && plan.systems().stream().anyMatch(scores::containsKey);
      List<UnitYear> out = new ArrayList<>();
      if (isRead) {
        out.add(
            new UnitYear(
                any.scheme(),
                any.unitId(),
                any.year(),
                plan.systems().stream().map(s -> scores.getOrDefault(s, Double.NaN)).toList(),
                plan.groupColumns().stream()
                    .map(c -> units.group(any.unitId(), c).orElse(""))
                    .toList()));
      }
      return out.iterator();
    };
  }

  private static List<Object> key(DeaSpecification programme, Answer answer, UnitDirectory units) {
    DeaModel model = programme.model();
    boolean isOriented = model.kind() != DeaModel.Kind.SBM;
    List<Object> out = new ArrayList<>();
    out.add(answer.unit().unitId());
    out.add(units.name(answer.unit().unitId()));
    out.add(answer.unit().year());
    out.add(model.id());
    out.add(word(model.returns()));
    out.add(isOriented ? word(model.orientation()) : "none");
    out.add(model.reference().text());
    out.add(programme.alone());
    return out;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
