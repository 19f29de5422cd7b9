package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.run.Warning.Kind.MISSING_FILE;
import static org.renxing.run.Warning.Kind.PARTIAL_YEARS;
import static org.renxing.run.Warning.Kind.RENAMED_FILE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.run.Step;
import org.renxing.testing.SparkExtension;

/** A file under a new name is the same file: a lake that took it in before is as a fresh one. */
@ExtendWith(SparkExtension.class)
class RenamedFilesTest {
  private static final String A = file("110000,2018,1", "110000,2019,2");
  private static final String B = file("120000,2018,3", "120000,2019,4");
  private static final String C = file("310000,2018,5", "310000,2019,6", "310000,2020,7");

  /** What lies there before and after, and how many files are renamed in between. */
  private record Change(Map<String, String> before, Map<String, String> after, int renamed) {}

  private static String file(String... lines) {
    return SourceFolder.HEAD + String.join("\n", lines) + "\n";
  }

  private static List<Change> changes() {
    String edited = B.replace(",3\n", ",3.5\n");
    return List.of(
        new Change(Map.of("a", A, "b", B), Map.of("z", A, "b", B), 1),
        new Change(Map.of("a", A, "b", B, "c", C), Map.of("年鉴 2019", B, "y", A, "z", C), 3),
        new Change(Map.of("a", A, "b", B), Map.of("a", B, "b", A), 0),
        new Change(Map.of("a", A, "b", B, "c", C), Map.of("a", B, "b", C, "c", A), 0),
        new Change(Map.of("a", A, "b", B), Map.of("b", A, "c", B), 1),
        new Change(Map.of("a", A, "b", B), Map.of("b", A), 1),
        new Change(Map.of("a", A, "b", B), Map.of("z", A, "b", edited, "c", C), 1),
        new Change(Map.of("x", A, "y", A), Map.of("u", A, "y", A), 1),
        new Change(Map.of("x", A, "y", A), Map.of("u", A, "v", A), 2),
        new Change(Map.of("x", A, "y", A), Map.of("u", A), 2),
        new Change(Map.of("x", A, "y", A), Map.of("y", A), 1),
        new Change(Map.of("x", A), Map.of("u", A, "v", A), 1));
  }

  /** All of them in one lake, each with names and figures of its own. */
  @Test
  void aRenamedFileIsTheSameFile(@TempDir Path folder, SparkSession spark) {
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    int renamed = 0;
    for (int i = 0; i < changes().size(); i++) {
      Change change = changes().get(i);
      String suffix = "-" + i + ".csv";
      String digits = String.valueOf(10 + i);
      change.before().forEach((name, text) -> before.put(name + suffix, own(text, digits)));
      change.after().forEach((name, text) -> after.put(name + suffix, own(text, digits)));
      renamed += change.renamed();
    }
    before.put("deep.csv", file("110000,2018,999"));
    after.put("sub/deep.csv", file("110000,2018,999"));
    SourceFolder lake = SourceFolder.at(folder, spark).hold(before);
    lake.ingest("");
    Step.Outcome outcome = lake.hold(after).ingest("");
    assertThat(outcome.status()).isEqualTo(Step.Status.DONE);
    assertThat(SourceFolder.kinds(outcome))
        .isEqualTo(Collections.nCopies(renamed + 1, RENAMED_FILE));
    assertThat(lake.rows()).isEqualTo(rows(after));

    long version = lake.version();
    Step.Outcome again = lake.ingest("");
    assertThat(again.status()).isEqualTo(Step.Status.UNCHANGED);
    assertThat(again.warnings()).isEmpty();
    assertThat(lake.version()).isEqualTo(version);
  }

  /** The same with other figures: every value begins with these digits. */
  private static String own(String text, String digits) {
    return text.replaceAll("(?m)^(\\d+,\\d+,)", "$1" + digits);
  }

