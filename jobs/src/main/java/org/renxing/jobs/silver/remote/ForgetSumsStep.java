package org.renxing.jobs.silver.remote;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.jobs.bronze.Forgetting;
import org.renxing.lake.TableState;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.run.RunContext;

/**
 * Takes grids that are no longer there out of the record of those that count, so that the next run
 * makes the sums without them.
 */
public final class ForgetSumsStep extends Forgetting {
  private final RemoteSource grids;

  public ForgetSumsStep(RemoteSource grids, List<String> files) {
    super(grids.files(), files);
    this.grids = grids;
  }

  @Override
  public TableName output() {
    return RasterSum.TABLE;
  }

  @Override
  protected long drop(List<String> held, RunContext context) {
    TableState before = context.state(output()).orElseThrow();
    TreeMap<String, String> notes = new TreeMap<>(before.notes());
    for (String name : held) {
      String text = notes.getOrDefault(RasterFiles.NOTE, "");
      notes.put(RasterFiles.NOTE, RasterFiles.without(text, grids.id(), name));
      notes.put(key(name), context.runId());
    }
    TableState after = new TableState(before.version(), before.parts(), notes);
    context.lake().note(output(), after);
    context.written(output(), after);
    return 0;
  }

  /** The notes of what was forgotten, of all notes of the table of sums. */
  static Map<String, String> notes(Optional<TableState> state) {
    Map<String, String> out = new TreeMap<>();
    state.ifPresent(s -> out.putAll(s.notes()));
    out.keySet().removeIf(key -> !key.startsWith(FORGOTTEN));
    return out;
  }

  @Override
  protected Collection<String> known(RunContext context) {
    return RasterFiles.known(grids, context.state(output())).keySet();
  }

  @Override
  protected String key(String name) {
    return FORGOTTEN + grids.id() + "/" + name;
  }
}
