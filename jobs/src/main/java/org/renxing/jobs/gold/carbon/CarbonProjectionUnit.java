package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.number;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.EmissionProjection;
import org.renxing.carbon.EmissionStart;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ProjectionRules;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.carbon_projection_unit: the peak of each unit under scenarios of growth. */
public final class CarbonProjectionUnit implements GoldTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("carbon_projection_unit", "One row a unit and scenario of growth")
            .with(GoldTable::unit);
    return GoldTable.end(CarbonOutlooks.peak(CarbonOutlooks.name(shape)));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonOutlooks.STARTS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonOutlooks.are(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    EmissionProjection projection = CarbonOutlooks.of(scenario);
    ProjectionRules rules = CarbonOutlooks.rules(scenario);
    UnitDirectory units = given.get(Units.DIRECTORY);
    return given
        .get(CarbonOutlooks.STARTS)
        .rows(
            columns(),
            start ->
                rules.paths().stream().map(path -> row(projection, path, start, units)).iterator());
  }

  private static Row row(
      EmissionProjection projection,
      ProjectionRules.Path path,
      EmissionStart start,
      UnitDirectory units) {
    List<Object> cells = new ArrayList<>();
    cells.add(start.unitId());
    cells.add(units.name(start.unitId()));
    cells.add(path.name());
    cells.add(number(start.emissions()));
    cells.addAll(
        start.reason().isEmpty()
            ? CarbonOutlooks.cells(projection.of(path, List.of(start)))
            : CarbonOutlooks.cells(start.reason()));
    return RowFactory.create(cells.toArray());
  }
}
