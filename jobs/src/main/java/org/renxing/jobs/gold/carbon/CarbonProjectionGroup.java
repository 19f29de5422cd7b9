package org.renxing.jobs.gold.carbon;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.carbon_projection_group: the peak of groups under scenarios of growth. */
public final class CarbonProjectionGroup implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        CarbonOutlooks.peak(
            CarbonOutlooks.ofGroups(
                    "carbon_projection_group",
                    "One row a group of units with emissions in the base year, summed up within"
                        + " each draw, and scenario of growth")
                .required("n", Type.LONG, "units", "Its units with emissions")));
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
    return given.get(CarbonOutlooks.GROUPS).rowEach(columns(), group -> row(group));
  }

  private static Row row(CarbonOutlooks.OfGroup group) {
    List<Object> cells = new ArrayList<>();
    cells.add(group.group().type());
    cells.add(group.group().value());
    cells.add(group.name());
    cells.add(group.n());
    cells.add(group.base());
    cells.addAll(CarbonOutlooks.cells(group.spread()));
    return RowFactory.create(cells.toArray());
  }
}
