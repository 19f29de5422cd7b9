package org.renxing.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.RenxingException;

/** Lines with times, appended, and old files packed. */
class LogFileTest {
  @TempDir private Path folder;

  @Test
  void linesHaveTimesAndAreAppended() throws IOException {
    Path file = folder.resolve("deep/renxing.log");
    write(LogFile.open(file), "one 城\r\nhal");
    write(LogFile.open(file), "two\n");
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z \\[\\d+] .+"))
        .satisfiesExactly(
            line -> assertThat(line).endsWith("] one 城"),
            line -> assertThat(line).endsWith("] two"));
  }

  @Test
  void characterSplitBetweenWritesStaysWhole() throws IOException {
    Path file = folder.resolve("renxing.log");
    LogFile log = LogFile.open(file);
    byte[] bytes = "城市\n".getBytes(StandardCharsets.UTF_8);
    log.write(bytes, 0, 2);
    log.write(bytes, 2, bytes.length - 2);
    assertThat(Files.readString(file)).endsWith("] 城市\n");
  }

  @Test
  void fullFilesArePackedAndTheOldestGo() throws IOException {
    Path file = folder.resolve("renxing.log");
    LogFile log = LogFile.of(file, "1 KB");
    for (int i = 0; i < 400; i++) {
      write(log, "line " + i + " of a log that is long enough to be rotated many times\n");
    }
    log.close(); // waits for what is being packed
    List<String> names = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.map(f -> f.getFileName().toString()).sorted().forEach(names::add);
    }
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(0, 10)
                .mapToObj(i -> "renxing.log" + (i == 0 ? "" : "." + i + ".gz"))
                .toList());
    assertThat(Files.readString(file)).contains("line 399");
    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(folder.resolve("renxing.log.10.gz")))) {
      assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8)).contains("] line ");
    }
  }

  @Test
  void fileThatCannotBeWrittenIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("renxing.log");
    assertThatThrownBy(() -> LogFile.open(file))
        .isInstanceOf(RenxingException.class)
        .hasMessageStartingWith("RENXING_LOG=" + file + ": cannot be written");
  }

  private static void write(LogFile log, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.write(bytes, 0, bytes.length);
  }
}
