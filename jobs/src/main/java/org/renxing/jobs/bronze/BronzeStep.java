package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.to_json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.NumberText;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.Lake;
import org.renxing.lake.TableState;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RemoteSource;
import org.renxing.model.RemoteSource.Geometry;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.YearRange;
import org.renxing.name.MeasureNames;
import org.renxing.run.RunContext;
import org.renxing.run.Step;

/**
 * Takes in the files of one source. A file whose content and years were taken in before is left
 * alone; of a changed file the rows that came and the rows that went are recorded.
 */
public final class BronzeStep implements Step {
  private static final String CHANGED = "has changes";
  private static final String FILE = "file:";
  private final SourceSpec source;
  private final TableSpec spec;
  private final MeasureNames measures;
  private final IntakeLimits limits;
  private final Optional<YearRange> years;
  private final Optional<Geometry> geometry;

  public BronzeStep(SourceSpec source, Settings settings, Optional<YearRange> years) {
    this.source = source;
    this.measures = new MeasureNames(settings.unitsOfMeasure().values());
    this.limits = settings.intake();
    this.spec = BronzeTables.spec(source);
    this.years = years;
    this.geometry =
        Optional.ofNullable(settings.remote().get(source.id()))
            .filter(remote -> remote.files().equals(source))
            .flatMap(RemoteSource::geometry);
  }

  @Override
  public TableName output() {
    return spec.name();
  }

  @Override
  public List<TableName> inputs() {
    return List.of();
  }

  @Override
  public String years() {
    return years.map(YearRange::toString).orElse("");
  }

  @Override
  public Outcome preview(RunContext context) {
    Map<String, String> changed =
        changedFiles(context, SourceFiles.find(source, context.lake().files()));
    return changed.isEmpty()
        ? new Outcome(Status.UNCHANGED, 0, List.of(), "")
        : new Outcome(Status.WOULD_RUN, 0, List.of(), changed.size() + " new or changed files");
  }

  @Override
  public Outcome run(RunContext context) {
    Lake lake = context.lake();
    SourceFiles files = SourceFiles.find(source, lake.files());
    Map<String, String> changed = changedFiles(context, files);
    String gone = gone(context, files);
    if (changed.isEmpty()) {
      return new Outcome(Status.UNCHANGED, 0, List.of(), gone);
    }
    boolean isFirst = lake.version(output()).isEmpty();
    Dataset<Row> received = received(lake, changed);
    Dataset<Row> news = isFirst ? received : differences(lake, received, changed);
    Map<String, String> notes = notes(context, files, changed, isFirst);
    int seq = Integer.parseInt(notes.get("ingest_seq"));
    Dataset<Row> stamped =
        lake.shape(
            spec,
            news.withColumn("ingest_seq", lit(seq)).withColumn("ingested_at", current_timestamp()),
            context.runId());
    boolean isHandedOn = isFirst && context.isReadLater(output());
    Dataset<Row> rows = isHandedOn ? context.inputs().keep(stamped) : stamped;
    TableState written = lake.append(spec, new Lake.Part(rows, ""), context.runId(), notes);
    if (isHandedOn) {
      context.inputs().handOn(output(), Map.of(TableState.WHOLE, rows));
    }
    TableState.Part part = written.parts().get(TableState.WHOLE);
    TableState now = withContent(written, part, notes);
    lake.note(output(), now);
    context.written(output(), now);
    String text = changed.size() + " new or changed files" + (gone.isEmpty() ? "" : "; " + gone);
    return new Outcome(Status.DONE, part.rows(), List.of(), text);
  }

  /** Whether rows of this table may have been removed or changed since they first came. */
  static boolean hasChanges(Optional<TableState> state) {
    return state.map(s -> Boolean.parseBoolean(s.notes().get(CHANGED))).orElse(true);
  }

  /** The content of a bronze table is that of the files taken in, whatever the way there. */
  private static TableState withContent(
      TableState written, TableState.Part part, Map<String, String> notes) {
    SortedMap<String, String> files = new TreeMap<>(notes);
    files.keySet().removeIf(key -> !key.startsWith(FILE));
    String content = Fingerprint.of(files.toString());
    TableState.Part whole =
        new TableState.Part("", content, part.rows(), part.runId(), part.violations());
    return new TableState(
        written.version(), new TreeMap<>(Map.of(TableState.WHOLE, whole)), written.notes());
  }

  /** Files that were taken in and are no longer there: their rows stay, and the run says so. */
  private String gone(RunContext context, SourceFiles files) {
    List<String> names =
        context
            .state(output())
            .map(s -> s.notes().keySet().stream().toList())
            .orElse(List.of())
            .stream()
            .filter(key -> key.startsWith(FILE))
            .map(key -> key.substring(FILE.length()))
            .filter(name -> !files.byName().containsKey(name))
            .toList();
    return names.isEmpty() ? "" : "no longer there, rows kept: " + String.join(", ", names);
  }

  private Map<String, String> changedFiles(RunContext context, SourceFiles files) {
    Map<String, String> known =
        context.state(output()).map(TableState::notes).orElseGet(TreeMap::new);
    Map<String, String> changed = new TreeMap<>();
    files
        .byName()
        .forEach(
            (name, file) -> {
              String before = known.getOrDefault(FILE + name, "");
              if (!before.equals(file.hash()) && !before.equals(mark(file.hash()))) {
                changed.put(name, file.path());
              }
            });
    return changed;
  }

  private Map<String, String> notes(
      RunContext context, SourceFiles files, Map<String, String> changed, boolean isFirst) {
    Map<String, String> notes =
        new TreeMap<>(context.state(output()).map(TableState::notes).orElseGet(TreeMap::new));
    changed.keySet().forEach(name -> notes.put(FILE + name, mark(files.byName().get(name).hash())));
    notes.put(CHANGED, Boolean.toString(!isFirst));
    long version = context.lake().version(output()).orElse(-1);
    notes.put("ingest_seq", Long.toString(version + 2));
    return notes;
  }

  /** A file's hash, with the years to which its ingest was limited. */
  private String mark(String hash) {
    return years.map(y -> hash + "|" + y).orElse(hash);
  }

  private Dataset<Row> received(Lake lake, Map<String, String> files) {
    // a row that was malformed and is sound now is another row, though its cells may be the same
    Column whole = concat(to_json(col("cells")), coalesce(col("defect"), lit("")));
    return withinYears(new SourceReader(source, measures, limits, lake, geometry).read(files))
        .withColumn("row_hash", sha2(whole, 256).substr(1, 32))
        .withColumn("is_removed", lit(false));
  }

  private Dataset<Row> differences(Lake lake, Dataset<Row> received, Map<String, String> changed) {
    Dataset<Row> before =
        withinYears(lake.read(output()))
            .where(ReceivedRows.fileName(col("source_file")).isin(changed.keySet().toArray()));
    return BronzeLog.differences(before, received);
  }

  private Dataset<Row> withinYears(Dataset<Row> rows) {
    if (years.isEmpty()) {
      return rows;
    }
    Column year = NumberText.year(element_at(col("cells"), lit(source.yearColumn())));
    return rows.where(coalesce(year.isin(years.get().years().toArray()), lit(true)));
  }
}
