package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.SignificantDigits;
import org.renxing.jobs.silver.DerivedObservations;
import org.renxing.model.LandRules;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/**
 * What observations of a whole unit come to, as base indicators that any index system may use:
 * vacancy_rate, commercial_vacancy_rate, vacant_land_share, low_use_land_share, disorder_index,
 * subsidence_area, and LAYER_sum for each layer of grids. A figure that is not known is missing.
 */
final class RemoteIndicators implements DerivedObservations {
  /** As content is compared: the order in which sums are made must not show. */
  private static final int DIGITS = 10;

  private final RemoteAggregates aggregates;
  private final Set<String> known;

  /**
   * The indicators.
   *
   * @param known codes of base indicators; a layer without one gives none
   */
  RemoteIndicators(RemoteAggregates aggregates, Set<String> known) {
    this.aggregates = aggregates;
    this.known = new TreeSet<>(known);
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>();
    if (aggregates.has(Group.OCCUPANCY)) {
      out.add(OccupancyArea.TABLE);
    }
    if (aggregates.has(Group.LAND)) {
      out.add(LandPatch.TABLE);
    }
    if (aggregates.has(Group.STREET)) {
      out.add(StreetViewPoint.TABLE);
    }
    if (aggregates.has(Group.GRID)) {
      out.add(RasterSum.TABLE);
    }
    if (aggregates.has(Group.PLACE)) {
      out.add(ZonePolygon.TABLE);
    }
    return out;
  }

  @Override
  public String configuration() {
    return aggregates.rules().toString();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    return inputs.shared("remote indicators", () -> computed(inputs));
  }

  private Dataset<Row> computed(Inputs inputs) {
    List<Dataset<Row>> out = new ArrayList<>();
    if (aggregates.has(Group.OCCUPANCY)) {
      Column code =
          when(col("use").equalTo(RemoteFamily.HOUSING.text()), "vacancy_rate")
              .otherwise("commercial_vacancy_rate");
      out.add(cells(whole(aggregates.vacancy(inputs)), code, "vacancy_rate", OccupancyArea.TABLE));
    }
    if (aggregates.has(Group.LAND)) {
      Dataset<Row> land = whole(aggregates.land(inputs));
      Column isVacant = col("kind").equalTo("vacant");
      Column isSinking = col("kind").equalTo("subsidence");
      Column code =
          when(isVacant, "vacant_land_share")
              .when(isSinking, "subsidence_area")
              .when(col("kind").isin(LandRules.LOW_USE_KINDS.toArray()), "low_use_land_share");
      Dataset<Row> sums =
          land.withColumn("code", code)
              .where(col("code").isNotNull())
              .withColumn("part", when(isSinking, col("area_km2")).otherwise(col("share")))
              .groupBy("unit_id", "year", "code")
              .agg(sum("part").as("part"));
      out.add(cells(sums, col("code"), "part", LandPatch.TABLE));
    }
    if (aggregates.has(Group.STREET)) {
      Dataset<Row> disorder =
          whole(aggregates.disorder(inputs)).where(col("dimension").equalTo("all"));
      out.add(cells(disorder, lit("disorder_index"), "score", StreetViewPoint.TABLE));
    }
    if (aggregates.has(Group.GRID)) {
      Column code = concat(col("layer"), lit("_sum"));
      out.add(cells(whole(aggregates.grids(inputs)), code, "sum", RasterSum.TABLE));
    }
    return out.stream()
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .where(col("value").isNotNull().and(col("indicator_code").isin(known.toArray())));
  }

  private static Dataset<Row> whole(Dataset<Row> rows) {
    return rows.where(col("zone").equalTo("all"));
  }

  private static Dataset<Row> cells(
      Dataset<Row> rows, Column code, String value, TableName source) {
    return rows.select(
        col("unit_id"),
        col("year"),
        code.as("indicator_code"),
        lit(source.toString()).as("source_id"),
        SignificantDigits.round(col(value), DIGITS).as("value"));
  }
}
