package org.renxing.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.TableName;

/**
 * Makes a table part by part, and only those parts whose inputs, configuration, shape or code
 * changed since they were last written. Inputs count by content, not by version: a table that was
 * made again and came out the same changes nothing downstream.
 */
public final class TableStep implements Step {
  private final TableTask task;

  public TableStep(TableTask task) {
    this.task = task;
  }

  /** How the table is made. */
  public TableTask task() {
    return task;
  }

  @Override
  public TableName output() {
    return task.spec().name();
  }

  @Override
  public List<TableName> inputs() {
    return task.inputs();
  }

  @Override
  public String years() {
    return task.years();
  }

  @Override
  public Outcome run(RunContext context) {
    Map<String, String> wanted = fingerprints(context);
    Map<String, TableState.Part> current = current(context, wanted);
    if (current.keySet().equals(wanted.keySet())) {
      pass(context, context.state(output()).orElseThrow());
      return outcome(Status.UNCHANGED, context.state(output()), List.of());
    }
    Map<String, TableRows> made = made(context, wanted, current);
    Map<String, Lake.Part> parts = new LinkedHashMap<>();
    made.forEach((part, rows) -> parts.put(part, new Lake.Part(rows, wanted.get(part))));
    Lake.Written written =
        context
            .lake()
            .write(
                task.spec(), parts, current, context.runId(), () -> task.notes(context.inputs()));
    context.written(output(), written.state());
    if (current.isEmpty() && context.isReadLater(output())) {
      Map<String, Dataset<Row>> plans = new LinkedHashMap<>();
      made.forEach(
          (part, rows) -> {
            if (rows instanceof TableRows.Planned planned) {
              plans.put(part, planned.plan());
            } else if (!written.held().containsKey(part)) {
              plans.put(part, plan(context, rows));
            }
          });
      context.inputs().handOn(output(), plans, written.held());
    }
    pass(context, written.state());
    return outcome(Status.DONE, Optional.of(written.state()), List.copyOf(parts.keySet()));
  }

  /** Rows that were held here and written by Spark, for later steps. */
  private Dataset<Row> plan(RunContext context, TableRows rows) {
    Dataset<Row> plan = rows.plan(context.lake().spark());
    return context.inputs().keep(context.lake().shape(task.spec(), plan, context.runId()));
  }

  /** Checks what is stored; what is warned of it is said in any case. */
  private void pass(RunContext context, TableState stored) {
    if (stored.parts().values().stream().anyMatch(part -> !part.violations().isEmpty())) {
      context.foreseen(output(), task.warnings(Optional.of(stored)));
    }
    Gate.pass(task, stored, context.inputs());
  }

  /** The rows of the parts that are to be made; kept where later steps read them. */
  private Map<String, TableRows> made(
      RunContext context, Map<String, String> wanted, Map<String, TableState.Part> current) {
    boolean isKept = current.isEmpty() && context.isReadLater(output()) && !task.isCheapToRepeat();
    Map<String, TableRows> out = new LinkedHashMap<>();
    for (String part : wanted.keySet()) {
      if (!current.containsKey(part)) {
        TableRows rows = task.rows(part, context.inputs());
        out.put(part, rows instanceof TableRows.Planned p ? planned(context, p, isKept) : rows);
      }
    }
    return out;
  }

  private TableRows planned(RunContext context, TableRows.Planned rows, boolean isKept) {
    Dataset<Row> shaped = context.lake().shape(task.spec(), rows.plan(), context.runId());
    return new TableRows.Planned(isKept ? context.inputs().keep(shaped) : shaped, rows.isMany());
  }

  @Override
  public Outcome preview(RunContext context) {
    boolean isKnown = task.inputs().stream().allMatch(t -> context.state(t).isPresent());
    Map<String, String> wanted = isKnown ? fingerprints(context) : Map.of();
    boolean isCurrent = isKnown && current(context, wanted).keySet().equals(wanted.keySet());
    Status status = isCurrent ? Status.UNCHANGED : Status.WOULD_RUN;
    return outcome(status, context.state(output()), task.parts());
  }

  private Map<String, String> fingerprints(RunContext context) {
    Map<String, String> out = new LinkedHashMap<>();
    Optional<TableState> now = context.state(output()).or(() -> context.lake().stored(output()));
    for (String part : task.parts()) {
      List<String> lines = new ArrayList<>();
      lines.add(context.codeVersion());
      lines.add(task.spec().toString());
      lines.add(task.configuration(part, now));
      for (TableName input : task.inputs()) {
        lines.add(
            input
                + "="
                + context.state(input).map(s -> task.contentOf(input, s, part)).orElse("none"));
      }
      out.put(part, Fingerprint.of(String.join("\n", lines)));
    }
    return out;
  }

  /**
   * Parts that need no work. All or nothing where the table holds parts that are no longer wanted.
   */
  private Map<String, TableState.Part> current(RunContext context, Map<String, String> wanted) {
    Map<String, TableState.Part> there =
        context
            .state(output())
            .<Map<String, TableState.Part>>map(TableState::parts)
            .orElse(Map.of());
    if (!wanted.keySet().containsAll(there.keySet())) {
      return Map.of();
    }
    Map<String, TableState.Part> out = new TreeMap<>(there);
    out.entrySet().removeIf(e -> !e.getValue().fingerprint().equals(wanted.get(e.getKey())));
    return out;
  }

  private Outcome outcome(Status status, Optional<TableState> state, List<String> parts) {
    long rows = state.map(TableState::rows).orElse(0L);
    return new Outcome(status, rows, parts, "", task.warnings(state));
  }
}
