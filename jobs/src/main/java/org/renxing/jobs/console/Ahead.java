package org.renxing.jobs.console;

import java.util.List;
import java.util.Map;
import org.renxing.lake.LakeSession;

/**
 * What takes long the first time in a process, begun beside what a command does first: commands
 * that answer in a second or two read their configuration meanwhile.
 */
public final class Ahead {
  private Ahead() {}

  /** Begins to load what every lake needs, and then does the given steps. */
  public static void lake(Runnable... further) {
    Thread thread =
        new Thread(
            () -> {
              try {
                LakeSession.hadoop(Map.of());
                List.of(further).forEach(Runnable::run);
              } catch (RuntimeException | LinkageError later) {
                // whoever needs it will meet the same, and say so
              }
            },
            "ahead");
    thread.setDaemon(true);
    thread.start();
  }
}
