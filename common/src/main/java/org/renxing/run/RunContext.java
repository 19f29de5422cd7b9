package org.renxing.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeRepair;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** What the steps of one run share. */
public final class RunContext {
  private final String runId;
  private final String codeVersion;
  private final Lake lake;
  private final Inputs inputs;
  private final Set<TableName> readLater;
  private final boolean isMissingRefused;
  private final Queue<Warning> warnings = new ConcurrentLinkedQueue<>();
  private final Map<TableName, List<Warning>> foreseen = new ConcurrentHashMap<>();
  private final Map<TableName, Optional<TableState>> states = new ConcurrentHashMap<>();
  private final Map<TableName, List<Warning>> repairs = new ConcurrentHashMap<>();
  private volatile boolean isReleaseDamaged;

  /**
   * A run.
   *
   * @param readLater tables whose rows are wanted again before the run ends
   * @param isMissingRefused whether nothing is to be published where a file is no longer there
   */
  public RunContext(
      String runId,
      String codeVersion,
      Lake lake,
      Set<TableName> readLater,
      boolean isMissingRefused) {
    this.isMissingRefused = isMissingRefused;
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

  /** Takes note of what a step warns of. */
  public void warned(List<Warning> more) {
    warnings.addAll(more);
  }

  /** Takes note of what is to be said of a step though it may fail from here on. */
  public void foreseen(TableName step, List<Warning> told) {
    foreseen.put(step, List.copyOf(told));
  }

  /** What is to be said of a step that failed. */
  List<Warning> foreseen(TableName step) {
    return foreseen.getOrDefault(step, List.of());
  }

  /** Why nothing is to be published, after the steps so far. */
  public Optional<RenxingException> refusal() {
    List<String> missing =
        warnings.stream()
            .filter(w -> isMissingRefused && w.kind() == Warning.Kind.MISSING_FILE)
            .map(Warning::text)
            .sorted()
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RenxingException(
                ErrorCode.SOURCE_CONTRACT,
                "nothing is published while a file is missing (--fail-on-missing):\n  "
                    + String.join("\n  ", missing)));
  }

  /** Takes note of what was repaired of the lake before the steps. */
  public void repaired(LakeRepair.Result result) {
    isReleaseDamaged = result.isReleaseDamaged();
    result
        .done()
        .forEach(
            (table, texts) ->
                repairs.put(
                    table,
                    texts.stream().map(t -> new Warning(Warning.Kind.REPAIRED, t)).toList()));
  }

  /** Whether what the newest release names was damaged when the run began. */
  public boolean isReleaseDamaged() {
    return isReleaseDamaged;
  }

  /**
   * An outcome with what was put right of the step's table, and of tables that no step makes, where
   * that is not said yet.
   *
   * @param outputs tables that the steps of the run make
   */
  public Step.Outcome told(Step step, Set<TableName> outputs, Step.Outcome outcome) {
    List<Warning> all = new ArrayList<>();
    for (TableName table : List.copyOf(repairs.keySet())) {
      if (table.equals(step.output()) || !outputs.contains(table)) {
        List<Warning> told = repairs.remove(table);
        all.addAll(told == null ? List.of() : told);
      }
    }
    all.addAll(outcome.warnings());
    return new Step.Outcome(
        outcome.status(), outcome.rows(), outcome.parts(), outcome.detail(), all);
  }

  /**
   * Requires that no other writer came to a table since this run wrote or checked it.
   *
   * @throws RenxingException CONFLICT where one did
   */
  public void requireUnchanged() {
    List<String> changed = new ArrayList<>();
    new TreeMap<>(states)
        .forEach(
            (table, state) ->
                state
                    .filter(s -> lake.version(table).orElse(-1) != s.version())
                    .ifPresent(
                        s ->
                            changed.add(
                                table
                                    + ": this run has version "
                                    + s.version()
                                    + ", and another writer made version "
                                    + lake.version(table).orElse(-1))));
    if (!changed.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFLICT,
          String.join("\n", changed)
              + "\n"
              + "Nothing was published; the next run undoes what the other writer did, and"
              + " publishes");
    }
  }

  /** Takes note that a step has written a table. */
  public void written(TableName table, TableState state) {
    states.put(table, Optional.of(state));
  }
}
