package org.renxing.lake;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * One class loader for driver and tasks of embedded Spark, which share a JVM (ADR 0005).
 *
 * <p>Spark compiles the code that it generates once for each loader that asks, first for the
 * driver's and then for that of the tasks; and the compiler asks for many classes that are not
 * there, for each of which all jars are searched. This took a tenth of a small run.
 */
public final class OneLoader implements SparkPlugin {
  private static final AtomicReference<ClassLoader> TASKS = new AtomicReference<>();

  /** What was there before the first session. */
  private static final AtomicReference<ClassLoader> BELOW = new AtomicReference<>();

  /** Adds what a session needs that has not begun, where the operator has not said otherwise. */
  static void complete(Map<String, String> keys) {
    Map.of(
            "spark.plugins",
            OneLoader.class.getName(),
            // a loader of its own for each session otherwise
            "spark.sql.artifact.isolation.enabled",
            "false")
        .forEach(
            (key, value) -> {
              if (System.getProperty(key) == null) { // as spark-submit sets its options
                keys.putIfAbsent(key, value);
              }
            });
  }

  /** Before the session begins: that of the tasks is made on top of this thread's. */
  static void remember() {
    Thread thread = Thread.currentThread();
    BELOW.compareAndSet(null, thread.getContextClassLoader());
    TASKS.set(null);
    thread.setContextClassLoader(new RememberingClassLoader(BELOW.get()));
  }

  /** Gives this thread, and those that it starts, the loader of the tasks, once there is one. */
  public static void adopt() {
    ClassLoader tasks = TASKS.get();
    if (tasks != null) {
      Thread.currentThread().setContextClassLoader(tasks);
    }
  }

  @Override
  public DriverPlugin driverPlugin() {
    return null; // there is none
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      @Override
      public void init(PluginContext context, Map<String, String> extra) {
        TASKS.set(Thread.currentThread().getContextClassLoader());
      }
    };
  }
}
