package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableRows;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.run.RunContext;

/** Drops the rows of files that are no longer there: they are recorded as rows that went. */
public final class ForgetStep extends Forgetting {
  public ForgetStep(SourceSpec source, List<String> files) {
    super(source, files);
  }

  @Override
  public TableName output() {
    return BronzeTables.name(source());
  }

  @Override
  protected long drop(List<String> held, RunContext context) {
    Dataset<Row> log = context.lake().read(BronzeTables.spec(source()));
    TakenFiles after = taken(context).after(held, Map.of());
    Map<String, String> notes = new TreeMap<>();
    held.forEach(name -> notes.put(key(name), context.runId()));
    TableRows gone = new TableRows.Planned(BronzeLog.removals(log.where(isOf(held))));
    return new Ingest(context, BronzeTables.spec(source())).append(gone, after, notes).rows();
  }

  @Override
  protected Collection<String> known(RunContext context) {
    return taken(context).marks().keySet();
  }

  @Override
  protected String key(String name) {
    return FORGOTTEN + name;
  }

  private TakenFiles taken(RunContext context) {
    return TakenFiles.of(context.lake(), BronzeTables.spec(source()), context.state(output()));
  }

  /** By the record, or where that is lost by the log. */
  @Override
  protected boolean isForgotten(String name, RunContext context) {
    return super.isForgotten(name, context)
        || (context.lake().isThere(output())
            && !context
                .lake()
                .read(BronzeTables.spec(source()))
                .where(isOf(List.of(name)))
                .isEmpty());
  }

  private static Column isOf(List<String> names) {
    return ReceivedRows.fileName(col("source_file")).isin(names.toArray());
  }
}
