package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;
import org.renxing.run.RunContext;

/**
 * One entry in the log of a source: rows that came and rows that went, and the files whose rows
 * then stand.
 */
record Ingest(RunContext context, TableSpec spec) {
  private static final String SEQ = "ingest_seq";
  private static final String CHANGED = "has changes";

  /** Of a source with more cells nothing is held until silver reads it. */
  private static final long MOST_HANDED_ON = 500_000;

  /** In no file's name. */
  private static final String SEPARATOR = "\u0001";

  /** Whether rows of a table may have been removed or changed since they first came. */
  static boolean hasChanges(Optional<TableState> state) {
    return state.map(s -> Boolean.parseBoolean(s.notes().get(CHANGED))).orElse(true);
  }

  /** Whether the table is not there yet. */
  boolean isFirst() {
    return context.lake().version(spec.name()).isEmpty();
  }

  /**
   * What was appended.
   *
   * @param filled files of which rows came; of a workbook each sheet
   */
  record Appended(long rows, Set<String> filled) {}

  /**
   * Appends.
   *
   * @param more notes of the table's state beside those of the files
   */
  Appended append(TableRows news, TakenFiles files, Map<String, String> more) {
    boolean isFirst = isFirst();
    int seq = seq();
    Map<String, String> notes = new TreeMap<>();
    context.state(spec.name()).ifPresent(before -> notes.putAll(before.notes()));
    notes.keySet().removeIf(TakenFiles::isNote);
    notes.putAll(more);
    notes.putAll(files.notes());
    notes.put(CHANGED, Boolean.toString(!isFirst));
    notes.put(SEQ, Integer.toString(seq));
    boolean isHandedOn = isFirst && context.isReadLater(spec.name());
    if (news instanceof TableRows.Held held) {
      TableRows.Held rows = stamped(held, seq);
      TableState written =
          context.lake().append(spec, new Lake.Part(rows, ""), runId(), notes).state();
      if (isHandedOn && cells(rows) <= MOST_HANDED_ON) {
        context
            .inputs()
            .handOn(spec.name(), Map.of(), Map.of(TableState.WHOLE, rows.with("run_id", runId())));
      }
      return appended(written, files, filled(held));
    }
    Dataset<Row> stamped = stamped(((TableRows.Planned) news).plan(), seq);
    Dataset<Row> rows = isHandedOn ? context.inputs().keep(stamped) : stamped;
    Observation came = new Observation();
    Column file = when(not(col("is_removed")), col("source_file"));
    Dataset<Row> watched =
        rows.observe(came, array_join(collect_set(file), SEPARATOR).as("filled"));
    Lake.Written written = context.lake().append(spec, new Lake.Part(watched, ""), runId(), notes);
    if (isHandedOn) {
      context.inputs().handOn(spec.name(), Map.of(TableState.WHOLE, rows), written.held());
    }
    return appended(written.state(), files, filled(came));
  }

  private static long cells(TableRows.Held rows) {
    int cells = rows.schema().fieldIndex("cells");
    return rows.rows().stream().mapToLong(row -> ((Map<?, ?>) row.get(cells)).size()).sum();
  }

  private String runId() {
    return context.runId();
  }

  private Dataset<Row> stamped(Dataset<Row> news, int seq) {
    Dataset<Row> rows =
        news.withColumn("ingest_seq", lit(seq)).withColumn("ingested_at", current_timestamp());
    return context.lake().shape(spec, rows, runId());
  }

  private static TableRows.Held stamped(TableRows.Held news, int seq) {
    Timestamp now = Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MICROS));
    int width = news.schema().length();
    List<Row> rows = new ArrayList<>(news.rows().size());
    for (Row row : news.rows()) {
      Object[] values = new Object[width + 2];
      for (int i = 0; i < width; i++) {
        values[i] = row.get(i);
      }
      values[width] = seq;
      values[width + 1] = now;
      rows.add(RowFactory.create(values));
    }
    StructType shape =
        news.schema()
            .add("ingest_seq", DataTypes.IntegerType)
            .add("ingested_at", DataTypes.TimestampType);
    return new TableRows.Held(shape, rows);
  }

  private Appended appended(TableState written, TakenFiles files, Set<String> filled) {
    TableState.Part part = written.parts().get(TableState.WHOLE);
    TableState now = withContent(written, part, files.content());
    context.lake().note(spec.name(), now);
    context.written(spec.name(), now);
    return new Appended(part.rows(), filled);
  }

  private static Set<String> filled(TableRows.Held news) {
    int file = news.schema().fieldIndex("source_file");
    Set<String> out = new TreeSet<>();
    news.rows().forEach(row -> out.add(row.getString(file)));
    return out;
  }

  /** Grows from ingest to ingest, also where the table was made anew in between. */
  private int seq() {
    int last =
        context
            .state(spec.name())
            .map(state -> Integer.parseInt(state.notes().getOrDefault(SEQ, "0")))
            .orElse(0);
    return Math.max(last + 1, Math.toIntExact(context.lake().version(spec.name()).orElse(-1) + 2));
  }

  private static Set<String> filled(Observation came) {
    try {
      String names = String.valueOf(came.getAsJava().getOrDefault("filled", ""));
      return Set.of(names.split(SEPARATOR));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenxingException(ErrorCode.INTERNAL, "the run was interrupted", e);
    }
  }

  /** The content of a bronze table is that of the files taken in, whatever the way there. */
  private static TableState withContent(TableState written, TableState.Part part, String content) {
    TableState.Part whole =
        new TableState.Part("", content, part.rows(), part.runId(), part.violations());
    return new TableState(
        written.version(), new TreeMap<>(Map.of(TableState.WHOLE, whole)), written.notes());
  }
}
