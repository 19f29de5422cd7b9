package org.renxing.jobs.console;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.renxing.lake.LakeSession;
import org.renxing.model.RenxingException;

/**
 * What takes long the first time in a process, begun beside what a command does first: commands
 * that answer in a second or two read their configuration meanwhile.
 */
public final class Ahead {
  private Ahead() {}

  /** Begins to load what every lake needs, and then does the given steps. */
  public static void lake(Runnable... further) {
    begin(
        () -> {
          try {
            LakeSession.hadoop(Map.of());
            List.of(further).forEach(Runnable::run);
          } catch (RuntimeException | LinkageError later) {
            // whoever needs it will meet the same, and say so
          }
        });
  }

  /**
   * Begins to make a value, and gives it to whoever asks, once it is made.
   *
   * @return waits for the value; throws what making it threw
   */
  public static <T> Supplier<T> of(Supplier<T> value) {
    FutureTask<T> task = new FutureTask<>(value::get);
    begin(task);
    return () -> {
      try {
        return task.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while another thread makes a value", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RenxingException known) {
          throw known;
        }
        throw new IllegalStateException(e.getCause());
      }
    };
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "ahead");
    thread.setDaemon(true);
    thread.start();
  }
}
