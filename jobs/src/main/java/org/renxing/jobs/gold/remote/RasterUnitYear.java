package org.renxing.jobs.gold.remote;

import java.util.List;
import org.renxing.geo.RasterTotal;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.RasterSum;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableSpec;

/** Night light, built-up land and other grids, summed. */
public final class RasterUnitYear extends RemoteTable<RasterTotal> {
  public RasterUnitYear(RemoteAggregates aggregates) {
    super(
        aggregates,
        "sums of grids",
        aggregates.has(Group.GRID) ? List.of(RasterSum.TABLE) : List.of(),
        aggregates::grids);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("raster_unit_year", "One row a layer, zone, unit and year")
            .key("layer", Type.STRING, "What the pixels measure, such as night_light")
            .with(RemoteTable::zoneYear)
            .optional("sum", Type.DOUBLE, "", "Sum of pixels; null where none has a value")
            .optional("mean", Type.DOUBLE, "", "Mean of pixels")
            .optional(
                "weighted_sum_km2",
                Type.DOUBLE,
                "km2",
                "Sum of value times area of the pixel: built-up land, where pixels are shares of"
                    + " it")
            .required("n_pixels", Type.LONG, "pixels", "Pixels with a value, by their centres")
            .required("n_nodata", Type.LONG, "pixels", "Pixels without")
            .required("area_km2", Type.DOUBLE, "km2", "Area of all these pixels");
    return GoldTable.end(shape);
  }

  @Override
  void add(UnitRows rows, RasterTotal g) {
    rows.add(
        List.of(g.layer(), g.zone()),
        g.unit(),
        g.year(),
        Cells.number(g.sum()),
        Cells.number(g.mean()),
        Cells.number(g.weightedSum()),
        g.pixels(),
        g.noData(),
        g.areaKm2());
  }
}
