package org.renxing.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.lake.ReleaseMarks;
import org.renxing.lake.Releases;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.RunContext;
import org.renxing.run.Step;
import org.renxing.run.Warning;

/**
 * The last step: publishes all gold tables by one commit. Every table has passed its checks by
 * then, or the run would have stopped at it. Where nothing changed, nothing is published, nor where
 * the run is told to fail on what was warned of.
 */
public final class ReleaseStep implements Step {
  private final List<TableSpec> published;
  private final List<TableName> checked;

  /**
   * A release.
   *
   * @param published the tables of the release
   * @param checked tables that are not published, whose checks must have passed all the same
   */
  public ReleaseStep(List<TableSpec> published, List<TableName> checked) {
    this.published = List.copyOf(published);
    this.checked = List.copyOf(checked);
  }

  @Override
  public TableName output() {
    return Releases.TABLE;
  }

  @Override
  public List<TableName> inputs() {
    return Stream.concat(published.stream().map(TableSpec::name), checked.stream()).toList();
  }

  @Override
  public List<TableName> rowsRead() {
    return List.of();
  }

  @Override
  public Outcome preview(RunContext context) {
    return new Outcome(Status.WOULD_RUN, 0, List.of(), "publishes if any table changed");
  }

  @Override
  public Outcome run(RunContext context) {
    Optional<RenxingException> refusal = context.refusal();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    List<Releases.Entry> entries = entries(context);
    context.requireUnchanged();
    Releases releases = new Releases(context.lake());
    String before = releases.newestId();
    Releases.Published result =
        releases.publish(
            entries, context.isReleaseDamaged(), context.codeVersion(), context.runId());
    context.lake().state(output()).ifPresent(state -> context.written(output(), state));
    Status status = result.isNew() ? Status.DONE : Status.UNCHANGED;
    List<Warning> warnings =
        result.isNew() && !before.isEmpty()
            ? ReleaseMarks.of(context.lake()).rollbackOf(before).stream()
                .map(to -> ended(before, to, result.releaseId()))
                .toList()
            : List.of();
    return new Outcome(status, entries.size(), List.of(), result.releaseId(), warnings);
  }

  private static Warning ended(String rollback, String to, String now) {
    return new Warning(
        Warning.Kind.ROLLBACK_ENDED,
        String.format(
            "release %s went back to %s; what follows from the present sources and configuration"
                + " was published again, as %s: readers see that now",
            rollback, to, now));
  }

  private List<Releases.Entry> entries(RunContext context) {
    List<Releases.Entry> out = new ArrayList<>();
    for (TableSpec spec : published) {
      Optional<TableState> state = context.state(spec.name());
      if (state.isEmpty()) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            spec.name() + ": was never written, so no release can hold it; run without --only");
      }
      state
          .get()
          .parts()
          .forEach(
              (part, written) ->
                  out.add(
                      new Releases.Entry(
                          spec.name(),
                          part,
                          state.get().version(),
                          written.contentHash(),
                          written.rows(),
                          context.lake().manifest(spec.name(), state.get().version()))));
    }
    return out;
  }
}
