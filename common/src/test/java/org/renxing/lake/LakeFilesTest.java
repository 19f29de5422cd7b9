package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Which files a pattern finds, which names stop it, and how small ones are read. */
class LakeFilesTest {
  private static final String GBK_NAME = "\\xb3\\xc7\\xca\\xd0"; // 城市

  @TempDir private Path folder;
  private final LakeFiles files = new LakeFiles(new Configuration(false));

  @Test
  void chineseNamesAreFound() throws IOException {
    Files.createDirectories(folder.resolve("城市 数据/.git"));
    Files.writeString(folder.resolve("城市 数据/一.csv"), "a");
    Files.writeString(folder.resolve("城市 数据/b.csv"), "b");
    Files.writeString(folder.resolve("城市 数据/_note.csv"), "c");
    assertThat(files.find(folder + "/城市*/*.csv", false).files().keySet())
        .containsExactly("城市 数据/b.csv", "城市 数据/一.csv");
    assertThat(files.find(folder + "/城市 数据/一.csv", false).files()).hasSize(1);
    assertThat(files.find(folder + "/没有/*.csv", false).files()).isEmpty();
  }

  @Test
  void fileWhoseNameIsNotUtf8IsRefusedByName() throws IOException {
    Files.writeString(folder.resolve("plain.csv"), "a");
    shell("printf a > " + GBK_NAME + ".csv");
    assertRefused("/*.csv", ".csv");
    assertRefused("/*", ".csv");
    assertThat(files.find(folder + "/*.xlsx", false).files()).as("of other files").isEmpty();
    assertThat(files.find(folder + "/plain.csv", false).files()).hasSize(1);
  }

  @Test
  void folderWhoseNameIsNotUtf8IsRefusedByName() throws IOException {
    Files.createDirectories(folder.resolve("2020"));
    Files.writeString(folder.resolve("2020/plain.csv"), "a");
    shell("mkdir " + GBK_NAME + "; printf a > " + GBK_NAME + "/plain.csv");
    assertRefused("/*/*.csv", "\uFFFD");
    assertRefused("/城*/*.csv", "\uFFFD");
    assertRefused("/*/plain.csv", "\uFFFD");
    assertThat(files.find(folder + "/20*/*.csv", false).files()).hasSize(1);
  }

  @Test
  void textsAreReadWithoutTheirMark() throws IOException {
    Path file = folder.resolve("单位.csv");
    Files.write(file, "\uFEFFunit_id,name\n1,北京\n".getBytes(StandardCharsets.UTF_8));
    assertThat(files.read(file.toString())).hasValue("unit_id,name\n1,北京\n");
    assertThat(files.read(folder.resolve("none.csv").toString())).isEmpty();
  }

  @Test
  void textsThatAreNotUtf8AreRefusedByName() throws IOException {
    Path file = folder.resolve("gbk.csv");
    Files.write(file, "unit_id,name\n1,北京\n".getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> files.read(file.toString()))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
        .hasMessageContaining("gbk.csv: is not UTF-8");
  }

