package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.remote.LandPatch;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** Sinking ground and pits. */
public final class SubsidenceUnitYear extends RemoteTable {
  SubsidenceUnitYear(RemoteAggregates aggregates) {
    super(aggregates);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        zoneYear("subsidence_unit_year", "One row a zone, unit and year with patches of subsidence")
            .required("area_km2", Type.DOUBLE, "km2", "Area of sinking ground and pits")
            .optional(
                "mean_rate_mm_per_year",
                Type.DOUBLE,
                "mm/year",
                "Mean rate of sinking by area; null where no rate is given")
            .optional("max_rate_mm_per_year", Type.DOUBLE, "mm/year", "Highest rate of sinking")
            .required(
                "n", Type.LONG, "patches", "Patches, each once in a unit; those that rise too")
            .required("n_pits", Type.LONG, "patches", "Pits among them")
            .required("pit_area_km2", Type.DOUBLE, "km2", "Area of pits")
            .optional("max_depth_m", Type.DOUBLE, "m", "Depth of the deepest pit");
    return GoldTable.end(shape);
  }

  @Override
  List<TableName> observations() {
    return aggregates().has(RemoteFamily.SUBSIDENCE) ? List.of(LandPatch.TABLE) : List.of();
  }

  @Override
  Dataset<Row> rows(Inputs inputs) {
    return aggregates().subsidence(inputs);
  }
}
