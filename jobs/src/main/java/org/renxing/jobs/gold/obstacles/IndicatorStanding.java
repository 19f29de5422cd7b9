package org.renxing.jobs.gold.obstacles;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.index.Vectors;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.Analysis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.obstacles.Standing;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.indicator_standing_unit_year: strengths and weaknesses of each unit. */
public final class IndicatorStanding implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                "indicator_standing_unit_year",
                "One row a unit, year and one of its up to three strengths or weaknesses")
            .key("kind", Type.STRING, "strength or weakness")
            .key("order_no", Type.INT, "1 is the strongest of its kind")
            .required("indicator_code", Type.STRING, "", "Indicator; see dim_indicator")
            .required("system", Type.STRING, "", "Its system")
            .required("normalised", Type.DOUBLE, "0-1", "Normalised value of the unit")
            .required("mean", Type.DOUBLE, "0-1", "Mean of the year's units")
            .required(
                "z",
                Type.DOUBLE,
                "",
                "(normalised - mean) over the standard deviation of the year's units (divisor n)")
            .required(
                "percentile",
                Type.DOUBLE,
                "0-1",
                "Share of the other units that stand lower, ties counted half")
            .check("strengths lie above the mean", "(kind = 'strength') = (z > 0)"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Vectors.ALL, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.OBSTACLES);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.indexSystem();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(
        given.get(Vectors.ALL),
        IndicatorOrder.of(scenario.indexSystem()),
        given.get(Units.DIRECTORY));
  }

  TableRows rows(Records<IndicatorVector> vectors, IndicatorOrder order, UnitDirectory units) {
    return vectors
        .groupedBy(
            vector -> String.valueOf(vector.year()), (year, all) -> Standing.of(all).iterator())
        .rowEach(columns(), standing -> row(standing, order, units));
  }

  private static Row row(Standing standing, IndicatorOrder order, UnitDirectory units) {
    return RowFactory.create(
        standing.unitId(),
        units.name(standing.unitId()),
        standing.year(),
        standing.isStrength() ? "strength" : "weakness",
        standing.orderNo(),
        order.codes().get(standing.place()),
        order.systems().get(standing.place()),
        standing.normalised(),
        standing.mean(),
        standing.z(),
        standing.percentile());
  }
}
