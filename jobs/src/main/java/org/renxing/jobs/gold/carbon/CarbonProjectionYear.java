package org.renxing.jobs.gold.carbon;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.projection.Spread;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.carbon_projection_year: emissions of groups by year under scenarios of growth. */
public final class CarbonProjectionYear implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        CarbonOutlooks.ofGroups(
                "carbon_projection_year",
                "One row a group, scenario of growth and year from the base year on")
            .key("year", Type.INT, "Year")
            .required("median_t", Type.DOUBLE, "t CO2", "Emissions, median over draws")
            .required("p05_t", Type.DOUBLE, "t CO2", "The same, 5 % quantile")
            .required("p95_t", Type.DOUBLE, "t CO2", "The same, 95 % quantile"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonOutlooks.GROUPS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonOutlooks.are(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return given
        .get(CarbonOutlooks.GROUPS)
        .rows(
            columns(),
            group -> group.spread().path().stream().map(point -> row(group, point)).iterator());
  }

  private static Row row(CarbonOutlooks.OfGroup group, Spread.Point point) {
    Spread.Band band = point.emissions();
    return RowFactory.create(
        group.group().type(),
        group.group().value(),
        group.name(),
        point.year(),
        band.median(),
        band.p05(),
        band.p95());
  }
}
