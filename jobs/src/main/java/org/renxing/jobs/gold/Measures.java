package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.measure.MeasureValue;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/**
 * Every score of a scenario under one name, for analyses that take any: {@code
 * score.SCHEME.SYSTEM}, {@code d.PAIR} for the coordination degree ({@code d.PAIR.revised} for the
 * revised formula), {@code theta.MODEL.SYSTEM} for efficiency.
 */
final class Measures {
  static final List<TableName> INPUTS =
      List.of(IndexScore.TABLE, CouplingUnitYear.TABLE, DeaScore.TABLE);

  /** What the column {@code measure} holds, for shapes of tables. */
  static final String COMMENT =
      "Score that is looked at: score.SCHEME.SYSTEM, d.PAIR or theta.MODEL.SYSTEM";

  private static final TableRecords<MeasureValue> COORDINATION =
      TableRecords.of(
          CouplingUnitYear.TABLE,
          List.of("pair_id", "variant", "unit_id", "year", "d"),
          row -> {
            String variant = row.text("variant");
            String measure =
                "d." + row.text("pair_id") + (variant.equals("standard") ? "" : "." + variant);
            return new MeasureValue(
                measure, row.text("unit_id"), row.whole("year"), row.number("d"));
          });

  private static final TableRecords<MeasureValue> EFFICIENCY =
      TableRecords.of(
          DeaScore.TABLE,
          List.of("model", "output_system", "unit_id", "year", "theta"),
          row ->
              new MeasureValue(
                  "theta." + row.text("model") + "." + row.text("output_system"),
                  row.text("unit_id"),
                  row.whole("year"),
                  row.number("theta")));

  private Measures() {}

  /** What of a scenario decides which measures there are, beside the tables themselves. */
  static Object configuration(Scenario scenario) {
    return List.of(scenario.couplings().isEmpty(), scenario.deaModels().isEmpty());
  }

  /** The scores of a scenario that are there. */
  static Records<MeasureValue> of(Scenario scenario, Inputs inputs) {
    Records<MeasureValue> out =
        inputs
            .records(ScoreRow.ROWS, scenario.id())
            .where(score -> score.depth() <= 1)
            .map(
                score ->
                    new MeasureValue(
                        "score." + score.scheme() + "." + score.system(),
                        score.unitId(),
                        score.year(),
                        score.score()));
    if (!scenario.couplings().isEmpty()) {
      out = out.and(inputs.records(COORDINATION, scenario.id()));
    }
    if (!scenario.deaModels().isEmpty()) {
      out = out.and(inputs.records(EFFICIENCY, scenario.id()));
    }
    return out.where(MeasureValue::isKnown);
  }
}
