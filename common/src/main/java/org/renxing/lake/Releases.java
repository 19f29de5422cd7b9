package org.renxing.lake;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRows;

/**
 * Releases: which version of each gold table belongs together. One append to {@code
 * gold.release_table} publishes all tables at once; readers look there and nowhere else.
 */
public final class Releases {
  /** Where releases are kept. */
  public static final TableName TABLE = TableName.gold("release_table");

  /** The shape of that table. */
  public static final TableSpec SPEC =
      TableSpec.of(
              TABLE,
              "One row a part of a table of a release; a release publishes all its tables at once")
          .key("release_id", Type.STRING, "Release: number and hash of its whole content")
          .key("table_name", Type.STRING, "Table, with its database")
          .key("scenario_id", Type.STRING, "Scenario, or all for a table that is not by scenario")
          .required("delta_version", Type.LONG, "", "Delta version of the table to read")
          .required("content_hash", Type.STRING, "", "Hash of the rows, blind to order and run")
          .required("row_count", Type.LONG, "rows", "Rows of this part")
          .optional(
              "manifest_hash",
              Type.STRING,
              "",
              "Hash of the files of that version; null where a former version released it")
          .required("released_at", Type.TIMESTAMP, "", "When it was published, UTC")
          .required("code_version", Type.STRING, "", "Version of the product that published it")
          .required("run_id", Type.STRING, "", "Run that published it")
          .build();

  private static final String ID = "release_id";

  private final Lake lake;

  public Releases(Lake lake) {
    this.lake = lake;
  }

  /**
   * One part of a table in a release.
   *
   * @param scenario scenario id, or {@link TableState#WHOLE}
   * @param manifest hash of the manifest of the version; empty where a former version of the
   *     product published it
   */
  public record Entry(
      TableName table,
      String scenario,
      long version,
      String contentHash,
      long rows,
      String manifest) {}

  /** A published release. */
  public record Release(String id, List<Entry> entries) {
    public Release {
      entries = List.copyOf(entries);
    }

    /** The version of a table in this release. */
    public Optional<Long> version(TableName table) {
      return entries.stream().filter(e -> e.table().equals(table)).map(Entry::version).findFirst();
    }

    /** The hash of the manifest of that version; empty where it is not known. */
    String manifest(TableName table) {
      return entries.stream()
          .filter(e -> e.table().equals(table))
          .map(Entry::manifest)
          .findFirst()
          .orElse("");
    }

    /** Tables of this release, by name. */
    public List<TableName> tables() {
      return entries.stream().map(Entry::table).distinct().sorted().toList();
    }
  }

  /** The newest release; empty where none was published. */
  public Optional<Release> newest() {
    return load(NavigableSet::last);
  }

