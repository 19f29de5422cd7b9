package org.renxing.jobs.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.model.ErrorCode;
import org.renxing.model.OccupancySignal;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;

/**
 * Made-up residential and commercial areas with known occupancy, in the shape of
 * silver.occupancy_area. Rows are made as they are read, each from its number and the seed alone.
 *
 * <p>An area lies somewhere in a unit of one by one degree; where it lies gives its zone. Its
 * occupancy depends on unit, zone, year and chance. A signal is N · (a + b p + e), biased, with
 * errors of which any two correlate by 0.3; units differ in the signals that they have. A tenth of
 * the areas are commercial and a twentieth are counted. In every tenth unit there was a field
 * audit, which looked at all dwellings of up to a fifth of the areas, about 4,000 rows at most.
 * Rows lie unit by unit, as sources deliver them.
 *
 * @param rows areas times years, cut down to a multiple of the years
 * @param units up to 1,000
 */
public record RemoteSimulation(long rows, int units, YearRange years, long seed) {
  private static final double CORRELATION = 0.3;
  private static final double[] INTERCEPT = {0.05, 0.15, 0.0, 0.3, 0.1, 0.0, 0.1, 0.2, 0.2};
  private static final double[] SLOPE = {0.8, 0.7, 1.0, 0.5, 0.85, 0.95, 0.8, 0.5, 0.4};
  private static final double[] DEVIATION = {0.06, 0.07, 0.07, 0.1, 0.05, 0.05, 0.1, 0.12, 0.15};
  private static final double AUDITS = 4000;
  private static final int AUDITED_UNITS = 10;
  private static final int MOST_UNITS = 1000;
  private static final int ACROSS = 20;

  public RemoteSimulation {
    require(years.step() == 1, "--years " + years + ": leave 'by' out");
    int count = years.last() - years.first() + 1;
    require(
        rows >= count && rows <= 1_000_000_000L,
        String.format(
            Locale.ROOT,
            "--rows %,d: from the number of years, %d, to 1,000,000,000",
            rows,
            count));
    require(units >= 1 && units <= MOST_UNITS, "--units " + units + ": from 1 to " + MOST_UNITS);
  }

  /**
   * The areas: the columns of silver.occupancy_area without those of files, lon, lat (degrees), and
   * true_occupied (units).
   *
   * @param partitions changes no row
   */
  public Dataset<Row> areas(SparkSession spark, int partitions) {
    ColumnDraw draw = new ColumnDraw(seed);
    long count = years.last() - years.first() + 1L;
    Column area = col("area");
    Dataset<Row> places =
        spark
            .range(0, rows - rows % count, 1, partitions)
            .select(
                col("id"),
                floor(col("id").divide(count)).as("area"),
                pmod(col("id"), lit(count)).plus(years.first()).cast("int").as("year"))
            .select(
                col("id"),
                area,
                col("year"),
                floor(area.multiply(units).divide(rows / count)).cast("int").as("unit"),
                draw.uniform("x", area).as("x"),
                draw.uniform("y", area).as("y"),
                draw.normal("common", col("id")).multiply(Math.sqrt(CORRELATION)).as("common"),
                floor(pow(draw.uniform("size", area), 2).multiply(1950))
                    .plus(50)
                    .cast("long")
                    .as("units_total"))
            .withColumn("zone", zone());
    Dataset<Row> truth =
        places.withColumn(
            "true_occupied", rint(col("units_total").multiply(occupancy(draw))).cast("long"));
    return truth.select(columns(draw).toArray(Column[]::new));
  }

  /**
   * The truth by use, zone (and {@code all}), unit and year: units_total, units_vacant,
   * vacancy_rate.
   */
  public static Dataset<Row> truth(Dataset<Row> areas) {
    return areas
        .groupBy("use", "zone", "unit_id", "year")
        .agg(sum("units_total").as("n"), sum("true_occupied").as("o"))
        .withColumn("zone", explode(array(lit("all"), col("zone"))))
        .groupBy("use", "zone", "unit_id", "year")
        .agg(sum("n").as("units_total"), sum(col("n").minus(col("o"))).as("units_vacant"))
        .withColumn("vacancy_rate", col("units_vacant").divide(col("units_total")));
  }

