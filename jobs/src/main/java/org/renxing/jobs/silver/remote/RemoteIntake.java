package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.run.Inputs;

/**
 * What came in from sources of fine-grained observations, judged: one row a source row, with the
 * unit and zone in which it lies or the reason why not. Nothing is dropped.
 */
public final class RemoteIntake {
  private final List<RemoteSource> sources;
  private final RemoteZones zones = new RemoteZones(this);

  public RemoteIntake(List<RemoteSource> sources) {
    this.sources = List.copyOf(sources);
  }

  List<RemoteSource> sources() {
    return sources;
  }

  /** Whether there are sources of a group. */
  public boolean has(Group group) {
    return sources.stream().anyMatch(s -> s.family().group() == group);
  }

  /** Whether there are sources of a group whose rows are placed by their geometry. */
  boolean hasPlaced(Group group) {
    return sources.stream().anyMatch(s -> s.family().group() == group && s.isPlaced());
  }

  /**
   * The judged rows of a group, shared by the steps that store them: the columns of {@link
   * RemoteRows}, year, unit_id, geometry, lon, lat, area_km2, reason_code (null for a sound row),
   * reason and raw (the cells as JSON, where there is a reason). Rows of areas have no unit before
   * they are divided: see {@link #pieces}.
   */
  Dataset<Row> judged(Group group, Inputs inputs) {
    return inputs.shared("remote " + group, () -> judge(group, inputs));
  }

  /** The sound ones. */
  Dataset<Row> sound(Group group, Inputs inputs) {
    return judged(group, inputs).where(col("reason_code").isNull());
  }

  /** The partition of units into zones. */
  Dataset<Row> zones(Inputs inputs) {
    return inputs.shared("zones", () -> zones.partition(inputs));
  }

  /** The pieces of sound patches of land. */
  Dataset<Row> pieces(Inputs inputs) {
    return new RemotePatches(this).pieces(inputs);
  }

  /** Of sound patches what lies outside all units: source_id, area_km2. */
  Dataset<Row> outside(Inputs inputs) {
    return new RemotePatches(this).outside(inputs);
  }

  private Dataset<Row> judge(Group group, Inputs inputs) {
    return switch (group) {
      case LAND -> new RemotePatches(this).judge(inputs);
      case PLACE -> zones.judge(inputs);
      default -> new RemotePoints(this).judge(group, inputs);
    };
  }

  /** Rows that are sound by themselves have no fault; unit_id is there where rows carry it. */
  Dataset<Row> read(Group group, Inputs inputs) {
    return sources.stream()
        .filter(s -> s.family().group() == group)
        .map(s -> RemoteReception.of(s, inputs))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  /** Turns the struct of {@link RemoteFault} into the two columns of tables. */
  static Dataset<Row> told(Dataset<Row> rows) {
    return rows.withColumn("reason_code", col("fault.code"))
        .withColumn("reason", col("fault.reason"))
        .withColumn("raw", when(col("fault").isNotNull(), to_json(col("cells"))))
        .drop("fault", "cells");
  }

  /** Whether a row has to be placed by its geometry. */
  static Column isOpen() {
    return col("fault").isNull().and(not(coalesce(col("is_carried"), lit(false))));
  }
}
