package org.renxing.testing;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Prints at the end of a run which tests were left out, and why. Found by JUnit itself
 * (META-INF/services); the build turns that on.
 */
public final class AbortedTests implements TestWatcher {
  private static final Namespace OWN = Namespace.create(AbortedTests.class);

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    String test =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName();
    context
        .getRoot()
        .getStore(OWN)
        .getOrComputeIfAbsent("report", key -> new Report(), Report.class)
        .add(test + ": " + cause.getMessage());
  }

  /** What was left out; printed when the run ends. */
  static final class Report implements AutoCloseable {
    private final Map<String, Integer> lines = new TreeMap<>();

    synchronized void add(String line) {
      lines.merge(line, 1, Integer::sum);
    }

    /** One line for all, then one for each test and reason. */
    synchronized String text() {
      int all = lines.values().stream().mapToInt(n -> n).sum();
      StringBuilder out = new StringBuilder("Tests that were left out: " + all + "\n");
      lines.forEach(
          (line, n) ->
              out.append("  ").append(line).append(n > 1 ? " (" + n + ")" : "").append('\n'));
      return out.toString();
    }

    @Override
    public void close() {
      System.out.print(text());
    }
  }
}
