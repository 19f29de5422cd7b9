package org.renxing.jvm;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output and standard error of a process, in UTF-8; they can be muted for its end. */
public final class StandardStreams {
  private static final Outlet OUT = new Outlet(FileDescriptor.out);
  private static final Outlet ERR = new Outlet(FileDescriptor.err);

  private StandardStreams() {}

  /** Makes them those of this JVM; for the owner of the process only. */
  static void pin() {
    System.out.flush();
    System.err.flush();
    ERR.isPinned = true;
    System.setOut(new PrintStream(OUT, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(ERR, true, StandardCharsets.UTF_8));
  }

  /** Writes what goes to standard error from now on to a file of log as well. */
  static void log(LogFile file) {
    ERR.log = Optional.of(file);
  }

  /** Drops what is written to standard error from now on, {@link #lastLine} apart. */
  static void muteErrors() {
    ERR.isMuted = true;
  }

  /** Drops what is written from now on. */
  static void muteAll() {
    System.out.flush();
    OUT.isMuted = true;
    ERR.isMuted = true;
  }

  /**
   * Writes a line to standard error, muted or not. In a process that owns its streams nothing
   * follows it: threads of Spark that are still ending have nothing more to tell.
   */
  public static void lastLine(String line) {
    System.out.flush();
    System.err.flush();
    if (ERR.isPinned || ERR.isMuted) {
      ERR.isMuted = true;
      ERR.writeThrough((line + "\n").getBytes(StandardCharsets.UTF_8));
    } else {
      System.err.println(line);
    }
  }

  /** Buffered writing to a descriptor. */
  private static final class Outlet extends FilterOutputStream {
    private volatile boolean isMuted;
    private volatile boolean isPinned;
    private volatile Optional<LogFile> log = Optional.empty();

    Outlet(FileDescriptor descriptor) {
      super(new BufferedOutputStream(new FileOutputStream(descriptor)));
    }

    @Override
    public void write(int b) throws IOException {
      if (!isMuted) {
        out.write(b);
        log.ifPresent(file -> file.write(new byte[] {(byte) b}, 0, 1));
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!isMuted) {
        out.write(bytes, offset, length);
        log.ifPresent(file -> file.write(bytes, offset, length));
      }
    }

    private void writeThrough(byte[] bytes) {
      OutputStream through = out;
      log.ifPresent(file -> file.write(bytes, 0, bytes.length));
      try {
        through.write(bytes);
        through.flush();
      } catch (IOException e) {
        isMuted = true; // nobody is listening
      }
    }
  }
}
