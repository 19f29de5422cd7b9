package org.renxing.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renxing.jobs.bronze.SourceFiles.SourceFile;
import org.renxing.model.FileForm;

/** Which file is which, by names and hashes. */
class TakenFilesTest {
  /** Names and hashes before and now, and the renames that follow. */
  private record Case(
      String title,
      Map<String, String> before,
      Map<String, String> now,
      Map<String, String> renamed) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static final FileForm PLAIN = FileForm.plain();

  private static final FileForm YEAR =
      new FileForm(
          PLAIN.encoding(),
          PLAIN.head(),
          PLAIN.sheets(),
          Optional.of("\\d{4}"),
          PLAIN.footnote(),
          PLAIN.marks(),
          PLAIN.fillDown(),
          PLAIN.decimal());

  private static final Map<String, String> AB = Map.of("a", "1", "b", "2");

  static Stream<Case> cases() {
    return Stream.of(
        new Case("nothing", AB, AB, Map.of()),
        new Case("one of two", AB, Map.of("z", "1", "b", "2"), Map.of("a", "z")),
        new Case("both", AB, Map.of("x", "2", "y", "1"), Map.of("a", "y", "b", "x")),
        new Case("swapped", AB, Map.of("a", "2", "b", "1"), Map.of()),
        new Case("moved up", AB, Map.of("b", "1", "c", "2"), Map.of("a", "b")),
        new Case("over another", AB, Map.of("b", "1"), Map.of("a", "b")),
        new Case("renamed and edited", AB, Map.of("z", "3", "b", "2"), Map.of()),
        new Case("gone", AB, Map.of("b", "2"), Map.of()),
        new Case("limited to years", Map.of("a", "1|2018"), Map.of("z", "1"), Map.of("a", "z")),
        new Case("limited and edited", Map.of("a", "1|2018"), Map.of("z", "12"), Map.of()),
        new Case("former version", Map.of("a", "1"), Map.of("z", "1-x"), Map.of("a", "z")),
        new Case("read otherwise", Map.of("a", "1-x"), Map.of("z", "1-y"), Map.of("a", "z")),
        new Case("limited, otherwise", Map.of("a", "1-x|2018"), Map.of("z", "1"), Map.of("a", "z")),
        new Case("edited, read alike", Map.of("a", "1-x"), Map.of("z", "2-x"), Map.of()),
        new Case("no text any more", Map.of("a", "1-x"), Map.of("delta", "01.json"), Map.of()),
        new Case("record lost, form known", Map.of("a", ""), Map.of("z", "1-x"), Map.of()),
        new Case("record lost", Map.of("a", ""), Map.of("z", "1"), Map.of()),
        new Case("back again", Map.of("b", "1"), Map.of("a", "1"), Map.of("b", "a")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void contentTells(Case c) {
    assertThat(taken(c.before()).renamed(files(c.now()), PLAIN)).isEqualTo(c.renamed());
    assertThat(taken(c.before()).renamed(files(c.now()), YEAR)).isEqualTo(c.renamed());
  }

  /** Files of equal content: it matters which is which only where rows depend on the name. */
  static Stream<Case> alike() {
    Map<String, String> xy = Map.of("x", "1", "y", "1");
    return Stream.of(
        new Case("one renamed", xy, Map.of("u", "1", "y", "1"), Map.of("x", "u")),
        new Case("both to one", xy, Map.of("u", "1"), Map.of("x", "u", "y", "u")),
        new Case("one gone", xy, Map.of("y", "1"), Map.of("x", "y")),
        new Case(
            "one becomes two", Map.of("x", "1"), Map.of("u", "1", "v", "1"), Map.of("x", "u")));
  }

  @ParameterizedTest
  @MethodSource("alike")
  void alikeFilesLoseNothing(Case c) {
    assertThat(taken(c.before()).renamed(files(c.now()), PLAIN)).isEqualTo(c.renamed());
  }

  @Test
  void aNameThatGivesTheYearTellsAlikeFilesApart() {
    TakenFiles two = taken(Map.of("gdp-2018", "1", "gdp-2019", "1"));
    assertThat(two.renamed(files(Map.of("gdp-2019", "1")), YEAR)).as("2018 is missing").isEmpty();
    assertThat(two.renamed(files(Map.of("gdp-2019", "1-x")), YEAR))
        .as("2018 is missing, however 2019 is read")
        .isEmpty();
    assertThat(two.renamed(files(Map.of("gdp-2020", "1")), YEAR))
        .as("both are missing, and 2020 is new")
        .isEmpty();
    assertThat(two.renamed(files(Map.of("a-2019", "1", "b-2018", "1")), YEAR))
        .isEqualTo(Map.of("gdp-2018", "b-2018", "gdp-2019", "a-2019"));
    TakenFiles alike = taken(Map.of("a-2018", "1", "b-2018", "1"));
    assertThat(alike.renamed(files(Map.of("c-2018", "1")), YEAR))
        .as("one stands for one")
        .isEqualTo(Map.of("a-2018", "c-2018"));
  }

  /** Then a title or a sheet gave it, and does so still, or the file is refused when it is read. */
  @Test
  void aNameWithoutAYearLeavesItToTheContent() {
    assertThat(taken(Map.of("gdp", "1")).renamed(files(Map.of("new-2019", "1")), YEAR))
        .isEqualTo(Map.of("gdp", "new-2019"));
    assertThat(taken(Map.of("gdp-2018", "1")).renamed(files(Map.of("gdp", "1")), YEAR))
        .isEqualTo(Map.of("gdp-2018", "gdp"));
    assertThat(taken(Map.of("gdp-2018", "1")).renamed(files(Map.of("gdp-2019", "1")), PLAIN))
        .as("no year is read from names")
        .isEqualTo(Map.of("gdp-2018", "gdp-2019"));
  }

  @Test
  void partsAreOfTheSameReading() {
    TakenFiles files = taken(Map.of("a", "1-x|2018", "b", "1-x", "c", "1|2018", "d", ""));
    assertThat(files.isPart("a", "1-x")).isTrue();
    assertThat(files.isPart("a", "1-y")).as("read otherwise").isFalse();
    assertThat(files.isPart("a", "1")).as("read otherwise").isFalse();
    assertThat(files.isPart("b", "1-x")).as("whole").isFalse();
    assertThat(files.isPart("c", "1")).isTrue();
    assertThat(files.isPart("d", "1")).as("not known").isFalse();
    assertThat(files.isPart("e", "1")).as("not there").isFalse();
    assertThat(files.hasContent("a", "1")).isTrue();
    assertThat(files.hasContent("c", "1-y")).isTrue();
    assertThat(files.hasContent("d", "1")).isFalse();
  }

  @Test
  void notesAreReadBackAndTellTheContent() {
    TakenFiles files = taken(Map.of("a", "1|2018..2019", "b", "2", "c", "3|2018..2019"));
    assertThat(files.notes()).containsEntry("file:a", "1|2018..2019").hasSize(3);
    assertThat(files.limited()).isEqualTo(Map.of("2018..2019", List.of("a", "c")));
    assertThat(files.missing(Set.of("b"))).containsExactly("a", "c");
    TakenFiles after = files.after(List.of("a"), Map.of("c", "3"));
    assertThat(after.marks()).isEqualTo(Map.of("b", "2", "c", "3"));
    assertThat(after.content()).isNotEqualTo(files.content());
    assertThat(after.content()).isEqualTo(taken(Map.of("c", "3", "b", "2")).content());
  }

  @Test
  void aSheetIsOfItsWorkbook() {
    Map.of(
            "book.xlsx!2019", "book.xlsx",
            "BOOK.XLSX!Sheet1", "BOOK.XLSX",
            "sub/book.xlsm!a!b", "sub/book.xlsm",
            "book.xlsx", "book.xlsx",
            "we!rd.csv", "we!rd.csv",
            "年鉴.xls!表", "年鉴.xls!表")
        .forEach((table, file) -> assertThat(ReceivedRows.fileName(table)).isEqualTo(file));
  }

  private static TakenFiles taken(Map<String, String> marks) {
    return new TakenFiles(new TreeMap<>(marks));
  }

  private static SourceFiles files(Map<String, String> hashes) {
    TreeMap<String, SourceFile> out = new TreeMap<>();
    hashes.forEach((name, hash) -> out.put(name, new SourceFile("/" + name, hash)));
    return new SourceFiles(out, List.of());
  }
}
