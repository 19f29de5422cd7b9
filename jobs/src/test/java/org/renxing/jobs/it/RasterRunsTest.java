package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.config.ConfigurationLoader;
import org.renxing.geo.GeoTiffWriter;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.YearRange;
import org.renxing.testing.SparkExtension;

/** Grids over several runs in this JVM: years, files that go, files that are broken. */
@ExtendWith(SparkExtension.class)
class RasterRunsTest {
  private static final List<String> STEPS =
      List.of("bronze.zones", "silver.dim_unit", "silver.unit_alias", "silver.raster_sum");

  @TempDir private Path folder;

  @Test
  void aGridCountsAsARowOfBronzeDoes(SparkSession spark) throws IOException {
    MiniHome home = home(116);
    LakeView view = LakeView.of(spark, home);
    light(2020, 1);
    light(2021, 2);
    assertThat(run(home, view, "2021")).contains("2021").doesNotContain("no longer");
    assertSums(view, "2021,50.0");
    run(home, view, "");
    assertSums(view, "2020,25.0", "2021,50.0");

    // what is gone still counts, and is named in every run
    light(2020, 3);
    Files.delete(file(2021));
    assertThat(run(home, view, ""))
        .contains("source light: file light-2021.tif is no longer there", "sums");
    assertSums(view, "2020,75.0", "2021,50.0");
    assertThat(run(home, view, "")).contains("unchanged", "light-2021.tif");
    publishingIsRefused(home, view);

    // an outline that changed would have to be summed again
    assertRefused(home(115), view, "unit 110000", "2021", "light-2021.tif is no longer there");

    forgotten(view);

    light(2022, 1);
    Files.write(file(2022), Arrays.copyOf(Files.readAllBytes(file(2022)), 60));
    assertRefused(home(116), view, "light-2022.tif", "cannot be read");
  }

