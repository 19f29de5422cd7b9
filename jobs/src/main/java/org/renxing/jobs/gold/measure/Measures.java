package org.renxing.jobs.gold.measure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.renxing.jobs.gold.coupling.CouplingUnitYear;
import org.renxing.jobs.gold.efficiency.DeaScore;
import org.renxing.jobs.gold.index.ScoreRow;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.units.Units;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasureValue;
import org.renxing.model.Scenario;
import org.renxing.panel.UnitFigures;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.territory.UnitDirectory;

/**
 * Every score of a scenario under one name, for analyses that take any: {@code
 * score.SCHEME.SYSTEM}, {@code d.PAIR} for the coordination degree ({@code d.PAIR.revised} for the
 * revised formula), {@code theta.MODEL.SYSTEM} for efficiency.
 */
public final class Measures {
  /** What the column {@code measure} holds, for shapes of tables. */
  public static final String COMMENT =
      "Score that is looked at: score.SCHEME.SYSTEM, d.PAIR or theta.MODEL.SYSTEM";

  private static final StoredRows<MeasureValue> COORDINATION =
      StoredRows.ofScenario(
          CouplingUnitYear.TABLE,
          List.of("pair_id", "variant", "unit_id", "year", "d"),
          row -> {
            String variant = row.text("variant");
            String measure =
                "d." + row.text("pair_id") + (variant.equals("standard") ? "" : "." + variant);
            return new MeasureValue(
                measure, row.text("unit_id"), row.whole("year"), row.number("d"));
          });

  private static final StoredRows<MeasureValue> EFFICIENCY =
      StoredRows.ofScenario(
          DeaScore.TABLE,
          List.of("model", "output_system", "unit_id", "year", "theta"),
          row ->
              new MeasureValue(
                  "theta." + row.text("model") + "." + row.text("output_system"),
                  row.text("unit_id"),
                  row.whole("year"),
                  row.number("theta")));

  /** The scores of a scenario that are there, a panel each, with the scenario's groupings. */
  public static final Need<Records<MeasurePanel>> PANELS =
      Need.of(
          "panels of measures",
          List.of(ScoreRow.ROWS, COORDINATION, EFFICIENCY, Units.DIRECTORY),
          scenario ->
              List.of(
                  scenario.groupings(),
                  scenario.couplings().isEmpty(),
                  scenario.deaModels().isEmpty()),
          (scenario, given) ->
              panels(of(scenario, given), given.get(Units.DIRECTORY), scenario.groupings()).kept());

  /**
   * Every value of the scores of a scenario and of its variables, these of units and years with a
   * score alone: what types and drivers are made from.
   */
  public static final Need<Records<MeasureValue>> VALUES =
      Need.of(
          "measures and variables",
          List.of(ScoreRow.ROWS, COORDINATION, EFFICIENCY, UnitStatistics.VARIABLES),
          scenario -> List.of(scenario.couplings().isEmpty(), scenario.deaModels().isEmpty()),
          (scenario, given) ->
              of(scenario, given)
                  .and(given.get(UnitStatistics.VARIABLES).flatMap(Measures::variables))
                  .groupedBy(
                      value -> value.unitId() + "\n" + value.year(),
                      (unitYear, values) -> scored(values))
                  .kept());

  private Measures() {}

  private static Iterator<MeasureValue> variables(UnitFigures unit) {
    List<MeasureValue> out = new ArrayList<>();
    for (String name : unit.columns()) {
      for (int place = 0; place < unit.size(); place++) {
        double value = unit.of(name, place);
        if (!Double.isNaN(value)) {
          out.add(new MeasureValue(name, unit.unitId(), unit.year(place), value));
        }
      }
    }
    return out.iterator();
  }

  /** All values of a unit in a year, where a score is among them. */
  private static Iterator<MeasureValue> scored(List<MeasureValue> values) {
    boolean isScored = values.stream().anyMatch(value -> value.measure().startsWith("score."));
    return (isScored ? values : List.<MeasureValue>of()).iterator();
  }

  /**
   * One panel a measure, of any measures.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where units lack a grouping
   */
  public static Records<MeasurePanel> panels(
      Records<MeasureValue> measures, UnitDirectory units, List<String> groupings) {
    groupings.forEach(grouping -> units.requireColumn(grouping, "groupings"));
    return measures.groupedBy(
        MeasureValue::measure,
        (measure, values) ->
            List.of(MeasurePanel.of(measure, values, units, groupings)).iterator());
  }

  private static Records<MeasureValue> of(Scenario scenario, Given given) {
    Records<MeasureValue> out =
        given
            .get(ScoreRow.ROWS)
            .where(score -> score.depth() <= 1)
            .map(
                score ->
                    new MeasureValue(
                        "score." + score.scheme() + "." + score.system(),
                        score.unitId(),
                        score.year(),
                        score.score()));
    if (!scenario.couplings().isEmpty()) {
      out = out.and(given.get(COORDINATION));
    }
    if (!scenario.deaModels().isEmpty()) {
      out = out.and(given.get(EFFICIENCY));
    }
    return out.where(MeasureValue::isKnown);
  }
}
