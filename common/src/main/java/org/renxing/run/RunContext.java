package org.renxing.run;

import java.util.Map;
import java.util.Optional;
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
  private final Map<TableName, Optional<TableState>> states = new ConcurrentHashMap<>();

  public RunContext(String runId, String codeVersion, Lake lake) {
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

  /** The state of a table as this run knows it. */
  public Optional<TableState> state(TableName table) {
    return states.computeIfAbsent(table, lake::state);
  }

  /** Takes note that a step has written a table. */
  public void written(TableName table, TableState state) {
    states.put(table, Optional.of(state));
  }
}
