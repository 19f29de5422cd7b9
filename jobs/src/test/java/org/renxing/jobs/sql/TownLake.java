package org.renxing.jobs.sql;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSession;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/**
 * A lake of two released tables, one of them by scenario and with all types, an unreleased version
 * of the other, and a table of silver; made and asked without Spark.
 */
record TownLake(Lake lake) {
  static final TableSpec TOWNS =
      TableSpec.of(TableName.gold("towns"), "One row a town")
          .key("town", Type.STRING, "Town")
          .required("people", Type.LONG, "persons", "People")
          .required("run_id", Type.STRING, "", "Run")
          .build();
  static final TableSpec SCORES =
      TableSpec.of(TableName.gold("scores"), "One row a score")
          .key("scenario_id", Type.STRING, "Scenario")
          .key("town", Type.STRING, "Town")
          .optional("score", Type.DOUBLE, "", "Score")
          .optional("year", Type.INT, "", "Year")
          .optional("seen_at", Type.TIMESTAMP, "", "When")
          .optional("tags", Type.STRINGS, "", "Tags")
          .optional("notes", Type.STRING_MAP, "", "Notes")
          .optional("bytes", Type.BINARY, "", "Bytes")
          .optional("is_good", Type.BOOLEAN, "", "Whether it is good")
          .required("run_id", Type.STRING, "", "Run")
          .build();
  static final TableSpec RAW =
      TableSpec.of(TableName.silver("raw_towns"), "One row a line")
          .key("line", Type.INT, "Line")
          .required("run_id", Type.STRING, "", "Run")
          .build();

  /** A lake without tables. */
  static TownLake empty(Path root) {
    return new TownLake(
        new Lake(
            () -> {
              throw new AssertionError("a session");
            },
            LakeSession.hadoop(Map.of()),
            root.toString(),
            1000));
  }

  /** A lake with a release. */
  static TownLake released(Path root) {
    TownLake out = empty(root);
    out.writeSilver();
    TableState towns = out.write(TOWNS, row("Aba", 3L), row("Bo", 5L));
    TableState scores = out.writeScores();
    new Releases(out.lake)
        .publish(
            List.of(
                out.entry(TOWNS, TableState.WHOLE, towns),
                out.entry(SCORES, "one", scores),
                out.entry(SCORES, "it's \"two\"", scores)),
            false,
            "1",
            "r1");
    out.write(TOWNS, row("Unreleased", 1L));
    return out;
  }

  void writeSilver() {
    write(RAW, row(1), row(2));
  }

  private TableState writeScores() {
    Timestamp at = Timestamp.from(Instant.parse("2021-02-03T04:05:06.7Z"));
    Row whole =
        row(
            "one",
            "Aba",
            0.1 + 0.2,
            2020,
            at,
            new String[] {"a", "b"},
            Map.of("k", "v"),
            new byte[] {1, 2},
            true);
    Row empty = row("one", "Bo", null, null, null, null, null, null, null);
    Row other =
        row("it's \"two\"", "Bo", Double.NaN, 2020, at, new String[0], Map.of(), null, false);
    return lake.write(
            SCORES,
            Map.of("one", part(SCORES, whole, empty), "it's \"two\"", part(SCORES, other)),
            Map.of(),
            "r1",
            Map::of)
        .state();
  }

  private TableState write(TableSpec spec, Row... rows) {
    return lake.write(spec, Map.of(TableState.WHOLE, part(spec, rows)), Map.of(), "r1", Map::of)
        .state();
  }

  private Releases.Entry entry(TableSpec spec, String part, TableState state) {
    TableState.Part of = state.parts().get(part);
    return new Releases.Entry(
        spec.name(),
        part,
        state.version(),
        of.contentHash(),
        of.rows(),
        lake.manifest(spec.name(), state.version()));
  }

  private static Lake.Part part(TableSpec spec, Row... rows) {
    return new Lake.Part(new TableRows.Held(TableShape.of(spec, "run_id"), List.of(rows)), "f");
  }

  private static Row row(Object... values) {
    return RowFactory.create(values);
  }

  /** The engine over the newest release. */
  DuckEngine engine() {
    Optional<Releases.Release> release = new Releases(lake).newest();
    return new DuckEngine(lake, release);
  }
}
