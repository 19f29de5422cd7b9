package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.geo.ZoneMap;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.run.Inputs;

/** Outlines of units and of their zones. */
final class RemoteZones {
  /** Defects for which an outline is not used at all; of others a part is. */
  private static final List<String> FATAL = List.of("UNIT_OVERLAP", "RESERVED_ZONE");

  private final RemoteIntake intake;

  /** By run. */
  private final Map<Inputs, ZoneMap> maps = Collections.synchronizedMap(new WeakHashMap<>());

  RemoteZones(RemoteIntake intake) {
    this.intake = intake;
  }

  /** The rows; what the division into zones refuses is faulty. */
  Dataset<Row> judge(Inputs inputs) {
    Column fault = col("fault");
    for (ZoneMap.Defect defect : map(inputs).defects()) {
      Column isMeant = col("unit_id").equalTo(defect.unitId());
      if (!defect.zone().isEmpty()) {
        isMeant = isMeant.and(col("zone").equalTo(defect.zone()));
      }
      if (FATAL.contains(defect.code())) {
        fault =
            coalesce(fault, when(isMeant, RemoteFault.fault(defect.code(), lit(defect.what()))));
      }
    }
    return RemoteIntake.told(rows(inputs).withColumn("fault", fault));
  }

  /** unit_id, zone, geometry, area_km2, remark (what was left out of a zone; null for nothing). */
  Dataset<Row> partition(Inputs inputs) {
    Column remark = lit(null).cast("string");
    ZoneMap map = map(inputs);
    for (ZoneMap.Defect defect : map.defects()) {
      Column isMeant =
          col("unit_id").equalTo(defect.unitId()).and(col("zone").equalTo(defect.zone()));
      remark = coalesce(remark, when(isMeant, defect.code() + ": " + defect.what()));
    }
    return map.frame(inputs.spark()).withColumn("remark", remark);
  }

  private ZoneMap map(Inputs inputs) {
    return maps.computeIfAbsent(
        inputs,
        run ->
            ZoneMap.of(
                rows(run).where(col("fault").isNull()).select("unit_id", "zone", "geometry")));
  }

  private Dataset<Row> rows(Inputs inputs) {
    List<String> inParts =
        intake.sources().stream().filter(RemoteSource::isInParts).map(RemoteSource::id).toList();
    return inputs.shared(
        "outlines",
        () ->
            OutlineCopies.judge(
                intake.read(Group.PLACE, inputs).withColumn("zone", coalesce(col("zone"), lit(""))),
                inParts));
  }
}
