package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    assertThat(files.glob(folder + "/城市*/*.csv"))
        .extracting(f -> f.getPath().getName())
        .containsExactly("b.csv", "一.csv");
    assertThat(files.glob(folder + "/城市 数据/一.csv")).hasSize(1);
    assertThat(files.glob(folder + "/没有/*.csv")).isEmpty();
  }

  @Test
  void fileWhoseNameIsNotUtf8IsRefusedByName() throws IOException {
    Files.writeString(folder.resolve("plain.csv"), "a");
    shell("printf a > " + GBK_NAME + ".csv");
    assertRefused("/*.csv", ".csv");
    assertRefused("/*", ".csv");
    assertThat(files.glob(folder + "/*.xlsx")).as("of other files").isEmpty();
    assertThat(files.glob(folder + "/plain.csv")).hasSize(1);
  }

  @Test
  void folderWhoseNameIsNotUtf8IsRefusedByName() throws IOException {
    Files.createDirectories(folder.resolve("2020"));
    Files.writeString(folder.resolve("2020/plain.csv"), "a");
    shell("mkdir " + GBK_NAME + "; printf a > " + GBK_NAME + "/plain.csv");
    assertRefused("/*/*.csv", "\uFFFD");
    assertRefused("/城*/*.csv", "\uFFFD");
    assertRefused("/*/plain.csv", "\uFFFD");
    assertThat(files.glob(folder + "/20*/*.csv")).hasSize(1);
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
    assertThat(files.glob(folder + "/in")).hasSize(1);
    shell("printf a > in/" + GBK_NAME + ".csv");
    assertThatThrownBy(() -> files.glob(folder + "/in"))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("/in: holds a name whose bytes are not UTF-8");
  }

  private void assertRefused(String pattern, String end) {
    assertThatThrownBy(() -> files.glob(folder + pattern))
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
