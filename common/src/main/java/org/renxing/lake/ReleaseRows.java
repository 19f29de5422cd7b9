package org.renxing.lake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Releases as rows of {@code gold.release_table}. */
final class ReleaseRows {
  private static final String ID = "release_id";

  private ReleaseRows() {}

  /** The rows of a release, published now. */
  static TableRows of(String id, List<Releases.Entry> entries, String codeVersion) {
    Timestamp now = Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MICROS));
    List<Row> rows = new ArrayList<>();
    for (Releases.Entry e : entries) {
      rows.add(
          RowFactory.create(
              id,
              e.table().toString(),
              e.scenario(),
              e.version(),
              e.contentHash(),
              e.rows(),
              e.manifest(),
              now,
              codeVersion));
    }
    StructType schema =
        TableShape.of(Releases.SPEC, "released_at", "code_version", "run_id")
            .add("released_at", DataTypes.TimestampType)
            .add("code_version", DataTypes.StringType);
    return new TableRows.Held(schema, rows);
  }

  /** A release of which the table has lost a column names nothing that could be read. */
  private static void requireComplete(Row row) {
    for (String column : List.of("table_name", "scenario_id", "delta_version")) {
      if (row.isNullAt(row.fieldIndex(column))) {
        throw new RenxingException(
            ErrorCode.STORAGE,
            Releases.TABLE
                + ": release "
                + row.getAs("release_id")
                + " has no "
                + column
                + "; run bin/renxing nightly, which publishes it anew");
      }
    }
  }

  /** The release of some rows. */
  static Releases.Release release(String id, List<Row> rows) {
    List<Releases.Entry> entries = new ArrayList<>();
    for (Row row : rows) {
      requireComplete(row);
      entries.add(
          new Releases.Entry(
              TableName.parse(row.getAs("table_name")),
              row.getAs("scenario_id"),
              row.getAs("delta_version"),
              row.getAs("content_hash"),
              row.getAs("row_count"),
              Optional.ofNullable(row.<String>getAs("manifest_hash")).orElse("")));
    }
    return new Releases.Release(id, publishedAt(rows.get(0)), entries);
  }

  /** The beginning of time where the table has lost the column. */
  private static Instant publishedAt(Row row) {
    return Optional.ofNullable(row.<Timestamp>getAs("released_at"))
        .map(Timestamp::toInstant)
        .orElse(Instant.EPOCH);
  }

  /** The rows of all releases that the table holds, by their ids. */
  static SortedMap<String, List<Row>> stored(Lake lake) {
    SortedMap<String, List<Row>> out = new TreeMap<>();
    if (lake.isThere(Releases.TABLE)) {
      lake
          .few(Releases.SPEC)
          .map(TableRows.Held::rows)
          .orElseGet(() -> lake.read(Releases.SPEC).collectAsList())
          .stream()
          .filter(row -> row.getAs(ID) != null)
          .forEach(row -> out.computeIfAbsent(row.getAs(ID), id -> new ArrayList<>()).add(row));
    }
    return out;
  }
}
