package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Stored sums of years that cannot be made again now, since a file of theirs is gone, or has
 * changed and is not asked for. They hold as long as the outlines are what they were.
 */
record KeptSums(RemoteSource source, RasterFiles files, RemoteIntake intake) {
  /** The note that tells later runs of the outlines. */
  static final String OUTLINES = "outlines";

  /** The note that tells later runs what was no data. */
  static final String PIXELS = "pixels";

  /** Areas that differ by more are those of other outlines. */
  private static final double SAME = 1e-9;

  /** What tells outlines from others, whatever their order. */
  static String outlines(RemoteIntake intake, Inputs inputs) {
    Column row = xxhash64(col("unit_id"), col("zone"), col("geometry")).cast("decimal(20,0)");
    return String.valueOf(intake.sound(Group.PLACE, inputs).agg(sum(row)).first().get(0));
  }

  /** A line a source: what its pixels may be. */
  static String pixels(Collection<RemoteSource> sources) {
    return sources.stream().map(s -> pixels(s) + "\n").sorted().collect(Collectors.joining());
  }

  private static String pixels(RemoteSource source) {
    return source.id() + "\t" + source.layer().orElseThrow().pixels().contract();
  }

  /**
   * The rows, without run_id.
   *
   * @throws RenxingException SOURCE_CONTRACT where the outlines, or what is no data, have changed
   *     since they were made, or it is not known what was no data
   */
  Dataset<Row> of(Inputs inputs) {
    Dataset<Row> rows =
        inputs
            .lake()
            .read(RasterSum.TABLE)
            .where(
                col("source_id").equalTo(source.id()).and(col("year").isin(files.kept().toArray())))
            .withColumn("layer", lit(source.layer().orElseThrow().name()))
            .drop("run_id");
    requireSamePixels(inputs);
    Optional<String> before = note(inputs, OUTLINES);
    if (before.isEmpty() || !before.get().equals(outlines(intake, inputs))) {
      requireSameZones(rows, inputs, before.isPresent());
    }
    return rows;
  }

  private static Optional<String> note(Inputs inputs, String name) {
    return inputs.lake().stored(RasterSum.TABLE).map(state -> state.notes().get(name));
  }

  /** Versions before the keys no-data and negative read tags otherwise, and noted nothing. */
  private void requireSamePixels(Inputs inputs) {
    Optional<String> before =
        note(inputs, PIXELS)
            .flatMap(all -> all.lines().filter(l -> l.startsWith(source.id() + "\t")).findFirst());
    if (before.isEmpty()) {
      refuse(
          "the version that made its sums did not record what was no data", files.kept().first());
    } else if (!before.get().equals(pixels(source))) {
      refuse("its no-data or negative has changed", files.kept().first());
    }
  }

  private void requireSameZones(Dataset<Row> rows, Inputs inputs, boolean isOther) {
    Dataset<Row> now =
        intake.zones(inputs).select(col("unit_id"), col("zone"), col("area_km2").as("now_km2"));
    rows.join(now, CollectionConverters.asScala(List.of("unit_id", "zone")).toSeq(), "left")
        .where(
            coalesce(
                abs(col("now_km2").minus(col("zone_area_km2")))
                    .gt(col("zone_area_km2").multiply(SAME)),
                lit(true)))
        .orderBy("unit_id", "zone", "year")
        .limit(1)
        .collectAsList()
        .forEach(
            row ->
                refuse(
                    "the outline of unit %s, zone %s, has changed"
                        .formatted(row.getAs("unit_id"), row.getAs("zone")),
                    row.<Integer>getAs("year")));
    if (isOther) {
      refuse("an outline has come, gone or moved", files.kept().first());
    }
  }

  private void refuse(String what, int year) {
    List<String> gone =
        files.gone().stream().filter(name -> files.taken().get(name).year() == year).toList();
    String why =
        gone.isEmpty()
            ? "a file of that year has changed and is outside --years; run without --years"
            : "%s is no longer there; put it back, or drop its sums by %s"
                .formatted(
                    String.join(", ", gone),
                    gone.stream()
                        .map(name -> RasterFiles.held(source, name).remedy())
                        .collect(Collectors.joining("; ")));
    throw new RenxingException(
        ErrorCode.SOURCE_CONTRACT,
        String.format(
            Locale.ROOT,
            "source %s: %s, and the sums of %d cannot be made again, since %s",
            source.id(),
            what,
            year,
            why));
  }
}
