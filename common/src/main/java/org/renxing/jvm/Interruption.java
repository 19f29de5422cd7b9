package org.renxing.jvm;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.renxing.model.RenxingException;

/**
 * The wish of the system or of a person that this process end: SIGTERM, SIGINT or SIGHUP.
 *
 * <p>A command that only reads is ended where it stands. One that has something to put in order
 * says so ({@link #endsItself}); it is told by {@link #signal}, and has {@link #PATIENCE} until the
 * process is halted. The first signal counts, further ones change nothing.
 */
public final class Interruption {
  /** How long a command may take to end itself. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration EXIT = Duration.ofSeconds(8);
  private static final List<Signal> SIGNALS =
      List.of(new Signal("TERM", 143), new Signal("INT", 130), new Signal("HUP", 129));
  private static final Interruption PROCESS = new Interruption();

  private Optional<Signal> received = Optional.empty();
  private boolean isOrderly;
  private boolean isSettled;

  /** One that no signal of the system reaches, such as that of a test. */
  public Interruption() {}

  /**
   * A signal.
   *
   * @param name without SIG
   * @param exitCode of the process that it ends
   */
  public record Signal(String name, int exitCode) {
    @Override
    public String toString() {
      return "SIG" + name;
    }

    /** The error with which what was under way ends. */
    public RenxingException error(String message) {
      return RenxingException.interrupted(exitCode, message);
    }
  }

  /** That of this process. */
  public static Interruption ofProcess() {
    return PROCESS;
  }

  /**
   * Takes over the signals of this process; for its owner only. A signal that the parent process
   * had ignored (as nohup does) stays ignored.
   */
  public static void install() {
    for (Signal signal : SIGNALS) {
      try {
        // by name, since the compiler hides what belongs to no standard module
        Class<?> handlers = Class.forName("sun.misc.SignalHandler");
        Class<?> signals = Class.forName("sun.misc.Signal");
        Object handler =
            Proxy.newProxyInstance(
                Interruption.class.getClassLoader(),
                new Class<?>[] {handlers},
                (proxy, method, arguments) -> handled(proxy, method, arguments, signal));
        signals
            .getMethod("handle", signals, handlers)
            .invoke(null, signals.getConstructor(String.class).newInstance(signal.name()), handler);
      } catch (ReflectiveOperationException e) {
        return; // with -Xrs signals are not ours to take, and end the JVM at once
      }
    }
  }

  private static Object handled(Object proxy, Method method, Object[] arguments, Signal signal) {
    return switch (method.getName()) {
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      case "toString" -> signal.toString();
      default -> {
        PROCESS.end(signal);
        yield null;
      }
    };
  }

  /** The signal that ends this process; empty where there is none, or it came too late. */
  public synchronized Optional<Signal> signal() {
    return received;
  }

  /** From here on a signal does not end the process; the command heeds {@link #signal}. */
  public synchronized void endsItself() {
    isOrderly = true;
  }

  /**
   * From here on a signal does not change how the command ends.
   *
   * @return false where a signal was first
   */
  public synchronized boolean settle() {
    isSettled |= received.isEmpty();
    return isSettled;
  }

  /**
   * The exit code of the process, at the end of its command; does not return where the process is
   * being ended already.
   */
  public int conclude(int exitCode) {
    if (settle()) {
      return exitCode;
    }
    if (!isOrderly()) {
      pause(PATIENCE); // the thread of the signal ends the process
    }
    return signal().orElseThrow().exitCode();
  }

  private synchronized boolean isOrderly() {
    return isOrderly;
  }

  /** Records the first signal; says whether it is that. As the system's signals do, but no more. */
  public synchronized boolean receive(Signal signal) {
    if (received.isPresent() || isSettled) {
      return false;
    }
    received = Optional.of(signal);
    return true;
  }

  private void end(Signal signal) {
    boolean isFirst = receive(signal);
    if (!isFirst && signal().isPresent()) {
      return;
    }
    if (isFirst) {
      StandardStreams.muteErrors(); // what fails now fails because of the signal
    }
    if (!isFirst || isOrderly()) {
      pause(PATIENCE); // the process ends meanwhile
      last(signal, "; it did not come to rest within " + PATIENCE.toSeconds() + " seconds");
      Runtime.getRuntime().halt(signal.exitCode());
    }
    ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    last(signal, "");
    StandardStreams.muteAll();
    Thread watch = new Thread(() -> halt(signal), "end of the process");
    watch.setDaemon(true);
    watch.start();
    // checkstyle off: a process that is ended from outside
    System.exit(signal.exitCode());
    // checkstyle on
  }

  private static void last(Signal signal, String what) {
    StandardStreams.lastLine(
        "renxing: exit " + signal.exitCode() + " (INTERRUPTED): ended by " + signal + what);
  }

  private static void halt(Signal signal) {
    pause(EXIT);
    Runtime.getRuntime().halt(signal.exitCode());
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
