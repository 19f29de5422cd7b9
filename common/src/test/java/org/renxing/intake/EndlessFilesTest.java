package org.renxing.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ErrorCode;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec.Format;

/** Texts that are wide, long or deep without end: refused, or malformed rows. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class EndlessFilesTest {
  @TempDir private Path folder;

  @Test
  void aMillionColumnsAreTooMany() {
    String head = "城市,年份" + ",x".repeat(500_000) + "\n";
    String rows = ("北京" + ",1".repeat(500_001) + "\n").repeat(3);
    Path file = file(head + rows);
    String words = "its head has 500002 columns, more than 16384";
    assertRefused(() -> csv(file), words);
    assertRefused(() -> table(file), words);
    assertRefused(() -> guess(file), words);
  }

  @Test
  void wideRowsBelowAHeadAreMalformed() {
    String row = "北京" + ",1".repeat(500_001) + "\n";
    Path file = file("城市,年份\n北京,2019\n" + row.repeat(6));
    List<FileRow> rows = csv(file);
    assertThat(rows).hasSize(7);
    assertThat(rows.get(6).defect()).hasValue("has 500002 fields where the head has 2");
    assertThat(guess(file).labels()).containsExactly("城市", "年份");
  }

  @Test
  void aLineWithoutEndIsNoTable() {
    Path endless = file("城市,年份\n北京,2019\n" + "x".repeat(18 << 20));
    assertRefused(() -> csv(endless), "has a line of more than 167");
    assertRefused(() -> table(endless), "has a line of more than 167");
    Path first = file("x".repeat(18 << 20));
    assertRefused(() -> table(first), "has a line of more than 167");
    Path json = file("{\"城市\":\"北京\",\"年份\":2019}\n{\"x\":\"" + "y".repeat(18 << 20));
    assertRefused(() -> rows(json, Format.JSON_LINES), "has a line of more than 167");
    Path longer = file("城市,年份\n北京,2019\n" + "x".repeat(2 << 20) + "\n北京,2020\n");
    assertThat(csv(longer)).hasSize(3);
  }

  @Test
  void nestingWithoutEndIsMalformed() {
    String deep = "[".repeat(400_000);
    Path lines = file("{\"城市\":\"北京\",\"年份\":2019}\n{\"a\":" + deep + "\n");
    assertThat(rows(lines, Format.JSON_LINES).get(1).defect().orElseThrow())
        .contains("key a: holds an object or a list");
    Path features =
        file("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"a\":" + deep);
    assertRefused(() -> rows(features, Format.GEOJSON), "is broken as JSON");
    Path list = file(deep);
    assertRefused(() -> table(list), "field 1 has 400000 characters");
  }

  @Test
  void keysWithoutEndAreRefused() {
    String lines =
        IntStream.range(0, 20)
            .mapToObj(
                line ->
                    IntStream.range(0, 1000)
                        .mapToObj(k -> "\"k" + line + "_" + k + "\":1")
                        .collect(Collectors.joining(",", "{\"城市\":1,\"年份\":1,", "}\n")))
            .collect(Collectors.joining());
    Path file = file(lines);
    assertRefused(() -> rows(file, Format.JSON_LINES), "more than 16384 different keys");
    assertRefused(() -> table(file), "more than 16384 different keys");
    String properties =
        IntStream.range(0, 200_000)
            .mapToObj(k -> "\"property" + k + "\":1")
            .collect(Collectors.joining(","));
    Path feature =
        file("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{" + properties + "}}");
    assertRefused(() -> rows(feature, Format.GEOJSON), "more than 16384 different keys");
  }

  @Test
  void headsInMessagesAreShortAndPlain() {
    String secret = "SECRET=" + "s".repeat(100);
    Path file =
        file("PATH=/bin\u001B[31m," + secret + ",b\u202Ec" + ",more".repeat(300) + "\n1,2\n");
    assertThatThrownBy(() -> csv(file))
        .hasMessageContaining("lacks the columns 城市, 年份; it has PATH=/bin\\u001B[31m, SECRET=sss")
        .hasMessageContaining("b\\u202Ec, more")
        .hasMessageContaining(" more; correct the file")
        .hasMessageNotContaining("s".repeat(60))
        .hasMessageNotContaining("\u001B")
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(500));
  }

  private Path file(String text) {
    return Specs.write(folder.resolve("f.csv"), text.getBytes(UTF_8));
  }

  private static List<FileRow> csv(Path file) {
    return rows(file, Format.CSV);
  }

  private static List<FileRow> rows(Path file, Format format) {
    return Specs.read(file, Specs.bare(format), IntakeLimits.DEFAULT);
  }

  private static FileTable table(Path file) {
    return FileTable.read(
        SourceBytes.of("f.csv", file),
        new FileTable.Reading(
            FileForm.AUTO, Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
        IntakeLimits.DEFAULT);
  }

  private static HeaderGuess guess(Path file) {
    try (TextRows rows =
        new DecodedText(UTF_8, false, ',')
            .rows(SourceBytes.of("f.csv", file), IntakeLimits.DEFAULT)) {
      return HeaderGuess.of(
          "f.csv", rows, FileForm.plain(), Specs.MEASURES, IntakeLimits.DEFAULT.columns());
    }
  }

  private static void assertRefused(ThrowingCallable reading, String words) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining("f.csv")
        .hasMessageContaining(words);
  }
}
