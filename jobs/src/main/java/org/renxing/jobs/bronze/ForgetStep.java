package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.run.RunContext;
import org.renxing.run.Step;

/**
 * Drops the rows of files that are no longer there: they are recorded as rows that went. All of the
 * files or none; a file that was forgotten before is left alone.
 */
public final class ForgetStep implements Step {
  private static final String FORGOTTEN = "forgotten:";
  private final SourceSpec source;
  private final List<String> files;

  public ForgetStep(SourceSpec source, List<String> files) {
    this.source = source;
    this.files = List.copyOf(new TreeSet<>(files));
  }

  @Override
  public TableName output() {
    return BronzeTables.name(source);
  }

  @Override
  public List<TableName> inputs() {
    return List.of();
  }

  @Override
  public Outcome preview(RunContext context) {
    List<String> held = held(context);
    return held.isEmpty()
        ? new Outcome(Status.UNCHANGED, 0, List.of(), "")
        : new Outcome(Status.WOULD_RUN, 0, List.of(), "would drop " + String.join(", ", held));
  }

  @Override
  public Outcome run(RunContext context) {
    List<String> held = held(context);
    if (held.isEmpty()) {
      return new Outcome(Status.UNCHANGED, 0, List.of(), "dropped before");
    }
    Dataset<Row> log = context.lake().read(BronzeTables.spec(source));
    TakenFiles after = known(context).after(held, Map.of());
    Map<String, String> notes = new TreeMap<>();
    held.forEach(name -> notes.put(FORGOTTEN + name, context.runId()));
    Ingest ingest = new Ingest(context, BronzeTables.spec(source));
    Ingest.Appended gone =
        ingest.append(
            new TableRows.Planned(BronzeLog.removals(log.where(isOf(held)))), after, notes);
    return new Outcome(Status.DONE, gone.rows(), List.of(), "dropped " + String.join(", ", held));
  }

  /** Those whose rows are held; the others were forgotten before. */
  private List<String> held(RunContext context) {
    Missing missing =
        new Missing(
            source.id(),
            known(context).marks().keySet(),
            SourceFiles.paths(source, context.lake().files()).keySet());
    List<String> out = new ArrayList<>();
    for (String name : files) {
      if (missing.isHeld(name)) {
        out.add(name);
      } else if (!isForgotten(name, context)) {
        throw missing.unknown(name);
      }
    }
    return out;
  }

  private TakenFiles known(RunContext context) {
    return TakenFiles.of(context.lake(), BronzeTables.spec(source), context.state(output()));
  }

  /** By the record, or where that is lost by the log. */
  private boolean isForgotten(String name, RunContext context) {
    Optional<TableState> state = context.state(output());
    boolean isNoted = state.filter(s -> s.notes().containsKey(FORGOTTEN + name)).isPresent();
    return isNoted
        || (context.lake().isThere(output())
            && !context
                .lake()
                .read(BronzeTables.spec(source))
                .where(isOf(List.of(name)))
                .isEmpty());
  }

  private static Column isOf(List<String> names) {
    return ReceivedRows.fileName(col("source_file")).isin(names.toArray());
  }
}
