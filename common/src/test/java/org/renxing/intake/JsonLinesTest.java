package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.SourceSpec.Format;

class JsonLinesTest {
  @TempDir private Path folder;

  @Test
  void numbersAreTakenAsWrittenAndFaultyLinesKept() {
    String text =
        """
        {"城市":"北京市","年份":2020,"x":1.10,"y":null}
        {"城市":"上海市","年份":"2021①"

        {"城市":"天津市","年份":[2020]}
        {"城市":"天津市","城市":"重庆市"}
        [1]
        {"城市":"a"} {"城市":"b"}
        {"城市":"太原市","年份":"2021①","x":1e3}
        """;
    byte[] packed = Specs.packed(text.getBytes(StandardCharsets.UTF_8), GZIPOutputStream::new);
    Path file = Specs.write(folder.resolve("f.jsonl.gz"), packed);
    List<FileRow> rows = Specs.read(file, Specs.bare(Format.JSON_LINES), Specs.small());
    assertThat(rows).extracting(FileRow::number).containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L);
    assertThat(rows.get(0).cells())
        .containsEntry("年份", "2020")
        .containsEntry("x", "1.10")
        .containsEntry("y", "");
    assertThat(rows.subList(1, 6)).allSatisfy(r -> assertThat(r.defect()).isPresent());
    assertThat(rows.get(1).cells()).containsOnlyKeys("line");
    assertThat(rows.get(2).defect().orElseThrow()).contains("key 年份", "a list");
    assertThat(rows.get(6).defect()).isEmpty();
    assertThat(rows.get(6).cells())
        .containsEntry("年份", "2021")
        .containsEntry("年份@mark", "①")
        .containsEntry("x", "1e3");
  }
}
