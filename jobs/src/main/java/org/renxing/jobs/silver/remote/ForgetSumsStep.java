package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.jobs.bronze.Missing;
import org.renxing.jobs.bronze.SourceFiles;
import org.renxing.lake.TableState;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.run.RunContext;
import org.renxing.run.Step;

/**
 * Takes grids that are no longer there out of the record of those that count, so that the next run
 * makes the sums without them. A grid that was forgotten before is left alone.
 */
public final class ForgetSumsStep implements Step {
  private static final String FORGOTTEN = "forgotten:";
  private final RemoteSource source;
  private final List<String> files;

  public ForgetSumsStep(RemoteSource source, List<String> files) {
    this.source = source;
    this.files = List.copyOf(new TreeSet<>(files));
  }

  @Override
  public TableName output() {
    return RasterSum.TABLE;
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
    TableState before = context.state(output()).orElseThrow();
    Map<String, String> notes = new TreeMap<>(before.notes());
    for (String name : held) {
      String text = notes.getOrDefault(RasterFiles.NOTE, "");
      notes.put(RasterFiles.NOTE, RasterFiles.without(text, source.id(), name));
      notes.put(key(name), context.runId());
    }
    TableState after = new TableState(before.version(), before.parts(), new TreeMap<>(notes));
    context.lake().note(output(), after);
    context.written(output(), after);
    return new Outcome(Status.DONE, 0, List.of(), "dropped " + String.join(", ", held));
  }

  /** The notes of what was forgotten, of all notes of the table of sums. */
  static Map<String, String> notes(Optional<TableState> state) {
    Map<String, String> out = new TreeMap<>();
    state.ifPresent(s -> out.putAll(s.notes()));
    out.keySet().removeIf(key -> !key.startsWith(FORGOTTEN));
    return out;
  }

  private List<String> held(RunContext context) {
    Optional<TableState> state = context.state(output());
    Missing missing =
        new Missing(
            source.id(),
            RasterFiles.known(source, state).keySet(),
            SourceFiles.paths(source.files(), context.lake().files()).keySet());
    List<String> out = new ArrayList<>();
    for (String name : files) {
      if (missing.isHeld(name)) {
        out.add(name);
      } else if (state.filter(s -> s.notes().containsKey(key(name))).isEmpty()) {
        throw missing.unknown(name);
      }
    }
    return out;
  }

  private String key(String name) {
    return FORGOTTEN + source.id() + "/" + name;
  }
}