  /**
   * The newest release, for those who read it.
   *
   * @throws RenxingException USAGE where none was published
   */
  public Release requireNewest() {
    return newest()
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.USAGE,
                    lake.root() + ": holds no release yet; run bin/renxing nightly first"));
  }

  /**
   * The rows of a table as a release has them; empty where it does not have the table.
   *
   * @throws RenxingException STORAGE where they are no longer as they were
   */
  public Optional<Dataset<Row>> read(Release release, TableName table) {
    return version(release, table).map(version -> lake.readAt(table, version));
  }

  /**
   * The rows of a table as a release has them, to be read without Spark where that can be; empty
   * where it does not have the table.
   *
   * @throws RenxingException STORAGE where they are no longer as they were
   */
  public Optional<RowReader> reader(Release release, TableName table) {
    return version(release, table).map(version -> lake.reader(table, version));
  }

  /** The same rows where they are few, as {@link Lake#few} has it. */
  public Optional<StoredRows> few(Release release, TableName table, Optional<String> scenario) {
    return version(release, table).flatMap(version -> lake.few(table, version, scenario));
  }

  /** The version of a table in a release, which is as it was when it was released. */
  private Optional<Long> version(Release release, TableName table) {
    Optional<Long> version = release.version(table);
    version.ifPresent(v -> lake.check().requireReleased(table, v, release.manifest(table)));
    return version;
  }

  /** A release by its id or its number ({@code r00001}); empty where several begin with that. */
  public Optional<Release> byId(String id) {
    return load(
        ids -> {
          List<String> found = ids.stream().filter(known -> known.startsWith(id)).toList();
          return found.size() == 1 ? found.get(0) : "";
        });
  }

  /**
   * Publishes: one commit. Does nothing where the newest release already says the same, and what it
   * names is there.
   *
   * @param isDamaged whether what the newest release names is damaged
   * @return the release and whether it is new
   */
  public Published publish(
      List<Entry> entries, boolean isDamaged, String codeVersion, String runId) {
    String content = contentOf(entries);
    Map<String, String> notes =
        lake.lastState(TABLE).map(TableState::notes).orElseGet(TreeMap::new);
    boolean isOnRecord = lake.state(TABLE).isPresent() || (isDamaged && !notes.isEmpty());
    Optional<Release> last = isOnRecord ? Optional.empty() : newest();
    String noted = notes.getOrDefault("release_id", "");
    String lastId = last.map(Release::id).orElse(noted);
    String lastContent =
        last.map(r -> contentOf(r.entries())).orElse(notes.getOrDefault("content", ""));
    if (content.equals(lastContent) && !isDamaged) {
      return new Published(lastId, false);
    }
    // the record may know of a release whose rows are lost
    String highest = noted.compareTo(lastId) > 0 ? noted : lastId;
    int number = highest.isEmpty() ? 1 : Integer.parseInt(highest.substring(1, 6)) + 1;
    String id =
        String.format(Locale.ROOT, "r%05d-%s", number, Fingerprint.of(content).substring(0, 8));
    Map<String, String> newNotes = new TreeMap<>(Map.of("release_id", id, "content", content));
    lake.append(SPEC, new Lake.Part(rowsOf(id, entries, codeVersion), ""), runId, newNotes);
    return new Published(id, true);
  }

  /**
   * What publishing came to.
   *
   * @param isNew whether anything was published
   */
  public record Published(String releaseId, boolean isNew) {}

  private static String contentOf(List<Entry> entries) {
    List<String> lines = new ArrayList<>();
    entries.forEach(e -> lines.add(e.table() + "/" + e.scenario() + "=" + e.contentHash()));
    lines.sort(null);
    return Fingerprint.of(String.join("\n", lines));
  }

  private static TableRows rowsOf(String id, List<Entry> entries, String codeVersion) {
    Timestamp now = Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MICROS));
    List<Row> rows = new ArrayList<>();
    for (Entry e : entries) {
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
        TableShape.of(SPEC, "released_at", "code_version", "run_id")
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
            TABLE
                + ": release "
                + row.getAs("release_id")
                + " has no "
                + column
                + "; run bin/renxing nightly, which publishes it anew");
      }
    }
  }

  private Optional<Release> load(Function<NavigableSet<String>, String> choose) {
    if (!lake.isThere(TABLE)) {
      return Optional.empty();
    }
    List<Row> rows =
        lake.few(SPEC)
            .map(all -> chosen(all.rows(), choose))
            .orElseGet(() -> chosen(lake.read(SPEC), choose));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    for (Row row : rows) {
      requireComplete(row);
      entries.add(
          new Entry(
              TableName.parse(row.getAs("table_name")),
              row.getAs("scenario_id"),
              row.getAs("delta_version"),
              row.getAs("content_hash"),
              row.getAs("row_count"),
              Optional.ofNullable(row.<String>getAs("manifest_hash")).orElse("")));
    }
    return Optional.of(new Release(rows.get(0).getAs("release_id"), entries));
  }

  private static List<Row> chosen(List<Row> all, Function<NavigableSet<String>, String> choose) {
    String id = chosen(all.stream().map(row -> row.<String>getAs(ID)), choose);
    return all.stream().filter(row -> id.equals(row.getAs(ID))).toList();
  }

  private static List<Row> chosen(Dataset<Row> all, Function<NavigableSet<String>, String> choose) {
    List<Row> ids = all.select(ID).distinct().collectAsList();
    String id = chosen(ids.stream().map(row -> row.getString(0)), choose);
    return all.where(col(ID).equalTo(id)).collectAsList();
  }

  private static String chosen(
      Stream<String> given, Function<NavigableSet<String>, String> choose) {
    NavigableSet<String> ids = new TreeSet<>(given.filter(Objects::nonNull).toList());
    return ids.isEmpty() ? "" : choose.apply(ids);
  }
}
