package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;
import org.renxing.run.Warning;

/** What tables of received rows have in common: all sources, as one part. */
public abstract class ReceivedTask implements TableTask {
  private final List<SourceSpec> received;
  private final List<TableName> others;

  /**
   * A table of received rows.
   *
   * @param received sources whose rows it reads
   * @param others tables that it reads too, or that come before it as they compute what all share
   */
  protected ReceivedTask(List<SourceSpec> received, List<TableName> others) {
    this.received = List.copyOf(received);
    this.others = List.copyOf(others);
  }

  /** Sources whose rows it reads. */
  protected List<SourceSpec> received() {
    return received;
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>();
    received.forEach(source -> out.add(BronzeTables.name(source)));
    out.add(UnitAlias.TABLE);
    out.addAll(others);
    return out;
  }

  @Override
  public String explain(Inputs inputs) {
    return HeldFile.hint(received, inputs.lake());
  }

  /** Warnings of the notes of a table's state whose keys begin so. */
  protected static List<Warning> noted(Optional<TableState> now, String prefix, Warning.Kind kind) {
    return now.stream()
        .flatMap(state -> state.notes().entrySet().stream())
        .filter(note -> note.getKey().startsWith(prefix))
        .map(note -> new Warning(kind, note.getValue()))
        .toList();
  }

  /** The columns of its rows. */
  protected StructType shape() {
    return TableShape.of(spec(), "run_id");
  }
}
