package org.renxing.jvm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.appender.rolling.DefaultRolloverStrategy;
import org.apache.logging.log4j.core.appender.rolling.SizeBasedTriggeringPolicy;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A file of log: each line with its time and the process. At 10 MB it becomes {@code FILE.1.gz},
 * the file before that {@code FILE.2.gz}, up to ten of them. Log4j does it, without its loggers,
 * which Spark sets up anew.
 */
final class LogFile {
  private static final String SIZE = "10 MB";
  private static final String KEPT = "10";

  private final RollingFileAppender appender;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private LogFile(RollingFileAppender appender) {
    this.appender = appender;
  }

  /**
   * Opens a file, which is made with its folders where it is missing.
   *
   * @throws RenxingException USAGE where it cannot be written
   */
  static LogFile open(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.USAGE, "RENXING_LOG=" + file + ": cannot be written: " + e, e);
    }
    return of(file, SIZE);
  }

  /** A file that is packed when it has a size, such as {@code 10 MB}. */
  static LogFile of(Path file, String size) {
    Configuration plain = new DefaultConfiguration();
    RollingFileAppender out =
        RollingFileAppender.newBuilder()
            .setName("log")
            .setConfiguration(plain)
            .withFileName(file.toString())
            .withFilePattern(file + ".%i.gz")
            .withPolicy(SizeBasedTriggeringPolicy.createPolicy(size))
            .withStrategy(
                DefaultRolloverStrategy.newBuilder()
                    .withConfig(plain)
                    .withFileIndex("min")
                    .withMax(KEPT)
                    .build())
            .setLayout(
                PatternLayout.newBuilder()
                    .withConfiguration(plain)
                    .withCharset(StandardCharsets.UTF_8)
                    .withPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC} [%pid] %m%n")
                    .build())
            .build();
    out.start();
    return new LogFile(out);
  }

  /** Waits for what is being packed. */
  void close() {
    appender.stop(1, TimeUnit.MINUTES);
  }

  /** Takes bytes of lines; a line is written once it is whole. */
  synchronized void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        append(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else if (bytes[i] != '\r') {
        line.write(bytes[i]);
      }
    }
  }

  private void append(String text) {
    appender.append(
        Log4jLogEvent.newBuilder()
            .setLoggerName("renxing")
            .setLevel(Level.INFO)
            .setMessage(new SimpleMessage(text))
            .setTimeMillis(System.currentTimeMillis())
            .build());
  }
}
