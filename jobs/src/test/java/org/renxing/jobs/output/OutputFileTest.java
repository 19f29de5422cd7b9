package org.renxing.jobs.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

class OutputFileTest {
  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void anInput() throws IOException {
    input = Files.writeString(Files.createDirectories(folder.resolve("in")).resolve("a.csv"), "a");
  }

  private static OutputFile file(Path given) {
    return OutputFile.of("--output " + given, given);
  }

  private static void write(Path given, String text) {
    file(given).write(out -> put(out, text));
  }

  private static int put(java.io.OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    return bytes.length;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private void assertIsInput(Path output) {
    assertThatThrownBy(() -> file(output).requireApartFrom("the input", input))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll("--output " + output, "is the input")
        .extracting(e -> ((RenxingException) e).code())
        .isEqualTo(ErrorCode.USAGE);
  }

  @Test
  void anInputIsKnownUnderEveryName() throws IOException {
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("in"));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("in/a.csv"));
    Path twice = Files.createSymbolicLink(folder.resolve("twice.csv"), Path.of("link.csv"));
    Path hard = Files.createLink(folder.resolve("hard.csv"), input);
    Path toHard = Files.createSymbolicLink(folder.resolve("to-hard.csv"), hard);
    Path working = Path.of("").toAbsolutePath();
    List<Path> names =
        List.of(
            input,
            folder.resolve("./in/./a.csv"),
            folder.resolve("in/../in/a.csv"),
            folder.resolve("linked/../in/a.csv"),
            working.relativize(input.toAbsolutePath()),
            linked.resolve("a.csv"),
            link,
            twice,
            hard,
            toHard);
    names.forEach(this::assertIsInput);
    Path other = Files.writeString(folder.resolve("in/b.csv"), "a");
    assertThatCode(() -> file(other).requireApartFrom("the input", input))
        .doesNotThrowAnyException();
    assertThatCode(() -> file(folder.resolve("new.csv")).requireApartFrom("the input", input))
        .doesNotThrowAnyException();
  }

  @Test
  void aNewFileHasTheRightsOfNewFiles() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    write(folder.resolve("out.csv"), "new");
    assertThat(folder.resolve("out.csv")).hasContent("new");
    assertThat(Files.getPosixFilePermissions(folder.resolve("out.csv")))
        .isEqualTo(Files.getPosixFilePermissions(plain));
    assertThat(names()).containsExactly("in", "out.csv", "plain");
  }

  @Test
  void anOldFileKeepsItsRights() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "a much longer old text");
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-r-----"));
    write(out, "new");
    assertThat(out).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly("in", "out.csv");
  }

  /** The link stays; what it leads to is replaced, or made. */
  @Test
  void aLinkStaysALink() throws IOException {
    Path old = Files.writeString(folder.resolve("old.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("old.csv"));
    write(link, "new");
    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(old).isRegularFile().hasContent("new");
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("in/made.csv"));
    write(dangling, "made");
    assertThat(dangling).isSymbolicLink();
    assertThat(folder.resolve("in/made.csv")).isRegularFile().hasContent("made");
  }

  @Test
  void anotherHardLinkKeepsTheOldContent() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "old");
    Path kept = Files.createLink(folder.resolve("kept.csv"), out);
    write(out, "new");
    assertThat(out).hasContent("new");
    assertThat(kept).hasContent("old");
  }

  @Test
  void aWriteThatFailsLeavesTheOldFileAndNoOther() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "old");
    for (RuntimeException fault :
        List.of(
            new IllegalStateException("broken"),
            new java.io.UncheckedIOException(new IOException("disk full")))) {
      assertThatThrownBy(
              () ->
                  file(out)
                      .write(
                          stream -> {
                            put(stream, "half of the n");
                            stream.flush();
                            throw fault;
                          }))
          .isInstanceOf(RuntimeException.class);
      assertThat(out).hasContent("old");
      assertThat(names()).containsExactly("in", "out.csv");
    }
    assertThatThrownBy(
            () ->
                file(folder.resolve("never.csv"))
                    .write(
                        stream -> {
                          throw new IOException("disk full");
                        }))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll("never.csv: cannot be written", "disk full")
        .extracting(e -> ((RenxingException) e).code())
        .isEqualTo(ErrorCode.STORAGE);
    assertThat(names()).containsExactly("in", "out.csv");
  }

  @Test
  void whatCannotBeAFileIsRefused() throws IOException {
    Path round = Files.createSymbolicLink(folder.resolve("round"), Path.of("round"));
    Path toFolder = Files.createSymbolicLink(folder.resolve("to-folder"), Path.of("in"));
    for (Path wrong :
        List.of(
            folder,
            folder.resolve("in/.."),
            toFolder,
            folder.resolve("none/out.csv"),
            input.resolve("out.csv"),
            Path.of("/"),
            round)) {
      assertThatThrownBy(() -> file(wrong))
          .as("%s", wrong)
          .isInstanceOf(RenxingException.class)
          .hasMessageContaining("--output " + wrong + ": ")
          .extracting(e -> ((RenxingException) e).code())
          .isEqualTo(ErrorCode.USAGE);
    }
  }

  /** Many at once: in the end one stands there as a whole. */
  @Test
  void writersDoNotInterleave() throws Exception {
    Path out = folder.resolve("out.csv");
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String line = (char) ('a' + i % 26) + "\n";
        all.add(
            writers.submit(
                () ->
                    file(out)
                        .write(
                            stream -> {
                              for (int n = 0; n < 200; n++) {
                                put(stream, line);
                                stream.flush();
                              }
                              return line;
                            })));
        if (Files.exists(out)) {
          List<String> seen = Files.readAllLines(out);
          assertThat(seen).hasSize(200);
          assertThat(seen.stream().distinct()).hasSize(1);
        }
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(Files.readAllLines(out)).hasSize(200).containsOnly(Files.readAllLines(out).get(0));
    assertThat(names()).containsExactly("in", "out.csv");
  }

  @Test
  void aPipeAndADeviceAreWrittenStraight() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<String> read =
          reader.submit(
              () -> {
                try (InputStream in = Files.newInputStream(pipe)) {
                  return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
              });
      write(pipe, "through the pipe");
      assertThat(read.get()).isEqualTo("through the pipe");
    } finally {
      reader.shutdownNow();
    }
    write(Path.of("/dev/null"), "gone");
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThat(names()).containsExactly("in", "pipe");
  }

  @Test
  void aNewFileReplacesNothing() throws IOException {
    Path made = folder.resolve("made.conf");
    file(made).writeNew(out -> put(out, "made"));
    assertThat(made).hasContent("made");
    assertThatThrownBy(() -> file(made).writeNew(out -> put(out, "again")))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("is there already");
    assertThat(made).hasContent("made");
    assertThat(names()).containsExactly("in", "made.conf");
  }

  @Test
  void whatALibraryMakesIsWrittenAsAnyContent() throws IOException {
    Path target = folder.resolve("t.duckdb");
    Files.writeString(target, "old");
    OutputFile output = file(target);
    assertThatThrownBy(
            () ->
                output.writeFrom(
                    made -> {
                      Files.writeString(made, "half");
                      throw new IOException("broken");
                    }))
        .hasMessageContaining("broken");
    assertThat(target).hasContent("old");
    Path[] used = new Path[1];
    int answer =
        output.writeFrom(
            made -> {
              assertThat(made).doesNotExist();
              assertThat(target).hasContent("old");
              used[0] = Files.writeString(made, "new");
              return 7;
            });
    assertThat(answer).isEqualTo(7);
    assertThat(target).hasContent("new");
    assertThat(used[0].getParent()).doesNotExist();
    assertThat(names()).containsExactly("in", "t.duckdb");
  }
}
