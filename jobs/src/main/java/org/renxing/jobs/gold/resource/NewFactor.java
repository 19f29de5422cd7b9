package org.renxing.jobs.gold.resource;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.resource.FactorYear;
import org.renxing.resource.NewFactors;
import org.renxing.run.Given;
import org.renxing.run.StoredRows;
import org.renxing.territory.UnitDirectory;

/** gold.new_factor_unit_year: factors of new growth per head against the mean of all units. */
public final class NewFactor extends StatisticsTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("new_factor_unit_year");

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(TABLE.name(), "One row a factor, unit of the scenario's levels and year")
            .key(
                "factor",
                Type.STRING,
                "rd_per_capita, patents_per_capita, imports_per_capita, exports_per_capita,"
                    + " fdi_per_capita or fdi_usd_per_capita")
            .optional("value", Type.DOUBLE, "", "Figure over population, in the unit beside it")
            .required("unit", Type.STRING, "", "Unit of measure of value and national_mean")
            .optional(
                "national_mean",
                Type.DOUBLE,
                "",
                "Total over population, of all units of the scenario's levels that have both")
            .optional("ratio", Type.DOUBLE, "", "value over national_mean")
            .optional(
                "amount",
                Type.DOUBLE,
                "10^4 CNY, 10^4 USD or patents",
                "Numerator of value, in 10^4 times the unit's")
            .optional("persons", Type.DOUBLE, "10^4 persons", "Denominator of value")
            .optional(
                "national_mean_amount",
                Type.DOUBLE,
                "10^4 CNY, 10^4 USD or patents",
                "Mean of amount over the units of national_mean, each unit alike")
            .optional("reason", Type.STRING, "", "Why there is no value"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.POPULATION)
        && hasAny(scenario, NewFactors.FACTORS.values().toArray(Statistic[]::new));
  }

  /** How rows of the table are read. */
  static final StoredRows<FactorYear> ROWS =
      StoredRows.ofScenario(
          TABLE,
          List.of(
              "factor",
              "unit_id",
              "year",
              "unit",
              "amount",
              "persons",
              "national_mean",
              "national_mean_amount"),
          row ->
              new FactorYear(
                  row.text("factor"),
                  row.text("unit_id"),
                  row.whole("year"),
                  row.text("unit"),
                  row.number("amount"),
                  row.number("persons"),
                  row.number("national_mean"),
                  row.number("national_mean_amount")));

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    UnitDirectory units = given.get(Units.DIRECTORY);
    return rows(
        NewFactors.of(given.get(UnitStatistics.FIGURES)),
        one -> List.of(row(one, units)).iterator());
  }

  private static Row row(FactorYear one, UnitDirectory units) {
    return RowFactory.create(
        one.unitId(),
        units.name(one.unitId()),
        one.year(),
        one.factor(),
        number(one.value()),
        one.unit(),
        number(one.mean()),
        number(one.ratio()),
        number(one.amount()),
        number(one.persons()),
        number(one.meanAmount()),
        text(one.reason()));
  }
}
