package org.renxing.jobs.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.publish.CsvOutput;

/** Output that fails half way leaves nothing under its name, and nothing else. */
class FailedOutputTest {
  private static final String FAILED = "the rows end here";

  @TempDir private Path folder;

  /** More rows than any buffer holds, and then an error. */
  private static Iterator<Row> rows() {
    return IntStream.rangeClosed(1, 100_000)
        .mapToObj(
            i -> {
              if (i == 100_000) {
                throw new IllegalStateException(FAILED);
              }
              return RowFactory.create(i);
            })
        .iterator();
  }

  @Test
  void csvThatFailsIsNotThere() throws IOException {
    OutputFile file = OutputFile.of("out.csv", folder.resolve("out.csv"));
    assertThatThrownBy(() -> CsvOutput.write(List.of("n"), rows(), file)).hasMessage(FAILED);
    assertThat(inside()).isEmpty();
    Files.writeString(folder.resolve("out.csv"), "old");
    assertThatThrownBy(() -> CsvOutput.write(List.of("n"), rows(), file)).hasMessage(FAILED);
    assertThat(inside()).containsExactly("out.csv");
    assertThat(folder.resolve("out.csv")).hasContent("old");
  }

  @Test
  void newFileThatFailsIsNotThere() throws IOException {
    OutputFile file = OutputFile.of("draft.conf", folder.resolve("draft.conf"));
    assertThatThrownBy(
            () ->
                file.writeNew(
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException(FAILED);
                    }))
        .hasMessageContaining(FAILED);
    assertThat(inside()).isEmpty();
  }

  private List<String> inside() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).toList();
    }
  }
}
