package org.renxing.jobs.bronze;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.renxing.dea.Status;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.run.RunContext;
import org.renxing.run.Step;

/**
 * Takes files of a source that are no longer there out of what counts: all of the files or none; a
 * file that was forgotten before is left alone.
 */
public abstract class Forgetting implements Step {
  /** Keys of the notes that name a forgotten file begin so. */
  protected static final String FORGOTTEN = "forgotten:";

  private final SourceSpec source;
  private final List<String> files;

  /** Forgets some files of a source. */
  protected Forgetting(SourceSpec source, List<String> files) {
    this.source = source;
    this.files = List.copyOf(new TreeSet<>(files));
  }

  /** The source of the files. */
  protected SourceSpec source() {
    return source;
  }

  /** Names of the files that count. */
  protected abstract Collection<String> known(RunContext context);

  /** The key of the note that a file was forgotten. */
  protected abstract String key(String name);

  /** Whether a file that does not count did so once; by default, whether a note says so. */
  protected boolean isForgotten(String name, RunContext context) {
    return context.state(output()).filter(s -> s.notes().containsKey(key(name))).isPresent();
  }

  /** Takes files out; returns how many rows were written. */
  protected abstract long drop(List<String> held, RunContext context);

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
    long rows = drop(held, context);
    return new Outcome(Status.DONE, rows, List.of(), "dropped " + String.join(", ", held));
  }

  /** Those that count; the others were forgotten before. */
  private List<String> held(RunContext context) {
    Missing missing =
        new Missing(
            source.id(),
            known(context),
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
}
