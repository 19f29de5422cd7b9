package org.renxing.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Charset, file names, locale and time zone of a JVM, so that no result depends on where it is
 * computed. The settings are those of {@code jvm.options} beside this class. Locale, time zone and
 * standard streams can be set once a JVM runs; the default charset and the encoding of file names
 * and arguments are decided when it starts, so a JVM that has others is refused.
 */
public final class JvmSettings {
  /** The variable of the environment that decides the encoding of file names. */
  public static final String LOCALE_VARIABLE = "LC_ALL";

  /** A locale whose encoding is UTF-8 and which says nothing else. */
  public static final String LOCALE_VALUE = "C.UTF-8";

  private static final String DEFINE = "-D";
  private static final char UNDECODED = '\uFFFD';

  private JvmSettings() {}

  /** The options with which a JVM is to be started. */
  public static List<String> options() {
    try (InputStream in = JvmSettings.class.getResourceAsStream("jvm.options")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(DEFINE))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sets locale and time zone of this JVM.
   *
   * @throws RenxingException USAGE where file names or the default charset are not UTF-8; the
   *     message names the setting and what to start the JVM with
   */
  public static void pin() {
    Map<String, String> settings = properties("user.");
    settings.forEach(System::setProperty);
    Locale.setDefault(
        new Locale.Builder()
            .setLanguage(settings.get("user.language"))
            .setRegion(settings.get("user.country"))
            .build());
    TimeZone.setDefault(TimeZone.getTimeZone(settings.get("user.timezone")));
    fault(System::getProperty, System::getenv, Charset.defaultCharset())
        .ifPresent(
            fault -> {
              throw new RenxingException(ErrorCode.USAGE, fault);
            });
  }

  /** Makes standard output and standard error UTF-8; for the owner of the process only. */
  public static void pinStreams() {
    properties("std").forEach(System::setProperty);
    properties("sun.std").forEach(System::setProperty);
    StandardStreams.pin();
  }

  /**
   * Keeps what goes to standard error in a file as well, with times; the file is rotated.
   *
   * @throws RenxingException USAGE where the file cannot be written
   */
  public static void log(Path file) {
    StandardStreams.log(LogFile.open(file));
  }

  /**
   * Refuses arguments of a command line that were not UTF-8 and so came out as other characters.
   *
   * @throws RenxingException USAGE with the argument's number and what is left of it
   */
  public static void checkArguments(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].indexOf(UNDECODED) >= 0) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "argument "
                + (i + 1)
                + ", '"
                + arguments[i]
                + "': its bytes are not UTF-8; write it in UTF-8 (the encoding of the terminal or"
                + " of the script that holds it)");
      }
    }
  }

  /** Whether a name that the file system gave holds bytes that are not UTF-8. */
  public static boolean isUndecoded(String name) {
    return name.indexOf(UNDECODED) >= 0;
  }

  /**
   * What is wrong with a JVM that cannot be set while it runs.
   *
   * @param property its system properties
   * @param variable the variables of its environment
   */
  static Optional<String> fault(
      UnaryOperator<String> property, UnaryOperator<String> variable, Charset charset) {
    String names = property.apply("sun.jnu.encoding");
    // where a command line overrode the first; on macOS the latter says nothing of file names
    String system = property.apply("native.encoding");
    boolean isMac = property.apply("os.name").startsWith("Mac");
    if (!isUtf8(names) || (!isMac && system != null && !isUtf8(system))) {
      return Optional.of(
          "this JVM names files and reads arguments in "
              + (isUtf8(names) ? system : names)
              + " (sun.jnu.encoding), with which names such as 城市.csv are lost; it needs UTF-8,"
              + " which is decided when a JVM starts: set "
              + LOCALE_VARIABLE
              + "="
              + LOCALE_VALUE
              + " (or another UTF-8 locale of those that `locale -a` lists) in the environment that"
              + " starts it; now "
              + locales(variable));
    }
    if (!charset.equals(StandardCharsets.UTF_8)) {
      return Optional.of(
          "the default charset of this JVM is "
              + charset
              + " (file.encoding); it needs UTF-8, which is decided when a JVM starts: start it"
              + " with -Dfile.encoding=UTF-8, and take any other file.encoding out of"
              + " _JAVA_OPTIONS, JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS and the options of Spark");
    }
    return Optional.empty();
  }

  private static String locales(UnaryOperator<String> variable) {
    StringBuilder text = new StringBuilder();
    for (String name : List.of(LOCALE_VARIABLE, "LC_CTYPE", "LANG")) {
      String value =
          Optional.ofNullable(variable.apply(name)).map(v -> "=" + v).orElse(" is unset");
      text.append(text.isEmpty() ? "" : ", ").append(name).append(value);
    }
    return text.toString();
  }

  private static boolean isUtf8(String name) {
    return name != null
        && Charset.isSupported(name)
        && Charset.forName(name).equals(StandardCharsets.UTF_8);
  }

  private static Map<String, String> properties(String prefix) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String option : options()) {
      String[] setting = option.substring(DEFINE.length()).split("=", 2);
      if (setting[0].startsWith(prefix)) {
        out.put(setting[0], setting[1]);
      }
    }
    return out;
  }
}
