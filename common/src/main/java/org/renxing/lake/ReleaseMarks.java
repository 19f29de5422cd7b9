package org.renxing.lake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/**
 * What was done to releases after they were published, read from {@code ops.release_mark}: one row
 * a mark, of which the latest counts. Marks are written under the lock of the lake.
 */
public final class ReleaseMarks {
  /** The shape of that table. */
  public static final TableSpec SPEC =
      TableSpec.of(
              new TableName("ops", "release_mark"),
              "One row a mark of a release; the latest counts")
          .key("number", Type.LONG, "Order of the marks, from 1")
          .required("mark", Type.STRING, "", "named, unnamed, rollback, dropped or removed")
          .required("release_id", Type.STRING, "", "Release that is marked")
          .required("detail", Type.STRING, "", "The name; of a rollback, the release gone back to")
          .required("marked_at", Type.TIMESTAMP, "", "When, UTC")
          .required("run_id", Type.STRING, "", "Run that marked it")
          .build();

  private final long last;
  private final Map<String, String> releaseByName = new TreeMap<>();
  private final Map<String, String> rollbacks = new TreeMap<>();
  private final Map<String, Gone> gone = new TreeMap<>();

  /** Kinds of marks. */
  public enum Kind {
    NAMED("named"),
    UNNAMED("unnamed"),
    ROLLBACK("rollback"),
    /** By hand. */
    DROPPED("dropped"),
    /** By upkeep. */
    REMOVED("removed by maintain");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /**
   * A mark to be written.
   *
   * @param detail the name, or the release that a rollback goes back to; else empty
   */
  public record Mark(Kind kind, String releaseId, String detail) {}

  /** How and when a release was taken off the list. */
  public record Gone(Kind kind, Instant at) {
    /** In words. */
    public String text() {
      return "was " + kind.text() + " at " + at.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  private ReleaseMarks(List<Row> rows) {
    long highest = 0;
    for (Row row : rows) {
      highest = row.<Long>getAs("number");
      String id = row.getAs("release_id");
      String detail = row.getAs("detail");
      Instant at = row.<Timestamp>getAs("marked_at").toInstant();
      Kind kind = kind(row.getAs("mark"));
      switch (kind) {
        case NAMED -> releaseByName.put(detail, id);
        case UNNAMED -> releaseByName.remove(detail);
        case ROLLBACK -> rollbacks.put(id, detail);
        case DROPPED, REMOVED -> gone.putIfAbsent(id, new Gone(kind, at));
      }
    }
    this.last = highest;
  }

  private static Kind kind(String text) {
    return Kind.valueOf(text.toUpperCase(java.util.Locale.ROOT));
  }

  /** The marks of a lake. */
  public static ReleaseMarks of(Lake lake) {
    return new ReleaseMarks(
        lake.isThere(SPEC.name())
            ? rows(lake).stream()
                .sorted(Comparator.comparing(row -> row.<Long>getAs("number")))
                .toList()
            : List.of());
  }

  private static List<Row> rows(Lake lake) {
    return lake.few(SPEC)
        .map(TableRows.Held::rows)
        .orElseGet(() -> lake.read(SPEC).collectAsList());
  }

  /** Writes marks that follow these, in one commit; the time of all is the same. */
  public void add(Lake lake, List<Mark> marks, Instant at, String runId) {
    if (marks.isEmpty()) {
      return;
    }
    Timestamp time = Timestamp.from(at.truncatedTo(ChronoUnit.MICROS));
    List<Row> rows = new ArrayList<>();
    long number = last;
    for (Mark mark : marks) {
      String kind = mark.kind().name().toLowerCase(java.util.Locale.ROOT);
      rows.add(RowFactory.create(++number, kind, mark.releaseId(), mark.detail(), time, runId));
    }
    TableRows held = new TableRows.Held(TableShape.of(SPEC), rows);
    lake.append(SPEC, new Lake.Part(held, ""), runId, Map.of());
  }

  /** The release of a name. */
  public Optional<String> named(String name) {
    return Optional.ofNullable(releaseByName.get(name));
  }

  /** The names of a release, in their order. */
  public List<String> names(String releaseId) {
    return releaseByName.entrySet().stream()
        .filter(e -> e.getValue().equals(releaseId))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  /** The release to which one goes back, where it is a rollback. */
  public Optional<String> rollbackOf(String releaseId) {
    return Optional.ofNullable(rollbacks.get(releaseId));
  }

  /** How a release was taken off the list, where it was. */
  public Optional<Gone> gone(String releaseId) {
    return Optional.ofNullable(gone.get(releaseId));
  }

  /** All releases that were taken off the list. */
  Map<String, Gone> gone() {
    return Map.copyOf(gone);
  }
}
