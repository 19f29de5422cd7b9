package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.renxing.lake.Lake;
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
  Appended append(Dataset<Row> news, TakenFiles files, Map<String, String> more) {
    Lake lake = context.lake();
    boolean isFirst = isFirst();
    int seq = seq();
    Dataset<Row> stamped =
        lake.shape(
            spec,
            news.withColumn("ingest_seq", lit(seq)).withColumn("ingested_at", current_timestamp()),
            context.runId());
    boolean isHandedOn = isFirst && context.isReadLater(spec.name());
    Dataset<Row> rows = isHandedOn ? context.inputs().keep(stamped) : stamped;
    Map<String, String> notes = new TreeMap<>();
    context.state(spec.name()).ifPresent(before -> notes.putAll(before.notes()));
    notes.keySet().removeIf(TakenFiles::isNote);
    notes.putAll(more);
    notes.putAll(files.notes());
    notes.put(CHANGED, Boolean.toString(!isFirst));
    notes.put(SEQ, Integer.toString(seq));
    Observation came = new Observation();
    Column file = when(not(col("is_removed")), col("source_file"));
    Dataset<Row> watched =
        rows.observe(came, array_join(collect_set(file), SEPARATOR).as("filled"));
    Lake.Written written = lake.append(spec, new Lake.Part(watched, ""), context.runId(), notes);
    if (isHandedOn) {
      context.inputs().handOn(spec.name(), Map.of(TableState.WHOLE, rows), written.held());
    }
    TableState.Part part = written.state().parts().get(TableState.WHOLE);
    TableState now = withContent(written.state(), part, files.content());
    lake.note(spec.name(), now);
    context.written(spec.name(), now);
    return new Appended(part.rows(), filled(came));
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
