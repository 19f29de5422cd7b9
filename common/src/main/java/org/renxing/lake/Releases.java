package org.renxing.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

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

  private static final Pattern ID_OR_NUMBER = Pattern.compile("r\\d{5}(-[0-9a-f]{0,8})?");

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
  public record Release(String id, Instant publishedAt, List<Entry> entries) {
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
    SortedMap<String, List<Row>> all = ReleaseRows.stored(lake);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(ReleaseRows.release(all.lastKey(), all.get(all.lastKey())));
  }

  /** The id of the newest release as the record has it; empty where it has none. */
  public String newestId() {
    return lake.lastState(TABLE)
        .map(state -> state.notes().getOrDefault("release_id", ""))
        .orElse("");
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
  public Optional<TableRows.Held> few(Release release, TableName table, Optional<String> scenario) {
    return version(release, table).flatMap(version -> lake.few(table, version, scenario));
  }

  /** The version of a table in a release, which is as it was when it was released. */
  private Optional<Long> version(Release release, TableName table) {
    Optional<Long> version = release.version(table);
    version.ifPresent(v -> lake.check().requireReleased(table, v, release.manifest(table)));
    return version;
  }

  /**
   * A release by its name, its id or its number ({@code r00001}); empty where several ids begin
   * with that, and where it was dropped or removed.
   */
  public Optional<Release> find(String nameOrId) {
    ReleaseMarks marks = ReleaseMarks.of(lake);
    SortedMap<String, List<Row>> all = ReleaseRows.stored(lake);
    List<String> found = ids(nameOrId, marks, all.keySet());
    return found.size() == 1 && marks.gone(found.get(0)).isEmpty()
        ? Optional.of(ReleaseRows.release(found.get(0), all.get(found.get(0))))
        : Optional.empty();
  }

  /**
   * The same, for those who read it.
   *
   * @throws RenxingException USAGE where there is no such release, or no longer
   */
  public Release require(String nameOrId) {
    return find(nameOrId)
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.USAGE,
                    "release '"
                        + nameOrId
                        + "': "
                        + fault(nameOrId)
                        + "; see bin/renxing release list"));
  }

  private String fault(String nameOrId) {
    ReleaseMarks marks = ReleaseMarks.of(lake);
    Set<String> all = new TreeSet<>(ReleaseRows.stored(lake).keySet());
    all.addAll(marks.gone().keySet());
    List<String> found = ids(nameOrId, marks, all);
    if (found.size() > 1) {
      return "may be any of " + String.join(", ", found);
    }
    return found.stream()
        .flatMap(id -> marks.gone(id).stream())
        .map(ReleaseMarks.Gone::text)
        .findFirst()
        .orElse("not there; " + lake.root() + " holds no release of that name or id");
  }

  private static List<String> ids(String nameOrId, ReleaseMarks marks, Set<String> all) {
    return marks
        .named(nameOrId)
        .map(List::of)
        .orElseGet(
            () ->
                all.stream()
                    .filter(id -> ID_OR_NUMBER.matcher(nameOrId).matches())
                    .filter(id -> id.startsWith(nameOrId))
                    .toList());
  }

  /** All releases that are neither dropped nor removed, by their ids. */
  public SortedMap<String, Release> all() {
    SortedMap<String, Release> out = everything();
    out.keySet().removeAll(ReleaseMarks.of(lake).gone().keySet());
    return out;
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
    Last last = last(isDamaged);
    return contentOf(entries).equals(last.content()) && !isDamaged
        ? new Published(last.id(), false)
        : new Published(append(last, entries, codeVersion, runId, id -> {}), true);
  }

  /**
   * Publishes an earlier release again, with the versions that it names, so that readers see what
   * they saw then; nothing is lost.
   *
   * @throws RenxingException STORAGE where what it names is no longer as it was
   */
  public Published rollBack(Release to, String codeVersion, String runId) {
    to.tables().forEach(table -> version(to, table));
    ReleaseMarks marks = ReleaseMarks.of(lake);
    String id =
        append(
            last(false),
            to.entries(),
            codeVersion,
            runId,
            made -> // first, so that no release is without its mark
            marks.add(
                    lake,
                    List.of(new ReleaseMarks.Mark(ReleaseMarks.Kind.ROLLBACK, made, to.id())),
                    Instant.now(),
                    runId));
    return new Published(id, true);
  }

  /** The newest release as the record has it, or where that is lost, its rows. */
  private record Last(String id, String content, String highest) {}

  private Last last(boolean isDamaged) {
    Map<String, String> notes =
        lake.lastState(TABLE).map(TableState::notes).orElseGet(TreeMap::new);
    boolean isOnRecord = lake.state(TABLE).isPresent() || (isDamaged && !notes.isEmpty());
    Optional<Release> last = isOnRecord ? Optional.empty() : newest();
    String noted = notes.getOrDefault("release_id", "");
    String id = last.map(Release::id).orElse(noted);
    String content =
        last.map(r -> contentOf(r.entries())).orElse(notes.getOrDefault("content", ""));
    // the record may know of a release whose rows are lost
    return new Last(id, content, noted.compareTo(id) > 0 ? noted : id);
  }

  private String append(
      Last last, List<Entry> entries, String codeVersion, String runId, Consumer<String> before) {
    String content = contentOf(entries);
    int number =
        last.highest().isEmpty() ? 1 : Integer.parseInt(last.highest().substring(1, 6)) + 1;
    String id =
        String.format(Locale.ROOT, "r%05d-%s", number, Fingerprint.of(content).substring(0, 8));
    before.accept(id);
    Map<String, String> notes = new TreeMap<>(Map.of("release_id", id, "content", content));
    lake.append(SPEC, new Lake.Part(ReleaseRows.of(id, entries, codeVersion), ""), runId, notes);
    return id;
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

  /** All releases of which the table has rows, also those that were dropped or removed. */
  SortedMap<String, Release> everything() {
    SortedMap<String, Release> out = new TreeMap<>();
    ReleaseRows.stored(lake).forEach((id, rows) -> out.put(id, ReleaseRows.release(id, rows)));
    return out;
  }
}
