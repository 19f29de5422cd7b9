package org.renxing.jobs.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Runs trainings at once, as many as there are cores. */
final class SideBySide {
  private SideBySide() {}

  /**
   * The results in the order of the tasks.
   *
   * @throws RenxingException INTERNAL where a training fails, INTERRUPTED where this thread is
   *     interrupted
   */
  static <T> List<T> run(int cores, List<? extends Callable<T>> tasks) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, cores));
    try {
      List<Future<T>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(pool.submit(task)));
      List<T> out = new ArrayList<>();
      for (Future<T> future : running) {
        out.add(future.get());
      }
      return out;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RenxingException known
          ? known
          : new RenxingException(
              ErrorCode.INTERNAL, "training failed: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenxingException(ErrorCode.INTERRUPTED, "training was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