  /** One row a unit: unit_id, and its square as WKT. */
  public Dataset<Row> unitSquares(SparkSession spark) {
    Column west = west(col("id"));
    Column south = south(col("id"));
    return spark
        .range(0, units, 1, 1)
        .select(
            unitId(col("id")).as("unit_id"),
            format_string(
                    "POLYGON ((%1$.1f %2$.1f, %3$.1f %2$.1f, %3$.1f %4$.1f, %1$.1f %4$.1f, %1$.1f"
                        + " %2$.1f))",
                    west, south, west.plus(1), south.plus(1))
                .as("wkt"));
  }

  private List<Column> columns(ColumnDraw draw) {
    List<Column> out = new ArrayList<>();
    out.add(lit("simulated").as("source_id"));
    out.add(
        when(draw.uniform("use", col("area")).lt(0.1), "commercial")
            .otherwise("housing")
            .as("use"));
    out.add(concat(lit("a"), col("area").cast("string")).as("area_id"));
    out.add(unitId(col("unit")).as("unit_id"));
    out.add(col("zone"));
    out.add(col("year"));
    out.add(rounded(west(col("unit")).plus(col("x")), 1e6).as("lon"));
    out.add(rounded(south(col("unit")).plus(col("y")), 1e6).as("lat"));
    out.add(col("units_total"));
    Column isCounted = draw.uniform("counted", col("area")).lt(0.05);
    out.add(when(isCounted, col("true_occupied").cast("double")).as("units_occupied"));
    for (OccupancySignal signal : OccupancySignal.values()) {
      out.add(signal(draw, signal).as(signal.column()));
    }
    Column isAudited =
        pmod(col("unit"), lit(AUDITED_UNITS))
            .equalTo(0)
            .and(draw.uniform("audit", col("id")).lt(Math.min(0.2, AUDITED_UNITS * AUDITS / rows)));
    out.add(when(isAudited, col("units_total")).as("audit_units"));
    out.add(when(isAudited, col("true_occupied")).as("audit_occupied"));
    out.add(col("true_occupied"));
    return out;
  }

  /** Which zone of its unit a place lies in: old town in the middle, new town in the east. */
  private static Column zone() {
    Column isOld = col("x").between(0.35, 0.65).and(col("y").between(0.35, 0.65));
    return when(isOld, "old_town")
        .when(col("x").gt(0.65), "new_town")
        .when(col("x").lt(0.2).and(col("y").lt(0.4)), "mining_area")
        .otherwise("other");
  }

  private Column occupancy(ColumnDraw draw) {
    Column mean =
        lit(0.9)
            .minus(draw.uniform("level", col("unit")).multiply(0.2))
            .minus(when(col("zone").equalTo("old_town"), 0.1).otherwise(0.0))
            .minus(when(col("zone").equalTo("mining_area"), 0.2).otherwise(0.0))
            .minus(col("year").minus(years.first()).multiply(0.005));
    Column own = draw.normal("occupancy", col("area")).multiply(0.08);
    return greatest(lit(0.3), least(lit(1.0), mean.plus(own)));
  }

  private static Column signal(ColumnDraw draw, OccupancySignal signal) {
    int k = signal.place();
    String name = signal.code();
    Column error =
        col("common")
            .plus(draw.normal(name, col("id")).multiply(Math.sqrt(1 - CORRELATION)))
            .multiply(DEVIATION[k]);
    Column p = col("true_occupied").divide(col("units_total"));
    Column rate = p.multiply(SLOPE[k]).plus(INTERCEPT[k]).plus(error);
    // phones are known everywhere; the other feeds in some units, light in most areas of them
    Column isThere =
        switch (signal) {
          case MOBILE_SIGNALLING -> lit(true);
          case NIGHT_LIGHT -> draw.uniform("cloud", col("id")).lt(0.9);
          case RESIDENT_POPULATION, LBS, WATER, ELECTRICITY ->
              draw.uniform("feed/" + name, col("unit")).lt(0.6);
          case LISTINGS, POI, ROADS -> lit(false);
        };
    return when(isThere, rounded(greatest(lit(0.0), rate).multiply(col("units_total")), 10));
  }

  private static Column unitId(Column unit) {
    return concat(lit("u"), lpad(unit.cast("string"), 4, "0"));
  }

  /** To a fraction of one; half to even. */
  private static Column rounded(Column x, double parts) {
    return rint(x.multiply(parts)).divide(parts);
  }

  private static Column west(Column unit) {
    return pmod(unit, lit(ACROSS)).plus(100.0);
  }

  private static Column south(Column unit) {
    return floor(unit.divide(ACROSS)).plus(0.0);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.USAGE, "simulate remote " + message);
    }
  }
}