  /** The rows of a lake that never saw other files: file, line and cells. */
  private static List<String> rows(Map<String, String> files) {
    List<String> out = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          List<String> lines = text.lines().toList();
          for (int i = 1; i < lines.size(); i++) {
            out.add(
                String.format(
                    Locale.ROOT,
                    "%s %d {\"code\":\"%s\",\"year\":\"%s\",\"gdp\":\"%s\"}",
                    row(name, i + 1, lines.get(i))));
          }
        });
    return out.stream().sorted().toList();
  }

  private static Object[] row(String file, int line, String text) {
    return Stream.concat(Stream.of(file, line), Stream.of(text.split(",", -1))).toArray();
  }

  @Test
  void aFileRenamedAndEditedIsAnother(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", A, "b", B));
    lake.ingest("");
    lake.hold(Map.of("z", A.replace(",2\n", ",2.5\n"), "b", B));
    Step.Outcome outcome = lake.ingest("");
    assertThat(SourceFolder.kinds(outcome)).containsExactly(MISSING_FILE);
    assertThat(outcome.warnings().get(0).text())
        .contains("source many", "file a is no longer there", "bin/renxing forget many a");
    assertThat(lake.rows()).hasSize(6);
    assertThat(SourceFolder.kinds(lake.ingest(""))).as("in every run").contains(MISSING_FILE);
  }

  @Test
  void yearsDoNotLoseWhatTheOldNameHeld(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", C, "b", B));
    lake.ingest("");
    Step.Outcome outcome = lake.hold(Map.of("z", C, "b", B)).ingest("2019");
    assertThat(SourceFolder.kinds(outcome)).as("z is whole").containsExactly(RENAMED_FILE);
    assertThat(rowsByFile(lake)).isEqualTo(Map.of("b", 2, "z", 3));
    long version = lake.version();
    assertThat(lake.ingest("2019").status()).isEqualTo(Step.Status.UNCHANGED);
    assertThat(lake.ingest("").status()).isEqualTo(Step.Status.UNCHANGED);
    assertThat(lake.version()).isEqualTo(version);
    assertThat(lake.rows()).isEqualTo(rows(Map.of("z", C, "b", B)));
  }

  @Test
  void yearsAddToWhatTheOldNameHeld(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", C));
    lake.ingest("2018");
    assertThat(rowsByFile(lake)).isEqualTo(Map.of("a", 1));
    Step.Outcome outcome = lake.hold(Map.of("z", C)).ingest("2019");
    assertThat(SourceFolder.kinds(outcome)).containsExactly(RENAMED_FILE, PARTIAL_YEARS);
    assertThat(rowsByFile(lake)).isEqualTo(Map.of("z", 2));
    assertThat(lake.rows()).noneMatch(row -> row.contains("2020"));
    lake.ingest("");
    assertThat(rowsByFile(lake)).isEqualTo(Map.of("z", 3));
  }

  /** Declared otherwise and renamed: no row is known by what it was, and none may go. */
  @Test
  void readOtherwiseUnderANewName(@TempDir Path folder, SparkSession spark) {
    String named = file("北京,2018,5", "北京,2019,6", "北京,2020,7");
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", named));
    lake.ingest("");
    String asUtf8 = lake.content();
    lake.home().edit("conf/sources/many.conf", c -> c + "encoding = gb18030\n");
    Step.Outcome outcome = lake.hold(Map.of("z", named)).ingest("2019");
    assertThat(SourceFolder.kinds(outcome)).containsExactly(RENAMED_FILE);
    assertThat(lake.rows()).isEqualTo(rows(Map.of("z", named.replace("北京", "鍖椾含"))));
    assertThat(lake.content()).isNotEqualTo(asUtf8);
    assertThat(lake.ingest("").status()).isEqualTo(Step.Status.UNCHANGED);
  }

  /** A record of a former version of the product names no reading. */
  @Test
  void renamedAcrossAnUpgrade(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", A, "b", B));
    lake.ingest("");
    lake.asOfAFormerVersion();
    Step.Outcome outcome = lake.hold(Map.of("z", A, "b", B)).ingest("");
    assertThat(SourceFolder.kinds(outcome)).containsExactly(RENAMED_FILE);
    assertThat(lake.rows()).isEqualTo(rows(Map.of("z", A, "b", B)));
  }

  @Test
  void overAnotherWithYears(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", C, "b", B));
    lake.ingest("");
    lake.hold(Map.of("b", C)).ingest("2018");
    assertThat(lake.rows()).hasSize(3).allMatch(row -> row.contains("310000"));
  }

  /** The name that was taken in for other years keeps what it has. */
  @Test
  void twoAlikeWithOtherYears(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", C));
    lake.ingest("2018");
    lake.hold(Map.of("a", C, "b", C)).ingest("2019");
    assertThat(rowsByFile(lake)).isEqualTo(Map.of("a", 2, "b", 1));
    lake.hold(Map.of("b", C)).ingest("2019");
    assertThat(rowsByFile(lake)).isEqualTo(Map.of("b", 2));
  }

  /** Without the record the content of a file that is gone is not known, but its name is. */
  @Test
  void aLostRecordIsNoReasonToForget(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", A, "b", B));
    lake.ingest("");
    lake.loseRecord();
    Step.Outcome outcome = lake.hold(Map.of("b", B)).ingest("");
    assertThat(SourceFolder.kinds(outcome)).containsExactly(MISSING_FILE);
    assertThat(rowsByFile(lake)).isEqualTo(Map.of("a", 2, "b", 2));
    assertThat(SourceFolder.kinds(lake.ingest(""))).as("once more").containsExactly(MISSING_FILE);
  }

  private static Map<String, Integer> rowsByFile(SourceFolder lake) {
    Map<String, Integer> out = new TreeMap<>();
    lake.rows().forEach(row -> out.merge(row.split(" ", 2)[0], 1, Integer::sum));
    return out;
  }
}
