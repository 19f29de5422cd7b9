package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.geo.RasterTotal;
import org.renxing.geo.ZoneSum;
import org.renxing.measure.Cells;
import org.renxing.model.RemoteSource;
import org.renxing.records.Fields;
import org.renxing.records.TableRecords;

/**
 * A row of silver.raster_sum.
 *
 * @param zoneAreaKm2 of the zone
 */
record SourceTotal(String source, RasterTotal total, double zoneAreaKm2) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The rows of the table. */
  static final TableRecords<SourceTotal> ROWS =
      TableRecords.of(
          RasterSum.TABLE,
          List.of(
              "source_id",
              "layer",
              "unit_id",
              "zone",
              "year",
              "sum",
              "weighted_sum_km2",
              "n_pixels",
              "n_nodata",
              "area_km2",
              "zone_area_km2"),
          SourceTotal::of);

  private static SourceTotal of(Fields row) {
    return new SourceTotal(
        row.text("source_id"),
        new RasterTotal(
            row.text("layer"),
            row.text("zone"),
            row.text("unit_id"),
            row.whole("year"),
            row.number("sum"),
            row.number("weighted_sum_km2"),
            row.count("n_pixels"),
            row.count("n_nodata"),
            row.number("area_km2")),
        row.number("zone_area_km2"));
  }

  /** The sums of a source in a year. */
  static SourceTotal of(RemoteSource source, int year, ZoneSum sum, double zoneAreaKm2) {
    return new SourceTotal(
        source.id(),
        new RasterTotal(
            source.layer().orElseThrow().name(),
            sum.zone(),
            sum.unit(),
            year,
            sum.sum(),
            sum.weightedSum(),
            sum.pixels(),
            sum.noData(),
            sum.areaKm2()),
        zoneAreaKm2);
  }

  /** The same of a layer of another name. */
  SourceTotal of(String layer) {
    RasterTotal t = total;
    return new SourceTotal(
        source,
        new RasterTotal(
            layer,
            t.zone(),
            t.unit(),
            t.year(),
            t.sum(),
            t.weightedSum(),
            t.pixels(),
            t.noData(),
            t.areaKm2()),
        zoneAreaKm2);
  }

  Row row() {
    return RowFactory.create(
        source,
        total.layer(),
        total.unit(),
        total.zone(),
        total.year(),
        Cells.number(total.sum()),
        Cells.number(total.weightedSum()),
        total.pixels(),
        total.noData(),
        total.areaKm2(),
        zoneAreaKm2);
  }
}
