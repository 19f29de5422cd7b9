package org.renxing.jobs.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.renxing.config.Configuration;
import org.renxing.jobs.LakeTask;
import org.renxing.jobs.console.Bytes;
import org.renxing.jobs.console.Text;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSize;
import org.renxing.lake.Upkeep;
import org.renxing.lake.UpkeepPolicy;
import org.renxing.model.ErrorCode;
import org.renxing.model.Maintenance;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;

/** Upkeep of a lake as the configuration has it. */
public final class LakeUpkeep {
  private LakeUpkeep() {}

  /**
   * Upkeep.
   *
   * @param keep how many of the newest releases; empty where the configuration says it
   */
  public static Upkeep of(Settings settings, Lake lake, OptionalInt keep, String runId) {
    Maintenance asked = settings.maintenance();
    UpkeepPolicy policy =
        new UpkeepPolicy(
            keep.orElse(asked.keep()),
            Duration.ofMinutes(asked.graceMinutes()),
            asked.logDays(),
            Frozen.releases(settings, lake),
            releases -> Lineage.of(lake, releases));
    return new Upkeep(lake, policy, Clock.systemUTC(), runId, step -> {});
  }

  /**
   * Does it, under the lock of the lake and on record as a run.
   *
   * @param command the command line for the log, without values of --set
   * @throws RenxingException STORAGE where what readers see is damaged
   */
  public static Upkeep.Result run(
      Configuration configuration, Lake lake, OptionalInt keep, String command) {
    return new LakeTask(configuration, lake, command)
        .run(
            true,
            given -> {
              if (given.repaired().isReleaseDamaged()) {
                throw new RenxingException(
                    ErrorCode.STORAGE,
                    "maintain: the newest release names what is damaged; run bin/renxing nightly"
                        + " first, which publishes it anew");
              }
              return of(configuration.settings(), lake, keep, given.runId()).run();
            });
  }

  /** What upkeep came to, or would, with the tables that changed. */
  public static String text(Upkeep.Result result, boolean isDone) {
    List<List<String>> rows = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(result.before().parts().keySet());
    names.addAll(result.after().parts().keySet());
    for (String name : names) {
      LakeSize.Part before = result.before().part(name);
      LakeSize.Part after = result.after().part(name);
      if (!before.equals(after)) {
        rows.add(row(name, before, after));
      }
    }
    rows.add(row("all of the lake", result.before().total(), result.after().total()));
    StringBuilder out =
        new StringBuilder(Text.table(List.of("", "files", "", "size", ""), rows)).append('\n');
    line(out, isDone ? "Kept: " : "Would keep: ", result.kept());
    line(out, isDone ? "Taken off the list: " : "Would take off the list: ", result.removed());
    line(out, isDone ? "Put together: " : "Would put together: ", result.compacted());
    result.skipped().forEach(text -> out.append(text).append('\n'));
    return out.toString();
  }

  /** The same in a line. */
  public static String line(Upkeep.Result result) {
    return String.format(
        Locale.ROOT,
        "Upkeep: %s in %,d files, before %s in %,d; %d releases kept, %d taken off the list",
        Bytes.text(result.after().total().bytes()),
        result.after().total().files(),
        Bytes.text(result.before().total().bytes()),
        result.before().total().files(),
        result.kept().size(),
        result.removed().size());
  }

  private static void line(StringBuilder out, String head, List<String> names) {
    if (!names.isEmpty()) {
      out.append(head).append(String.join(", ", names)).append('\n');
    }
  }

  private static List<String> row(String name, LakeSize.Part before, LakeSize.Part after) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%,d", before.files()),
        String.format(Locale.ROOT, "-> %,d", after.files()),
        Bytes.text(before.bytes()),
        "-> " + Bytes.text(after.bytes()));
  }
}
