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

/** Small files of the configuration's own, such as lists of units. */
class LakeFilesTest {
  private final LakeFiles files = new LakeFiles(new Configuration());

  @TempDir private Path folder;

  @Test
  void textsAreReadWithoutTheirMark() throws IOException {
    Path file = folder.resolve("单位.csv");
    Files.write(file, "\uFEFFunit_id,name\n1,北京\n".getBytes(StandardCharsets.UTF_8));
    assertThat(files.read(file.toString())).hasValue("unit_id,name\n1,北京\n");
    assertThat(files.read(folder.resolve("none.csv").toString())).isEmpty();
  }

  @Test
  void otherBytesAreRefusedByName() throws IOException {
    Path file = folder.resolve("gbk.csv");
    Files.write(file, "unit_id,name\n1,北京\n".getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> files.read(file.toString()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("gbk.csv: is not UTF-8")
        .extracting(e -> ((RenxingException) e).code())
        .isEqualTo(ErrorCode.CONFIGURATION);
  }
}
