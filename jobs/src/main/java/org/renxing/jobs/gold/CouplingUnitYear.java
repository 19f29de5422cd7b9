package org.renxing.jobs.gold;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.coupling.Degrees;
import org.renxing.coupling.ScoreScale;
import org.renxing.index.couple.CouplingCoordination;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Coupling;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.coupling_unit_year: coupling coordination of each pair of systems. */
public final class CouplingUnitYear implements PlannedTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("coupling_unit_year");

  private static final int NAMED = 10;

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(TABLE.name(), "One row a pair of systems, unit and year")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .key("variant", Type.STRING, "Formula of C: standard or revised")
            .optional("s", Type.DOUBLE, "0-1", "Score of the first system")
            .optional("e", Type.DOUBLE, "0-1", "Score of the second system")
            .optional("c", Type.DOUBLE, "0-1", "Coupling degree C")
            .optional("t", Type.DOUBLE, "0-1", "Comprehensive degree T")
            .optional("d", Type.DOUBLE, "0-1", "Coordination degree D = sqrt(C T)")
            .optional("coupling_level", Type.STRING, "", "Band of C, in English")
            .optional("coordination_level", Type.STRING, "", "Band of D, in English")
            .optional("coordination_stage", Type.STRING, "", "Finer band of D, in English")
            .optional("coupling_level_zh", Type.STRING, "", "Band of C, in Chinese")
            .optional("coordination_level_zh", Type.STRING, "", "Band of D, in Chinese")
            .optional("coordination_stage_zh", Type.STRING, "", "Finer band of D, in Chinese")
            .optional("reason", Type.STRING, "", "Why C is null: MISSING_SCORE or ALL_ZERO")
            .optional("rank", Type.INT, "", "Dense rank of D in the year, 1 is best")
            .optional(
                "order_no", Type.INT, "", "Place of D in the year without ties: ties by unit_id")
            .check(
                "scores lie on their scale",
                "reason IS NULL OR reason <> '" + Degrees.OUT_OF_RANGE + "'")
            .check("C and D lie between 0 and 1", "c BETWEEN 0 AND 1 AND d BETWEEN 0 AND 1")
            .check("C is given or has a reason", "(c IS NULL) = (reason IS NOT NULL)"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndexScore.TABLE, DimUnit.TABLE);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.couplings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.couplings(), scenario.normalisation().scale());
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> scores = inputs.read(IndexScore.TABLE, scenario.id());
    Dataset<Row> coupled =
        scenario.couplings().stream()
            .map(c -> new CouplingCoordination(c, scenario.normalisation().scale()).of(scores))
            .reduce((a, b) -> a.unionByName(b, true))
            .orElseThrow();
    return Units.named(coupled, inputs);
  }

  /** The scores outside their scale, by unit, year and system. */
  @Override
  public String explain(Scenario scenario, Inputs inputs) {
    ScoreScale scale = new ScoreScale(scenario.normalisation().scale());
    Dataset<Row> scores = inputs.read(IndexScore.TABLE, scenario.id());
    return scenario.couplings().stream()
        .flatMap(
            coupling ->
                new CouplingCoordination(coupling, scale.upper())
                    .outside(scores, NAMED).stream()
                        .map(row -> explained(scenario, coupling, scale, row)))
        .collect(Collectors.joining());
  }

  private static String explained(
      Scenario scenario, Coupling coupling, ScoreScale scale, Row score) {
    String cell =
        String.format(
            Locale.ROOT,
            "scenarios.%s.coupling, %s, unit %s, year %d, system %s",
            scenario.id(),
            coupling.id(),
            score.getString(1),
            score.getInt(2),
            score.getString(0));
    return System.lineSeparator()
        + scale.problem(cell, score.getDouble(3))
        + "; take normalisation.clamp = true, another normalisation, or leave the coupling out";
  }
}
