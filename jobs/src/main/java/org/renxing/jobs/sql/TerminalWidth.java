package org.renxing.jobs.sql;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How wide the terminal is, where the answer goes to one. */
public final class TerminalWidth {
  /** Of a file or a pipe: nothing is cut. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private TerminalWidth() {}

  /** The columns of the terminal; {@link #UNLIMITED} where there is none or it does not say. */
  public static int now() {
    if (System.console() == null) {
      return UNLIMITED;
    }
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean isDone = stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0;
      int columns = isDone ? Integer.parseInt(size.strip().replaceFirst("^\\d+ ", "")) : 0;
      return columns > 0 ? columns : UNLIMITED;
    } catch (IOException | NumberFormatException unknown) {
      return UNLIMITED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNLIMITED;
    }
  }
}
