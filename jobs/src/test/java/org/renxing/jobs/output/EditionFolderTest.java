package org.renxing.jobs.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The link to the current edition is switched at the end, and not before. */
class EditionFolderTest {
  @TempDir private Path folder;

  @Test
  void theLinkIsSwitchedOnceTheEditionIsWhole() throws IOException {
    EditionFolder first = edition("r1");
    assertThat(first.isThere()).isFalse();
    first.write(made -> put(made, "first"));
    assertThat(names()).containsExactly("r1");
    first.makeCurrent();
    assertThat(folder.resolve("current/t.csv")).hasContent("first");

    EditionFolder second = edition("r2");
    second.write(
        made -> {
          put(made, "second");
          assertThat(folder.resolve("r2")).doesNotExist();
          assertThat(folder.resolve("current/t.csv")).hasContent("first");
        });
    assertThat(folder.resolve("current/t.csv")).hasContent("first");
    second.makeCurrent();
    assertThat(folder.resolve("current/t.csv")).hasContent("second");
    assertThat(Files.readSymbolicLink(folder.resolve("current"))).isEqualTo(Path.of("r2"));
    assertThat(names()).containsExactly("current", "r1", "r2");
    first.makeCurrent();
    assertThat(folder.resolve("current/t.csv")).hasContent("first");
  }

  @Test
  void anEditionThatFailsLeavesTheFormerOne() throws IOException {
    EditionFolder first = edition("r1");
    first.write(made -> put(made, "first"));
    first.makeCurrent();
    assertThatThrownBy(
            () ->
                edition("r2")
                    .write(
                        made -> {
                          put(made, "half");
                          throw new IllegalStateException("broken");
                        }))
        .hasMessage("broken");
    assertThat(names()).containsExactly("current", "r1");
    assertThat(folder.resolve("current/t.csv")).hasContent("first");
  }

  @Test
  void ofTwoThatWriteTheSameOneIsToldSo() {
    EditionFolder mine = edition("r1");
    assertThatThrownBy(
            () ->
                mine.write(
                    made -> {
                      put(made, "mine");
                      edition("r1").write(other -> put(other, "other"));
                    }))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
        .hasMessageContaining("came meanwhile");
    assertThat(folder.resolve("r1/t.csv")).hasContent("other");
  }

  @Test
  void aLinkThatLeadsNowhereIsReplacedAndAFolderIsNot() throws IOException {
    Files.createSymbolicLink(folder.resolve("current"), Path.of("gone"));
    EditionFolder first = edition("r1");
    first.write(made -> put(made, "first"));
    first.makeCurrent();
    assertThat(folder.resolve("current/t.csv")).hasContent("first");

    Path other = Files.createDirectories(folder.resolve("other/current"));
    assertThatThrownBy(() -> EditionFolder.of("export --out x", other.getParent(), "r1"))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContaining("is no symbolic link");
  }

  private EditionFolder edition(String name) {
    return EditionFolder.of("export --out x", folder, name);
  }

  private static void put(Path made, String text) {
    try {
      Files.writeString(made.resolve("t.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
