package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.GeometryForm.Shape;
import org.renxing.model.NoDataMark;
import org.renxing.model.PixelRules;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteField;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;

/** Contracts of sources of fine-grained observations. */
class RemoteConfigurationTest {
  private static final String PLACE =
      "geometry { encoding = wkt, column = shape, crs = wgs84, extent = [100, 20, 120, 50] }\n";

  @TempDir private Path home;

  @Test
  void aWholeContract() {
    RemoteSource source =
        load(
            """
            title = Parcels, family = vacant-parcel, path = "p/*.csv"
            id-column = parcel, year-column = year, class-column = kind
            columns { confidence = sure, stated_area_km2 = { column = size, unit = m2 } }
            """
                + PLACE);
    assertThat(source.family()).isEqualTo(RemoteFamily.VACANT_PARCEL);
    assertThat(source.isPlaced()).isTrue();
    assertThat(source.geometry().orElseThrow().form().shape()).isEqualTo(Shape.AREA);
    assertThat(source.files().path()).endsWith("/p/*.csv");
    assertThat(source.files().mappings())
        .containsOnlyKeys("parcel", "kind", "shape", "sure", "size");
    assertThat(source.fields().get(RemoteField.STATED_AREA_KM2))
        .isEqualTo(new RemoteSource.Column("size", 1, 1e6));
    assertThat(source.contract()).doesNotContain(home.toString());
  }

  @Test
  void theHeadSaysTheUnit() {
    RemoteSource source =
        load(
            """
            title = Parcels, family = vacant-parcel, path = p, unit-column = code
            id-column = parcel, year-column = year, columns { stated_area_km2 = "size (m2)" }
            """);
    assertThat(source.isPlaced()).isFalse();
    assertThat(source.fields().get(RemoteField.STATED_AREA_KM2).over()).isEqualTo(1e6);
    assertThat(source.files().mappings().get("size (m2)").unitOfMeasure()).isEqualTo("m2");
  }

  @Test
  void aSourceSaysWhichSignIsSinking() {
    String text =
        "title = S, family = subsidence, path = p, id-column = s, year-column = y\n"
            + "columns { rate_mm_per_year = { column = v, sinking = %s } }\n"
            + PLACE;
    for (String sign : java.util.List.of("positive", "negative")) {
      double times = sign.equals("negative") ? -1 : 1;
      assertThat(load(text.formatted(sign)).fields().get(RemoteField.RATE_MM_PER_YEAR))
          .isEqualTo(new RemoteSource.Column("v", times, 1));
    }
    assertProblem(text.formatted("down"), "positive", "negative");
    assertProblem(
        "family = vacant-parcel, columns { confidence = { column = c, sinking = negative } }",
        "sinking");
  }

  @Test
  void outlinesComeWholeUnlessTheirSourceSaysOtherwise() {
    String text = "title = O, family = boundary, path = p, unit-column = code\n%s" + PLACE;
    assertThat(load(text.formatted("")).isInParts()).isFalse();
    assertThat(load(text.formatted("outlines = parts\n")).isInParts()).isTrue();
    assertProblem(text.formatted("outlines = some\n"), "whole", "parts");
    assertProblem("family = street-view, outlines = parts", "only family boundary");
  }

  @Test
  void everyProblemIsTold() {
    assertProblem("family = vacant-parcels", "did you mean 'vacant-parcel'");
    assertProblem("family = housing, columns { units_totl = n }", "did you mean 'units_total'");
    assertProblem("family = housing, columns { units_total = \"n (m2)\" }", "measures area");
    assertProblem("family = street-view, unit-column = code", "id-column");
    assertProblem("family = street-view, id-column = p", "needs unit-column, or a geometry");
    assertProblem(
        "family = boundary, unit-column = code", "outlines need unit-column and geometry");
    assertProblem("family = raster, format = csv", "geotiff goes with family raster");
    assertProblem(
        "family = raster, format = geotiff, geometry.crs = wgs84, layer = Light, year-from = \"[\"",
        "needs a name in lower case",
        "no regular expression");
  }

  @Test
  void coordinateSystemsAreNeverGuessed() {
    String base = "family = street-view, id-column = p, year-column = y\n";
    assertProblem(base + PLACE.replace(", crs = wgs84", ""), "never guessed");
    assertProblem(base + PLACE.replace("wgs84", "gcj02"), "shifted", "convert");
    assertProblem(base + PLACE.replace("wgs84", "mercator"), "wgs84", "cgcs2000");
    assertProblem(base + PLACE.replace("100, 20, 120, 50", "100, 20"), "west, south, east, north");
  }

  @Test
  void whatIsPlacedNeedsOutlines() {
    String points =
        "title = P, path = p, family = street-view, id-column = p, year-column = y\n"
            + "columns { road = r }\n"
            + PLACE;
    assertThatThrownBy(
            () ->
                new ConfTree(home)
                    .write("conf/remote/points.conf", points)
                    .set("nightly.remote", "[points]")
                    .load())
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("no source of family boundary");
  }

  @Test
  void aLayerHasOneSource() {
    String grid =
        """
        title = G, path = p, family = raster, format = geotiff, geometry.crs = wgs84
        layer = night_light, year-from = "20.."
        """;
    assertThatThrownBy(
            () ->
                new ConfTree(home)
                    .write("conf/remote/one.conf", grid)
                    .write("conf/remote/two.conf", grid)
                    .set("nightly.remote", "[one, two]")
                    .load())
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("two sources have the layer 'night_light'");
  }

  /** Numbers with the digits that were written: as a double the last would be infinite. */
  @Test
  void aGridSaysWhatIsNoData() {
    String grid =
        """
        title = G, path = p, family = raster, format = geotiff, geometry.crs = wgs84
        layer = heat, year-from = "20.."
        """;
    assertThat(pixels(grid)).isEqualTo(new PixelRules(List.of(), true, false));
    assertThat(pixels(grid + "no-data = -3.40282e+38"))
        .isEqualTo(new PixelRules(List.of(new NoDataMark("-3.40282e+38")), true, false));
    assertThat(pixels(grid + "no-data = none, negative = true"))
        .isEqualTo(new PixelRules(List.of(), false, true));
    assertThat(pixels(grid + "no-data = [none, nan, -9999.0, -1.79769313486232e+308]"))
        .isEqualTo(
            new PixelRules(
                List.of(
                    new NoDataMark("nan"),
                    new NoDataMark("-9999.0"),
                    new NoDataMark("-1.79769313486232e+308")),
                false,
                false));
    assertProblem(grid + "no-data = missing", "'missing' is no number");
    assertProblem(grid + "no-data = { value = 1 }", "a text expected");
    assertProblem(
        "family = street-view, id-column = p, no-data = 1, negative = true",
        "no-data: only family raster has",
        "negative: only family raster has");
  }

  private PixelRules pixels(String text) {
    return load(text).layer().orElseThrow().pixels();
  }

  private RemoteSource load(String text) {
    return new ConfTree(home)
        .append(
            "conf/units-of-measure.conf",
            "\n\"m2\" { dimension = area, factor = 1e-6 }\n\"count\" { dimension = count, factor = 1 }\n")
        .write("conf/remote/some.conf", text)
        .load()
        .settings()
        .remote()
        .get("some");
  }

  private void assertProblem(String text, String... said) {
    assertThatThrownBy(() -> load("title = T, path = p\n" + text))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll(said);
  }
}