  @Test
  void folderThatIsNamedAsAWholeIsLookedThrough() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.csv"), "a");
    assertThat(files.find(folder + "/in", false).files()).hasSize(1);
    shell("printf a > in/" + GBK_NAME + ".csv");
    assertThatThrownBy(() -> files.find(folder + "/in", false))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("/in: holds a name whose bytes are not UTF-8");
  }

  @Test
  void whatIsNoFileIsLeftOutByName() throws IOException {
    Files.createDirectories(folder.resolve("in/locked"));
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/secret.csv"), "TOKEN=1");
    Files.writeString(folder.resolve("in/a.csv"), "a");
    shell("mkfifo in/pipe.csv in/.hidden.csv");
    Files.createSymbolicLink(folder.resolve("in/alias.csv"), Path.of("a.csv"));
    Files.createSymbolicLink(folder.resolve("in/dangling.csv"), Path.of("none.csv"));
    Files.createSymbolicLink(folder.resolve("in/env.csv"), Path.of("../out/secret.csv"));
    Files.createSymbolicLink(folder.resolve("in/loop.csv"), Path.of("loop.csv"));
    Files.createSymbolicLink(folder.resolve("in/proc.csv"), Path.of("/proc/self/environ"));
    Files.createSymbolicLink(folder.resolve("in/tree.csv"), Path.of("../out"));
    Files.createSymbolicLink(folder.resolve("in/zero.csv"), Path.of("/dev/zero"));
    Listing found = files.find(folder + "/in/*.csv", false);
    assertThat(found.files().keySet()).containsExactly("a.csv", "alias.csv");
    assertThat(found.skipped())
        .extracting(Listing.Skipped::toString)
        .containsExactly(
            "dangling.csv is a link that leads nowhere",
            "env.csv is a link that leaves the folder of the source",
            "loop.csv is a link that leads nowhere",
            "pipe.csv is a FIFO",
            "proc.csv is a link that leaves the folder of the source",
            "tree.csv is a link that leaves the folder of the source",
            "zero.csv is a link that leaves the folder of the source");
    assertThat(files.find(folder + "/in", false).skipped()).hasSize(7);
    Listing followed = files.find(folder + "/in/*.csv", true);
    assertThat(followed.files().keySet())
        .containsExactly("a.csv", "alias.csv", "env.csv", "proc.csv", "tree.csv/secret.csv");
    assertThat(followed.skipped())
        .extracting(Listing.Skipped::toString)
        .containsExactly(
            "dangling.csv is a link that leads nowhere",
            "loop.csv is a link that leads nowhere",
            "pipe.csv is a FIFO",
            "zero.csv is a device");
  }

  @Test
  void folderThatLeavesIsNotEntered() throws IOException {
    Files.createDirectories(folder.resolve("in/2019"));
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("in/2019/a.csv"), "a");
    Files.writeString(folder.resolve("out/a.csv"), "a");
    Files.createSymbolicLink(folder.resolve("in/2018"), Path.of("2019"));
    Files.createSymbolicLink(folder.resolve("in/2020"), Path.of("../out"));
    Files.createSymbolicLink(folder.resolve("named"), Path.of("out"));
    Listing found = files.find(folder + "/in/*/a.csv", false);
    assertThat(found.files().keySet()).containsExactly("2018/a.csv", "2019/a.csv");
    assertThat(found.skipped())
        .extracting(Listing.Skipped::toString)
        .containsExactly("2020 is a link that leaves the folder of the source");
    assertThat(files.find(folder + "/named", false).files().keySet())
        .as("the configuration names the link")
        .containsExactly("named/a.csv");
    assertThat(files.find(folder + "/named/*.csv", false).files().keySet())
        .containsExactly("a.csv");
  }

  @Test
  void whatMayNotBeReadIsLeftOutByName() throws IOException {
    Files.createDirectories(folder.resolve("in/2020"));
    Path file = Files.writeString(folder.resolve("in/a.csv"), "a");
    shell("chmod 000 in/a.csv in/2020");
    assumeFalse(Files.isReadable(file), "this user may read everything");
    assertThat(files.find(folder + "/in/*", false).skipped())
        .extracting(Listing.Skipped::toString)
        .containsExactly(
            "2020 cannot be read: no permission", "a.csv cannot be read: no permission");
    shell("chmod 755 in/2020");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:b.csv",
        "a b.csv",
        " a.csv",
        "a%41.csv",
        "a%.csv",
        "a#b.csv",
        "a?b.csv",
        "a*b.csv",
        "a[1].csv",
        "a{1,2}.csv",
        "a\\b.csv",
        "-a.csv",
        "a'b.csv",
        "a\"b.csv",
        "a$(id).csv",
        "file:a.csv",
        "a;b.csv",
        "a&b.csv",
        "a|b.csv",
        "~.csv",
        "c:.csv",
        "年.csv",
        "😀.csv"
      })
  void oddNamesAreReadAsTheyAre(String name) throws IOException {
    Files.writeString(folder.resolve(name), "content of " + name);
    Listing found = files.find(folder + "/*.csv", false);
    assertThat(found.files().keySet()).containsExactly(name);
    try (InputStream in = files.open(found.files().get(name))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("content of " + name);
    }
  }

  @Test
  void longestNameIsRead() throws IOException {
    String name = "城".repeat(83) + "ab.csv"; // 255 bytes
    Files.writeString(folder.resolve(name), "a");
    Listing found = files.find(folder + "/*.csv", false);
    assertThat(found.files().keySet()).containsExactly(name);
    try (InputStream in = files.open(found.files().get(name))) {
      assertThat(in.readAllBytes()).containsExactly('a');
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb.csv", "a\tb.csv", "a\u001B[31mb.csv", "a\u202Evsc.b.csv"})
  void namesWithUnseenCharactersAreRefused(String name) throws IOException {
    Files.writeString(folder.resolve(name), "a");
    assertThatThrownBy(() -> files.find(folder + "/*.csv", false))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining("holds a name with a character that is not seen, a\\u")
        .hasMessageNotContaining(name);
    assertThat(files.find(folder + "/*.xlsx", false).files()).isEmpty();
  }

  @Test
  void pipesAndDevicesAreNotOpened() throws IOException {
    shell("mkfifo pipe .a.csv.crc");
    Files.writeString(folder.resolve("a.csv"), "a");
    assertThatThrownBy(() -> files.read(folder + "/pipe"))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
        .hasMessageContaining("pipe: is a FIFO; only files are read");
    assertThatThrownBy(() -> files.open("/dev/zero")).hasMessageContaining("is a device");
    try (InputStream in = files.open(folder + "/a.csv")) {
      assertThat(in.readAllBytes()).as("without Hadoop's checksum file").containsExactly('a');
    }
    assertThatThrownBy(() -> files.requireRegular(folder + "/a.csv", false))
        .hasMessageContaining(".a.csv.crc is a FIFO");
    assertThatThrownBy(() -> files.requireRegular(folder.toString(), false))
        .hasMessageContaining(".a.csv.crc is a FIFO");
  }

  private void assertRefused(String pattern, String end) {
    assertThatThrownBy(() -> files.find(folder + pattern, false))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining(folder + ": holds a name whose bytes are not UTF-8, ")
        .hasMessageContaining(end + "; rename it in UTF-8");
  }

  /** Names that Java cannot write. */
  private void shell(String commands) throws IOException {
    String ansi = commands.replace(GBK_NAME, "$'" + GBK_NAME + "'");
    Process process =
        new ProcessBuilder("/bin/bash", "-c", ansi).directory(folder.toFile()).inheritIO().start();
    assertThat(process.onExit().join().exitValue()).isZero();
  }
}
