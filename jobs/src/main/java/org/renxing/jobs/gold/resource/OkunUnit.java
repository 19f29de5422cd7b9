package org.renxing.jobs.gold.resource;

import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.panel.YearsTable;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.resource.Employment;
import org.renxing.resource.LeastSquares;
import org.renxing.run.Given;
import org.renxing.territory.UnitDirectory;

/** gold.okun_unit: how unemployment changes with growth, by unit. */
public final class OkunUnit extends YearsTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("okun_unit", "One row a unit of the scenario's levels")
            .with(GoldTable::unit)
            .optional(
                "coefficient",
                Type.DOUBLE,
                "percentage points",
                "Change of the unemployment rate for one % of growth (ordinary least squares)")
            .optional("intercept", Type.DOUBLE, "percentage points", "Change at growth 0")
            .optional("standard_error", Type.DOUBLE, "", "Of the coefficient")
            .optional("r2", Type.DOUBLE, "0-1", "Share of variance that growth explains")
            .required(
                "n",
                Type.LONG,
                "years",
                "Years with both changes, each from the calendar year before and on one territory")
            .required(
                "n_boundary_breaks",
                Type.LONG,
                "years",
                "Years left out since territory came or went in them")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no coefficient: TOO_FEW_POINTS (below three) or CONSTANT_GROWTH");
    return GoldTable.end(ComparedPrices.required(shape, "the growth of GDP"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.UNEMPLOYMENT_RATE) && hasOutput(scenario);
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Employment employment = new Employment(given.get(UnitBoundaries.OF_SCENARIO));
    UnitDirectory units = given.get(Units.DIRECTORY);
    String prices = ComparedPrices.text(scenario, this);
    return rows(given, unit -> List.of(row(employment.okun(unit), prices, units)).iterator());
  }

  private static Row row(Employment.Okun okun, String prices, UnitDirectory units) {
    LeastSquares line = okun.line();
    return RowFactory.create(
        okun.unitId(),
        units.name(okun.unitId()),
        number(line.coefficient()),
        number(line.intercept()),
        number(line.standardError()),
        number(line.r2()),
        line.n(),
        okun.breaks(),
        text(line.reason()),
        prices);
  }
}
