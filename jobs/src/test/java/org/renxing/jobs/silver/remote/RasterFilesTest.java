package org.renxing.jobs.silver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.jobs.bronze.SourceFiles;
import org.renxing.jobs.bronze.SourceFiles.SourceFile;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;
import org.renxing.weights.WeightingMethods;

/** Which files of grids count, over several runs. */
class RasterFilesTest {
  private static final RemoteSource SOURCE =
      ConfigurationLoader.load(
              Path.of(".."),
              "default",
              Map.of(),
              name -> Optional.empty(),
              new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
          .settings()
          .remote()
          .get("night-light-sample");
  private static final Optional<TableState> NEW = Optional.empty();

  /** Files by name and hash, in turn. */
  private static SourceFiles files(String... namesAndHashes) {
    TreeMap<String, SourceFile> out = new TreeMap<>();
    for (int i = 0; i < namesAndHashes.length; i += 2) {
      out.put(namesAndHashes[i], new SourceFile("/" + namesAndHashes[i], namesAndHashes[i + 1]));
    }
    return new SourceFiles(out, List.of());
  }

  private static RasterFiles of(SourceFiles files, Optional<TableState> now, String years) {
    return RasterFiles.of(
        SOURCE, files, now, Optional.of(years).filter(y -> !y.isEmpty()).map(YearRange::parse));
  }

  private static Optional<TableState> after(RasterFiles run) {
    return Optional.of(
        new TableState(1, new TreeMap<>(), new TreeMap<>(Map.of(RasterFiles.NOTE, text(run)))));
  }

  private static String text(RasterFiles files) {
    return RasterFiles.text(Map.of(SOURCE, files));
  }

  @Test
  void yearsLimitWhatIsTakenInAndNotWhatCounts() {
    SourceFiles two = files("a-2020-.tif", "1", "a-2021-.tif", "2");
    RasterFiles first = of(two, NEW, "2021");
    assertThat(first.read()).containsOnlyKeys("a-2021-.tif");
    assertThat(first.kept()).isEmpty();
    RasterFiles all = of(two, after(first), "");
    assertThat(all.read()).containsOnlyKeys("a-2020-.tif", "a-2021-.tif");
    assertThat(text(all)).isNotEqualTo(text(first));
    RasterFiles again = of(two, after(all), "2021");
    assertThat(text(again)).as("nothing to do").isEqualTo(text(all));
    assertThat(again.read().get("a-2020-.tif").path()).isEqualTo("/a-2020-.tif");
  }

  @Test
  void whatChangedOutsideTheYearsCountsAsItWas() {
    SourceFiles old = files("a-2020-.tif", "1", "b-2020-.tif", "2", "a-2021-.tif", "3");
    Optional<TableState> known = after(of(old, NEW, ""));
    SourceFiles changed = files("a-2020-.tif", "9", "b-2020-.tif", "2", "a-2021-.tif", "8");
    RasterFiles run = of(changed, known, "2021");
    assertThat(run.kept()).containsExactly(2020);
    assertThat(run.read()).containsOnlyKeys("a-2021-.tif");
    assertThat(run.taken().get("a-2020-.tif").hash()).isEqualTo("1");
    RasterFiles all = of(changed, after(run), "");
    assertThat(all.kept()).isEmpty();
    assertThat(all.read()).hasSize(3);
  }

  @Test
  void whatIsGoneCountsUntilItIsBack() {
    SourceFiles all = files("a-2020-.tif", "1", "b-2020-.tif", "2", "a-2021-.tif", "3");
    RasterFiles before = of(all, NEW, "");
    SourceFiles left = files("b-2020-.tif", "2", "a-2021-.tif", "9");
    RasterFiles run = of(left, after(before), "");
    assertThat(run.gone()).containsExactly("a-2020-.tif");
    assertThat(run.kept()).containsExactly(2020);
    assertThat(run.read()).containsOnlyKeys("a-2021-.tif");
    assertThat(run.taken()).hasSize(3);
    assertThat(text(of(left, after(run), ""))).as("nothing to do").isEqualTo(text(run));
    RasterFiles back = of(all, after(before), "");
    assertThat(back.gone()).isEmpty();
    assertThat(text(back)).isEqualTo(text(before));
  }

  @Test
  void sumsOfAYearAreMadeOfAllItsFilesOrOfNone() {
    Optional<TableState> known = after(of(files("a-2020-.tif", "1", "b-2020-.tif", "2"), NEW, ""));
    for (SourceFiles files :
        new SourceFiles[] {
          files("b-2020-.tif", "9"), files("b-2020-.tif", "2", "c-2020-.tif", "3")
        }) {
      assertThatThrownBy(() -> of(files, known, ""))
          .hasMessageContainingAll(
              SOURCE.id(), "a-2020-.tif is no longer there", "bin/renxing forget")
          .extracting(e -> ((RenxingException) e).code())
          .isEqualTo(ErrorCode.SOURCE_CONTRACT);
    }
    assertThat(of(files("b-2020-.tif", "9"), known, "2021").kept()).containsExactly(2020);
  }

  @Test
  void aFileUnderANewNameCountsAsBefore() {
    Optional<TableState> known =
        after(of(files("a-2020-.tif", "1", "b-2020-.tif", "2", "a-2021-.tif", "3"), NEW, ""));
    for (SourceFiles renamed :
        new SourceFiles[] {
          files("a-2020-.tif", "1", "z-2020-.tif", "2", "a-2021-.tif", "3"),
          files("x-2020-.tif", "2", "y-2020-.tif", "1", "z-2021-.tif", "3"),
          files("a-2020-.tif", "2", "b-2020-.tif", "1", "a-2021-.tif", "3"),
          files("b-2020-.tif", "1", "c-2020-.tif", "2", "a-2021-.tif", "3")
        }) {
      RasterFiles run = of(renamed, known, "");
      assertThat(of(renamed, known, "2030").read())
          .as("years do not leave out what counted under another name")
          .containsOnlyKeys(renamed.byName().keySet());
      assertThat(run.gone()).isEmpty();
      assertThat(run.kept()).isEmpty();
      assertThat(text(run))
          .as("as in a lake that knows no other name")
          .isEqualTo(text(of(renamed, NEW, "")));
    }
  }

  /** The year is in the name: a grid that is like that of another year is another grid. */
  @Test
  void alikeGridsOfOtherYearsAreNotOne() {
    Optional<TableState> known = after(of(files("a-2020-.tif", "1", "a-2021-.tif", "1"), NEW, ""));
    RasterFiles gone = of(files("a-2021-.tif", "1"), known, "");
    assertThat(gone.gone()).containsExactly("a-2020-.tif");
    assertThat(gone.kept()).containsExactly(2020);
    assertThat(gone.renamed()).isEmpty();
    RasterFiles other = of(files("a-2019-.tif", "1", "a-2021-.tif", "1"), known, "");
    assertThat(other.gone()).containsExactly("a-2020-.tif");
    assertThat(other.kept()).containsExactly(2020);
    assertThat(other.read()).containsOnlyKeys("a-2019-.tif", "a-2021-.tif");
    assertThat(other.renamed()).isEmpty();
    RasterFiles edited = of(files("b-2020-.tif", "9", "a-2021-.tif", "1"), known, "2021");
    assertThat(edited.gone()).containsExactly("a-2020-.tif");
    assertThat(edited.outside(files("b-2020-.tif", "9"))).containsExactly("b-2020-.tif");
  }

  /** A tile that is the same every year goes in one year, and comes new in another. */
  @Test
  void aConstantTileIsNotMissedForThatOfAnotherYear() {
    Optional<TableState> known =
        after(of(files("t1-2019-.tif", "c", "t2-2019-.tif", "1"), NEW, ""));
    SourceFiles left = files("t2-2019-.tif", "1", "t1-2021-.tif", "c", "t2-2021-.tif", "2");
    RasterFiles run = of(left, known, "");
    assertThat(run.gone()).containsExactly("t1-2019-.tif");
    assertThat(run.kept()).as("not summed from t2 alone").containsExactly(2019);
    assertThat(run.read()).containsOnlyKeys("t1-2021-.tif", "t2-2021-.tif");
    assertThat(run.taken()).hasSize(4);
    assertThat(of(left, after(run), "").gone()).as("in every run").containsExactly("t1-2019-.tif");
  }

  @Test
  void aRenamedFileIsNamed() {
    Optional<TableState> known =
        after(of(files("a-2020-.tif", "1", "b-2020-.tif", "2", "a-2021-.tif", "3"), NEW, ""));
    SourceFiles moved = files("b-2020-.tif", "1", "c-2020-.tif", "2", "z-2021-.tif", "3");
    RasterFiles run = of(moved, known, "");
    assertThat(run.renamed())
        .as("b is there still, though it is another file now")
        .isEqualTo(Map.of("a-2020-.tif", "b-2020-.tif", "a-2021-.tif", "z-2021-.tif"));
    assertThat(run.renamedWarnings(SOURCE)).hasSize(2);
    assertThat(run.renamedWarnings(SOURCE).get(0).toString())
        .startsWith("RENAMED_FILE: source " + SOURCE.id() + ": file a-2020-.tif is no longer there")
        .contains("b-2020-.tif has its content");
    assertThat(of(moved, after(run), "").renamed()).as("in later runs").isEmpty();
  }

  /** One file stands for one only: a copy that is left is no new name. */
  @Test
  void aCopyIsAnotherFile() {
    Optional<TableState> known = after(of(files("a-2020-.tif", "1", "b-2020-.tif", "1"), NEW, ""));
    assertThat(of(files("b-2020-.tif", "1"), known, "").gone()).containsExactly("a-2020-.tif");
    RasterFiles run = of(files("c-2020-.tif", "1"), known, "");
    assertThat(run.renamed()).isEqualTo(Map.of("a-2020-.tif", "c-2020-.tif"));
    assertThat(run.gone()).containsExactly("b-2020-.tif");
  }

  @Test
  void whatIsForgottenCountsNoMore() {
    SourceFiles all = files("a-2020-.tif", "1", "b-2020-.tif", "2", "a-2021-.tif", "3");
    String before = text(of(all, NEW, ""));
    String text = RasterFiles.without(before, SOURCE.id(), "a-2020-.tif");
    assertThat(text.lines()).hasSize(2).noneMatch(line -> line.endsWith("\ta-2020-.tif"));
    assertThat(RasterFiles.without(before, "another", "a-2020-.tif")).isEqualTo(before);
    Optional<TableState> forgotten =
        Optional.of(
            new TableState(1, new TreeMap<>(), new TreeMap<>(Map.of(RasterFiles.NOTE, text))));
    RasterFiles run = of(files("b-2020-.tif", "2", "a-2021-.tif", "3"), forgotten, "");
    assertThat(run.gone()).isEmpty();
    assertThat(run.read()).containsOnlyKeys("b-2020-.tif", "a-2021-.tif");
  }

  @Test
  void aNameWithoutAYearIsRefused() {
    assertThatThrownBy(() -> of(files("night.tif", "1"), NEW, ""))
        .hasMessageContainingAll("night.tif", "year-from");
  }

  /** A second grid of a year broke the table's check, and was taken away again. */
  @Test
  void aFileTooManyMayBeTakenAway() {
    SourceFiles both = files("a-2020-.tif", "1", "b-2020-.tif", "2", "a-2021-.tif", "3");
    TableState written = after(of(both, NEW, "")).orElseThrow();
    TableState.Part broken =
        new TableState.Part("f", "c", 3, "r", new TreeMap<>(Map.of("once", 3L)));
    Optional<TableState> stopped =
        Optional.of(
            new TableState(1, new TreeMap<>(Map.of(TableState.WHOLE, broken)), written.notes()));
    RasterFiles run = of(files("a-2020-.tif", "1"), stopped, "");
    assertThat(run.read()).containsOnlyKeys("a-2020-.tif");
    assertThat(run.gone()).as("the only file of its year").containsExactly("a-2021-.tif");
    assertThat(run.kept()).containsExactly(2021);
  }

  /** A lake of before files were noted holds them all, whatever the years of the next run. */
  @Test
  void anOlderLakeIsTakenAsWhole() {
    Optional<TableState> older =
        Optional.of(new TableState(1, new TreeMap<>(), new TreeMap<>(Map.of("other", "note"))));
    assertThat(of(files("a-2020-.tif", "1", "a-2021-.tif", "2"), older, "2021").read()).hasSize(2);
  }
}
