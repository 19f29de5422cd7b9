package org.renxing.lake;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.renxing.jvm.JvmSettings;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The environment of executors that are JVMs of their own: keys with which they are started, and a
 * plugin that sets or refuses what came out otherwise. An executor that refuses tells the driver,
 * which ends the jobs at once.
 */
public final class ExecutorSettings implements SparkPlugin {
  private static final String OPTIONS = "spark.executor.extraJavaOptions";
  private static final String PLUGINS = "spark.plugins";
  private static final String VARIABLE = "spark.executorEnv." + JvmSettings.LOCALE_VARIABLE;
  private static final AtomicReference<String> REFUSAL = new AtomicReference<>("");

  /** Adds the keys to those of a session that has not begun; the operator's options stay. */
  static void complete(Map<String, String> keys) {
    REFUSAL.set("");
    // the last option wins
    keys.put(
        OPTIONS, (given(keys, OPTIONS) + " " + String.join(" ", JvmSettings.options())).strip());
    String plugins = given(keys, PLUGINS);
    keys.put(PLUGINS, (plugins.isEmpty() ? "" : plugins + ",") + ExecutorSettings.class.getName());
    if (given(keys, VARIABLE).isEmpty()) {
      keys.put(VARIABLE, JvmSettings.LOCALE_VALUE);
    }
  }

  /** Why an executor of the session was refused, if one was. */
  static Optional<RenxingException> refusal(Exception cause) {
    return Optional.of(REFUSAL.get())
        .filter(reason -> !reason.isEmpty())
        .map(reason -> new RenxingException(ErrorCode.USAGE, reason, cause));
  }

  /** What the operator gave, by spark-submit (which sets properties) or in the configuration. */
  private static String given(Map<String, String> keys, String key) {
    return System.getProperty(key, keys.getOrDefault(key, ""));
  }

  @Override
  public DriverPlugin driverPlugin() {
    return new Driver();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Executor();
  }

  /** Ends the jobs of the session when an executor refuses. */
  private static final class Driver implements DriverPlugin {
    private final AtomicReference<SparkContext> session = new AtomicReference<>();

    @Override
    public Map<String, String> init(SparkContext context, PluginContext plugin) {
      session.set(context);
      return Map.of();
    }

    @Override
    public Object receive(Object message) {
      REFUSAL.compareAndSet("", message.toString());
      SparkContext context = session.get();
      for (int job : context.statusTracker().getActiveJobIds()) {
        context.cancelJob(job, message.toString());
      }
      return true;
    }
  }

  /** Sets or refuses the JVM before it takes a task. */
  private static final class Executor implements ExecutorPlugin {
    @Override
    public void init(PluginContext context, Map<String, String> extra) {
      try {
        JvmSettings.pin();
      } catch (RenxingException e) {
        tell(context, e);
        throw e;
      }
    }

    private static void tell(PluginContext context, RenxingException refusal) {
      String message =
          "executor "
              + context.executorID()
              + " (process "
              + ManagementFactory.getRuntimeMXBean()
                  .getName() // process@host: Spark has no host yet
              + ")"
              + ": "
              + refusal.getMessage()
              + "; for executors the keys are "
              + VARIABLE
              + " and "
              + OPTIONS;
      try {
        context.ask(message);
      } catch (Exception e) {
        refusal.addSuppressed(e); // the driver is told by the loss of the executor, too
      }
    }
  }
}