  /** Without a word on it a value below 0 stops the run by name; with the key it is no data. */
  @Test
  void theSourceSaysWhatIsNoData(SparkSession spark) throws IOException {
    MiniHome home = home(116);
    LakeView view = LakeView.of(spark, home);
    double[][] values = new double[5][5];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, 2));
    values[3][1] = -99999;
    Files.createDirectories(file(2020).getParent());
    GeoTiffWriter.write(file(2020), values, 116, 40, 0.2, 0.2, Double.NaN);
    light(2021, 1);
    assertRefused(home, view, "light-2020.tif", "row 4, column 2", "-99999.0", "no-data");

    home(116, "no-data = -99999");
    assertThat(run(home, view, "")).startsWith("ok");
    assertSums(view, "2020,48.0", "2021,25.0");

    // a sum that cannot be made again would mix two meanings
    Files.delete(file(2021));
    home(116, "no-data = [-99999, 1.0]");
    assertRefused(home, view, "no-data or negative has changed", "light-2021.tif");
  }

  /** A version before noted files and outlines, and not what was no data. */
  @Test
  void sumsOfAFormerVersionAreNotKeptUnseen(SparkSession spark) throws IOException {
    MiniHome home = home(116);
    LakeView view = LakeView.of(spark, home);
    light(2020, 1);
    light(2021, 2);
    run(home, view, "");
    asOfAFormerVersion(view);
    Files.delete(file(2020));
    String[] said = {"source light", "did not record what was no data", "2020", "forget light"};
    assertRefused(home, view, said);

    forget(home, view, "light-2020.tif");
    assertThat(run(home, view, "")).startsWith("ok").doesNotContain("MISSING_FILE");
    assertSums(view, "2021,50.0");
    damagedSumsAreMadeAgainFromTheirGrids(home, LakeView.of(spark, home));
  }

  private void damagedSumsAreMadeAgainFromTheirGrids(MiniHome home, LakeView view)
      throws IOException {
    LakeDamage.rows(Path.of(home.lake(), "silver", "raster_sum")).forEach(LakeDamage::flip);
    assertThatThrownBy(() -> run(home, view, ""))
        .hasMessageContainingAll("silver.raster_sum", "run bin/renxing repair silver.raster_sum");
    Path away = folder.resolve("away.tif");
    Files.move(file(2021), away);
    assertThatThrownBy(() -> repair(home, view))
        .hasMessageContainingAll("light-2021.tif", "--accept-loss");
    Files.move(away, file(2021));
    repair(home, view);
    assertThat(run(home, view, "")).startsWith("ok");
    assertSums(view, "2021,50.0");
  }

  private static void repair(MiniHome home, LakeView view) {
    var configuration =
        ConfigurationLoader.load(home.folder(), "default", Map.of(), name -> Optional.empty());
    List<TableName> sums = List.of(TableName.silver("raster_sum"));
    new NightlyRun(configuration, view.lake(), RunRequest.repairing("repair", sums, false))
        .run((record, number, total) -> {}, (result, inputs) -> {});
  }

  /** Takes the note away, and has the table made again. */
  private static void asOfAFormerVersion(LakeView view) {
    TableName sums = TableName.silver("raster_sum");
    TableState state = view.lake().state(sums).orElseThrow();
    SortedMap<String, String> notes = new TreeMap<>(state.notes());
    assertThat(notes.remove("pixels")).contains("light");
    SortedMap<String, TableState.Part> parts = new TreeMap<>(state.parts());
    parts.replaceAll(
        (name, p) ->
            new TableState.Part("former", p.contentHash(), p.rows(), p.runId(), p.violations()));
    view.lake().note(sums, new TableState(state.version(), parts, notes));
  }

  /** Without the grid that is gone, the outlines may change. */
  private void forgotten(LakeView view) {
    MiniHome home = home(115);
    forget(home, view, "light-2021.tif");
    assertThat(run(home, view, "")).doesNotContain("no longer there");
    assertSums(view, "2020,75.0");
    forget(home, view, "light-2021.tif");
    assertThat(run(home, view, "")).contains("unchanged");
    assertThatThrownBy(() -> forget(home, view, "light-2019.tif"))
        .hasMessageContaining("no file light-2019.tif was taken in");
    assertThatThrownBy(() -> forget(home, view, "light-2020.tif"))
        .hasMessageContaining("file light-2020.tif is there");
    home(116);
    assertThat(run(home, view, "")).contains("ok");
  }

  /** Though the step of grids is not run. */
  private static void publishingIsRefused(MiniHome home, LakeView view) {
    var configuration =
        ConfigurationLoader.load(home.folder(), "default", Map.of(), name -> Optional.empty());
    var only = List.of("gold.release_table");
    var request = new RunRequest("nightly", Optional.empty(), only, true, Optional.empty());
    assertThatThrownBy(
            () ->
                new NightlyRun(configuration, view.lake(), request)
                    .run((record, number, total) -> {}, (result, inputs) -> {}))
        .hasMessageContainingAll("nothing is published", "light-2021.tif", "sums still count")
        .hasMessageNotContaining("light-2020.tif");
  }

  private static void forget(MiniHome home, LakeView view, String file) {
    var configuration =
        ConfigurationLoader.load(home.folder(), "default", Map.of(), name -> Optional.empty());
    var files = Optional.of(new RunRequest.Forgotten("light", List.of(file)));
    new NightlyRun(
            configuration,
            view.lake(),
            new RunRequest("forget", Optional.empty(), List.of(), false, files))
        .run((record, number, total) -> {}, (result, inputs) -> {});
  }

  private void assertRefused(MiniHome home, LakeView view, String... said) {
    assertThatThrownBy(() -> run(home, view, ""))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll(said)
        .extracting(e -> ((RenxingException) e).code())
        .isEqualTo(ErrorCode.SOURCE_CONTRACT);
  }

  private static void assertSums(LakeView view, String... yearAndSum) {
    assertThat(view.lines(TableName.silver("raster_sum"), "year", "sum"))
        .containsExactly(yearAndSum);
  }

  /** What the run says of the step of grids. */
  private String run(MiniHome home, LakeView view, String years) {
    var configuration =
        ConfigurationLoader.load(home.folder(), "default", Map.of(), name -> Optional.empty());
    Optional<YearRange> range = Optional.of(years).filter(y -> !y.isEmpty()).map(YearRange::parse);
    List<String> said = new ArrayList<>();
    new NightlyRun(configuration, view.lake(), new RunRequest("nightly", range, STEPS))
        .run(
            (record, number, total) -> {
              if (record.step().output().equals(TableName.silver("raster_sum"))) {
                said.add(record.outcome().status().text());
                said.add(record.step().years());
                record.outcome().warnings().forEach(w -> said.add(w.toString()));
              }
            },
            (result, inputs) -> {});
    return String.join("; ", said);
  }

  private Path file(int year) {
    return folder.resolve("in/light/light-" + year + ".tif");
  }

  /** Twenty-five pixels of one value over the unit. */
  private void light(int year, double value) throws IOException {
    double[][] values = new double[5][5];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, value));
    Files.createDirectories(file(year).getParent());
    GeoTiffWriter.write(file(year), values, 116, 40, 0.2, 0.2, Double.NaN);
  }

  private MiniHome home(int west) {
    return home(west, "");
  }

  private MiniHome home(int west, String pixels) {
    return MiniHome.write(folder)
        .edit(
            "conf/renxing.conf",
            c -> c.replaceFirst("nightly.remote = \\[\\]", "nightly.remote = [zones, light]"))
        .put(
            "conf/remote/zones.conf",
            """
            title = Z, family = boundary, unit-column = code, path = "in/zones.csv"
            geometry { encoding = wkt, column = shape, crs = wgs84, extent = [73, 17, 136, 54] }
            """)
        .put(
            "conf/remote/light.conf",
            """
            title = L, family = raster, format = geotiff, geometry.crs = wgs84
            path = "in/light/*", layer = night_light, year-from = "-(20..)"
            """
                + pixels)
        .put(
            "in/zones.csv",
            String.format(
                Locale.ROOT,
                "code,shape\n110000,\"POLYGON((%1$d 39,117 39,117 40,%1$d 40,%1$d 39))\"\n",
                west));
  }
}
