package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.bronze.SourceFiles.SourceFile;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
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
import org.renxing.run.Warning;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Takes in the files of one source. A file whose content and years were taken in before is left
 * alone; of a changed file the rows that came and the rows that went are recorded. A file whose
 * content lies there under another name than before is that file, renamed: its rows count under the
 * new name.
 */
public final class BronzeStep implements Step {
  private static final String EMPTY = "empty:";
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
    IngestPlan plan = plan(context);
    List<Warning> warnings = warnings(plan, plan.known(), empty(context));
    return plan.isEmpty()
        ? new Outcome(Status.UNCHANGED, 0, List.of(), "", warnings)
        : new Outcome(Status.WOULD_RUN, 0, List.of(), plan.text(), warnings);
  }

  @Override
  public Outcome run(RunContext context) {
    IngestPlan plan = plan(context);
    if (plan.isEmpty()) {
      List<Warning> still = warnings(plan, plan.known(), empty(context));
      return new Outcome(Status.UNCHANGED, 0, List.of(), "", still);
    }
    List<Warning> foreseen = new ArrayList<>(plan.here().warnings(source));
    foreseen.addAll(missing(plan, plan.known()));
    context.foreseen(output(), foreseen);
    Ingest ingest = new Ingest(context, spec);
    boolean isWhole = !ingest.isFirst() && isWantingColumns(context.lake());
    TableRows news = news(context.lake(), plan, ingest.isFirst());
    Map<String, String> taken = new TreeMap<>();
    String lost = "?" + context.lake().version(output()).orElse(-1);
    plan.read()
        .forEach(
            (name, file) -> taken.put(name, isWhole ? file.hash() : plan.mark(name, years, lost)));
    TakenFiles after = plan.known().after(plan.renamed().keySet(), taken);
    Ingest.Appended appended = ingest.append(news, after, Map.of());
    noteEmpty(context, plan, appended);
    List<Warning> warnings = warnings(plan, after, empty(context));
    return new Outcome(Status.DONE, appended.rows(), List.of(), plan.text(), warnings);
  }

  /** Files that were taken in without limit of years and have no rows. */
  private Set<String> empty(RunContext context) {
    Set<String> out = new TreeSet<>();
    context
        .state(output())
        .ifPresent(
            state ->
                state.notes().keySet().stream()
                    .filter(key -> key.startsWith(EMPTY))
                    .forEach(key -> out.add(key.substring(EMPTY.length()))));
    return out;
  }

  /** Only files of which no row came are looked up: all their rows may have stood before. */
  private void noteEmpty(RunContext context, IngestPlan plan, Ingest.Appended appended) {
    TableState state = context.state(output()).orElseThrow();
    Set<String> none = new TreeSet<>(plan.read().keySet());
    appended.filled().forEach(table -> none.remove(ReceivedRows.fileName(table)));
    none.removeIf(name -> years.isPresent() && !plan.isReadWhole(name));
    Set<String> before = empty(context);
    Set<String> after = new TreeSet<>(before);
    after.removeIf(name -> plan.read().containsKey(name) || plan.renamed().containsKey(name));
    none.removeAll(withRows(none, context));
    after.addAll(none);
    if (!after.equals(before)) {
      SortedMap<String, String> notes = new TreeMap<>(state.notes());
      notes.keySet().removeIf(key -> key.startsWith(EMPTY));
      after.forEach(name -> notes.put(EMPTY + name, ""));
      TableState now = new TableState(state.version(), state.parts(), notes);
      context.lake().note(output(), now);
      context.written(output(), now);
    }
  }

  /** Those of these files of which rows stand. */
  private Set<String> withRows(Set<String> names, RunContext context) {
    if (names.isEmpty()) {
      return Set.of();
    }
    Column file = ReceivedRows.fileName(col("source_file"));
    Dataset<Row> log = context.lake().read(spec).where(file.isin(names.toArray()));
    return BronzeLog.current(log, context.state(output()))
        .select(file)
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  private IngestPlan plan(RunContext context) {
    SourceFiles here = SourceFiles.find(source, context.lake().files(), limits + "" + geometry);
    TakenFiles known = TakenFiles.of(context.lake(), spec, context.state(output()));
    SortedMap<String, String> renamed = known.renamed(here, source.form());
    SortedMap<String, SourceFile> read = new TreeMap<>(here.byName());
    read.entrySet()
        .removeIf(
            e -> {
              String hash = e.getValue().hash();
              boolean isNewName = renamed.containsValue(e.getKey());
              Optional<FileMark> before = known.mark(e.getKey());
              return before.filter(m -> m.text().equals(hash)).isPresent()
                  || (!isNewName && before.filter(m -> m.covers(hash, years)).isPresent());
            });
    return new IngestPlan(here, known, renamed, read);
  }

  private List<Warning> warnings(IngestPlan plan, TakenFiles after, Set<String> empty) {
    List<Warning> out = new ArrayList<>(plan.here().warnings(source));
    empty.stream()
        .filter(name -> plan.here().byName().containsKey(name))
        .forEach(
            name ->
                out.add(
                    new Warning(
                        Warning.Kind.EMPTY_FILE,
                        "source %s: file %s has no rows; see whether it is whole"
                            .formatted(source.id(), name))));
    plan.renamed()
        .forEach(
            (old, name) ->
                out.add(
                    new Warning(
                        Warning.Kind.RENAMED_FILE,
                        "source %s: file %s is no longer there, and %s has its content; its rows now count under that name only"
                            .formatted(source.id(), old, name))));
    out.addAll(missing(plan, after));
    after
        .limited()
        .forEach(
            (limit, names) ->
                out.add(
                    new Warning(
                        Warning.Kind.PARTIAL_YEARS,
                        "source %s: as --years said, only rows of %s were taken in of what these files hold now: %s; a run without --years takes in the rest"
                            .formatted(source.id(), limit, Warning.listed(names)))));
    return out;
  }

  private List<Warning> missing(IngestPlan plan, TakenFiles known) {
    return known.missing(plan.here().byName().keySet()).stream()
        .filter(name -> !plan.renamed().containsKey(name))
        .map(name -> new HeldFile(source.id(), name, "rows").warning())
        .toList();
  }

  /** What to append: all rows at first, then those that come and those that go. */
  private TableRows news(Lake lake, IngestPlan plan, boolean isFirst) {
    return isFirst && years.isEmpty()
        ? received(lake, plan.read())
        : new TableRows.Planned(planned(lake, plan, isFirst));
  }

  private Dataset<Row> planned(Lake lake, IngestPlan plan, boolean isFirst) {
    if (!isFirst && isWantingColumns(lake)) {
      Dataset<Row> log = lake.read(spec);
      Column file = ReceivedRows.fileName(col("source_file"));
      Set<String> again = new TreeSet<>(plan.read().keySet());
      again.addAll(plan.renamed().keySet());
      return BronzeLog.replacements(
          log.where(file.isin(again.toArray()).or(file.isNull())), plan(lake, plan.read()));
    }
    if (isFirst) {
      Dataset<Row> rows = plan(lake, plan.read());
      return limit().map(rows::where).orElse(rows);
    }
    Column file = ReceivedRows.fileName(col("source_file"));
    Column isOld = file.isin(plan.renamed().keySet().toArray());
    Dataset<Row> log = lake.read(spec);
    if (plan.read().isEmpty()) {
      return BronzeLog.removals(log.where(isOld));
    }
    Column isRead = file.isin(plan.read().keySet().toArray());
    Dataset<Row> received = plan(lake, plan.read());
    if (limit().isEmpty()) {
      return BronzeLog.differences(log.where(isRead.or(isOld)), received);
    }
    Set<String> names = new TreeSet<>(plan.renamed().values());
    names.retainAll(plan.read().keySet());
    Column isNew = file.isin(names.toArray());
    return BronzeLog.differences(
        log.where(isRead.and(limit().get()).or(isOld).or(isNew)),
        limited(received, log, plan, limit().get()));
  }

  /** Of what was read the rows of the years, and those that a file held under its old name. */
  private static Dataset<Row> limited(
      Dataset<Row> received, Dataset<Row> log, IngestPlan plan, Column limit) {
    Dataset<Row> asked = received.where(limit);
    Dataset<Row> other = received.where(not(limit));
    for (String name : Set.copyOf(plan.renamed().values())) {
      Column file = ReceivedRows.fileName(col("source_file"));
      if (plan.isReadWhole(name)) {
        asked = asked.unionByName(other.where(file.equalTo(name)));
        continue;
      }
      Dataset<Row> held =
          BronzeLog.standing(log.where(file.isin(plan.before(name).toArray())))
              .select("row_hash")
              .distinct();
      Dataset<Row> kept =
          other
              .where(file.equalTo(name))
              .join(held, CollectionConverters.asScala(List.of("row_hash")).toSeq(), "left_semi");
      asked = asked.unionByName(kept);
    }
    return asked;
  }

  private TableRows received(Lake lake, SortedMap<String, SourceFile> files) {
    Map<String, String> paths = new TreeMap<>();
    files.forEach((name, file) -> paths.put(name, file.path()));
    return new SourceReader(source, measures, limits, lake, geometry).read(paths);
  }

  private Dataset<Row> plan(Lake lake, SortedMap<String, SourceFile> files) {
    return received(lake, files).plan(lake.spark());
  }

  /** Whether the table lacks a column without which its rows do not say what was received. */
  private boolean isWantingColumns(Lake lake) {
    return !List.of(lake.read(output()).columns()).containsAll(BronzeTables.RECEIVED);
  }

  /** Whether a row is of the years, or of none that can be read; empty for all years. */
  private Optional<Column> limit() {
    Column year = YearColumn.of(element_at(col("cells"), lit(source.yearColumn())));
    return years.map(y -> coalesce(year.isin(y.years().toArray()), lit(true)));
  }
}
