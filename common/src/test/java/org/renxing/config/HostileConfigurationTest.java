package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that would take all memory, hang, reach beyond the home folder or show a secret. */
class HostileConfigurationTest {
  private static final String ROOT = "conf/renxing.conf";
  @TempDir private Path home;

  private List<String> problems(ConfTree tree) {
    return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), tree::problems);
  }

  private ConfTree tree() {
    return new ConfTree(home);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'x = ' | [      | ]  | 100000",
        "'x = ' | [      | ]  | 65",
        "'x '   | {a     | }  | 100000",
        "x      | .a     | '' | 100000",
        "x      | .a     | '' | 70",
        "'x = ' | (      | '' | 100000",
        "'x = ' | '[{a:' | '' | 50000",
      })
  void nestingHasALimit(String before, String open, String close, int times) {
    String text = before + open.repeat(times) + " = 1 " + close.repeat(times);
    assertThat(problems(tree().append(ROOT, text))).anyMatch(p -> p.startsWith(ROOT + ":"));
  }

  @Test
  void aSyntaxErrorInAnyFolderIsToldOnce() {
    for (String folder : Layers.FOLDERS) {
      String file = "conf/" + folder + "/shrinkage.conf";
      assertThat(problems(tree().write(file, "a = [")))
          .as(folder)
          .singleElement()
          .asString()
          .startsWith(file + ":");
      assertThat(home.resolve(file).toFile().delete()).isTrue();
    }
  }

  @Test
  void substitutionsThatDoubleAreRefused() {
    StringBuilder text = new StringBuilder("a0 = xxxxxxxxxx\n");
    StringBuilder objects = new StringBuilder("b0 = { x = 1 }\n");
    StringBuilder itself = new StringBuilder("c = xxxxxxxxxx\n");
    for (int i = 1; i <= 30; i++) {
      text.append("a%s = ${a%s}${a%s}\n".formatted(i, i - 1, i - 1));
      objects.append("b%s = { p = ${b%s}, q = ${b%s} }\n".formatted(i, i - 1, i - 1));
      itself.append("c = ${c}${c}\n");
    }
    for (CharSequence lines : List.of(text, objects, itself)) {
      assertThat(problems(tree().append(ROOT, lines.toString())))
          .allMatch(p -> p.startsWith(ROOT + ":"))
          .anyMatch(p -> p.contains("substitutions make more") || p.contains("its own earlier"));
    }
  }

  @Test
  void chainsOfSubstitutionsHaveALimit() {
    StringBuilder text = new StringBuilder("a0 = x\n");
    for (int i = 1; i <= 5000; i++) {
      text.append("a%s = ${a%s}\n".formatted(i, i - 1));
    }
    assertThat(problems(tree().append(ROOT, text.toString())))
        .anyMatch(p -> p.contains("substitutions lead on over more than 32 values"));
  }

  @Test
  void aFewSubstitutionsAndAdditionsAreFine() {
    ConfTree tree =
        tree()
            .append(
                ROOT,
                """
                data-root = ${home}"/"${home}
                corrections.files = [a]
                corrections.files += b
                corrections.files = ${corrections.files} [${data-root}]
                """);
    assertThat(tree.problems()).isEmpty();
    assertThat(tree.load().settings().correctionFiles()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include url(\"http://127.0.0.1:1/x.conf\")",
        "include \"http://127.0.0.1:1/x.conf\"",
        "include required(url(\"file:///etc/hostname\"))",
        "include file(\"/etc/hostname\")",
        "include \"/etc/hostname\"",
        "include \"../../../../../../../../../etc/hostname\"",
        "include classpath(\"reference.conf\")",
        "include \"renxing.conf\"",
        "include required(\"nothing.conf\")",
      })
  void includesStayInTheHomeFolder(String line) {
    assertThat(problems(tree().append(ROOT, line)))
        .anyMatch(p -> p.startsWith(ROOT) && p.contains("include"));
  }

  @Test
  void includesOfTheHomeFolderAreRead() {
    ConfTree tree =
        tree()
            .write("conf/part/one.conf", "corrections.files = [a]\ninclude \"two\"")
            .write("conf/part/two.conf", "corrections.files += b")
            .append(ROOT, "include \"part/one.conf\"\ninclude \"none\"");
    assertThat(tree.load().settings().correctionFiles()).hasSize(2);
  }

  @Test
  void filesThatNeverEndAreNotRead() throws Exception {
    Path fifo = home.resolve("fifo");
    ConfTree tree = tree();
    assumeThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    assertThat(problems(tree.append(ROOT, "spark.x.password { file = fifo }\n")))
        .containsExactly(ROOT + ":5: spark.x.password: file fifo is no regular file");
    assertThat(problems(tree().append(ROOT, "spark.x.password { file = /dev/zero }\n")))
        .containsExactly(ROOT + ":5: spark.x.password: file /dev/zero is no regular file");
    assertThat(problems(tree().append(ROOT, "spark.x.password { file = \"a\\u0000b\" }\n")))
        .singleElement()
        .asString()
        .contains("cannot be read");
    Files.write(home.resolve("large"), new byte[70_000]);
    assertThat(problems(tree().append(ROOT, "spark.x.password { file = large }\n")))
        .singleElement()
        .asString()
        .contains("has more than 65536 bytes");
    Files.move(fifo, home.resolve("conf/scenarios/pipe.conf"));
    assertThat(problems(tree())).contains("conf/scenarios/pipe.conf: file is no regular file");
  }

  @Test
  void largeFilesAndOtherEncodingsAreRefused() throws IOException {
    Files.createDirectories(home.resolve("conf/rules"));
    Files.write(home.resolve("conf/rules/path.conf"), new byte[(1 << 20) + 1]);
    Files.write(home.resolve("conf/rules/levers.conf"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(problems(tree()))
        .containsExactly(
            "conf/rules/levers.conf: file is not UTF-8 text",
            "conf/rules/path.conf: file has more than 1048576 bytes, which is the most that is"
                + " read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lake.path = \"https://hunter2@host/x\"",
        "data-root = \"s3a://hunter2@bucket/x\"",
        "data-root = \"https://:hunter2@host/x\"",
        "data-root = \"abfss://c:hunter2@account.dfs.core.windows.net/x\"",
        "data-root = \"jdbc:oracle:thin:me/hunter2@//host/db\"",
        "data-root = \"https://host/x?sig=hunter2\"",
        "data-root = \"https://host/x?a=1&X-Amz-Signature=hunter2\"",
        "data-root = \"https://host/x?api_key=hunter2\"",
        "nightly.scenarios = [\"https://hunter2@host\"]",
        "nightly.fail-on-missing = \"https://hunter2@host\"",
        "quality.limit = \"https://hunter2@host\"",
        "\"https://hunter2@host\" = 1",
      })
  void secretsInUrlsAreRefusedAndNotShown(String line) {
    assertThat(problems(tree().append(ROOT, line)))
        .isNotEmpty()
        .noneMatch(p -> p.contains("hunter2"));
  }

  @Test
  void containersOfAzureAreNoSecrets() {
    String path = "abfss://container@account.dfs.core.windows.net/lake";
    ConfTree tree = tree().append(ROOT, "lake.path = \"" + path + "\"");
    assertThat(tree.problems()).isEmpty();
    assertThat(tree.load().entries())
        .extracting(ConfigurationEntry::value)
        .contains('"' + path + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's",
        "a b",
        "__HIVE_DEFAULT_PARTITION__",
        "all",
        "a%2Fb",
        "a=b",
        "é",
        "SMALL",
        "a\"b"
      })
  void idsHaveAPlainForm(String id) {
    assertThat(problems(tree().write("conf/scenarios/" + id + ".conf", ConfTree.SCENARIO)))
        .isNotEmpty()
        .allMatch(p -> p.contains("scenarios."));
    assertThat(home.resolve("conf/scenarios/" + id + ".conf").toFile().delete()).isTrue();
    assertThat(problems(tree().set("scenarios.\"x'y\".base", "small"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a`b",
        "/a*",
        "/a?",
        "/[a]",
        "/{a,b}",
        "/a\\\\b",
        "/lake@v1",
        "/x@v12/lake",
        "/a\\nb"
      })
  void pathsOfLakesThatWouldBeMisreadAreRefused(String path) {
    assertThat(problems(tree().append(ROOT, "lake.path = \"" + path + "\"")))
        .singleElement()
        .asString()
        .startsWith(ROOT + ":5: lake.path: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/it's", "/x@v", "/x@vault", "/合肥", "/a+b;c,d=e&f#g%41"})
  void otherPathsOfLakesAreTaken(String path) {
    assertThat(problems(tree().append(ROOT, "lake.path = \"" + path + "\""))).isEmpty();
  }
}
