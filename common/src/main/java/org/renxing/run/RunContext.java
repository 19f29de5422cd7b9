package org.renxing.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.renxing.lake.Lake;
import org.renxing.lake.TableState;
import org.renxing.model.TableName;

/** What the steps of one run share. */
public final class RunContext {
  private final String runId;
  private final String codeVersion;
  private final Lake lake;
  private final Inputs inputs;
  private final Set<TableName> readLater;
  private final Map<TableName, Optional<TableState>> states = new ConcurrentHashMap<>();

  /**
   * A run.
   *
   * @param readLater tables whose rows are wanted again before the run ends
   */
  public RunContext(String runId, String codeVersion, Lake lake, Set<TableName> readLater) {
    this.readLater = Set.copyOf(readLater);
    this.runId = runId;
    this.codeVersion = codeVersion;
    this.lake = lake;
    this.inputs = new Inputs(lake);
  }

  public String runId() {
    return runId;
  }

  public String codeVersion() {
    return codeVersion;
  }

  public Lake lake() {
    return lake;
  }

  public Inputs inputs() {
    return inputs;
  }

  /** Whether the rows of a table are wanted again before the run ends. */
  public boolean isReadLater(TableName table) {
    return readLater.contains(table);
  }

  /** The state of a table as this run knows it. */
  public Optional<TableState> state(TableName table) {
    return states.computeIfAbsent(table, lake::state);
  }

  /** Takes note that a step has written a table. */
  public void written(TableName table, TableState state) {
    states.put(table, Optional.of(state));
  }
}
