package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKBWriter;
import org.renxing.geo.GeometryDefect.Finding;
import org.renxing.model.Crs;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;
import org.renxing.model.GeometryForm.Encoding;
import org.renxing.model.GeometryForm.Shape;
import org.renxing.model.RenxingException;

class GeometryIntakeTest {
  private static final Extent CHINA = new Extent(73, 15, 136, 54);
  private static final String BOX = Shapes.box(116, 39, 117, 40);

  private static GeometryForm form(Encoding encoding, Shape shape) {
    return new GeometryForm(encoding, shape, Crs.WGS84, CHINA);
  }

  private static Finding area(Encoding encoding, String text) {
    return new GeometryReading(form(encoding, Shape.AREA)).read(text);
  }

  private static void refused(String wkt, GeometryDefect defect, String... said) {
    Finding found = area(Encoding.WKT, wkt);
    assertThat(found.defect()).as(wkt).contains(defect);
    assertThat(found.what()).isNotEmpty();
    List.of(said).forEach(text -> assertThat(found.what()).contains(text));
  }

  @Test
  void allEncodingsGiveTheSameArea() {
    byte[] bytes = new WKBWriter(2).write(Shapes.degrees(BOX));
    List<Finding> found =
        List.of(
            area(Encoding.WKT, BOX),
            area(Encoding.WKT, "SRID=4326;" + BOX),
            area(
                Encoding.WKT,
                "MULTIPOLYGON Z (((116 39 5, 116 40 6, 117 40 7, 117 39 8, 116 39 5)))"),
            area(Encoding.WKT, "POLYGON ((116 39, 116 40, 117 40, 117 39))"),
            area(Encoding.WKB, WKBWriter.toHex(bytes)),
            area(Encoding.WKB, "0x" + WKBWriter.toHex(bytes).toLowerCase(java.util.Locale.ROOT)),
            area(Encoding.WKB, Base64.getEncoder().encodeToString(bytes)),
            new GeometryReading(form(Encoding.WKB, Shape.AREA)).read(bytes),
            area(
                Encoding.GEOJSON,
                "{\"bbox\":[1,2,3,4],\"type\":\"Polygon\",\"coordinates\":[[[116,39,9],[117,39],[117,40],[116,40],[116,39]]]}"),
            area(
                Encoding.GEOJSON,
                "{\"coordinates\":[[[[116,39],[117,39],[117,40],[116,40]]]],\"type\":\"MultiPolygon\"}"));
    assertThat(found)
        .allSatisfy(
            f -> {
              assertThat(f.what()).isEmpty();
              assertThat(f.geometry().orElseThrow().getArea())
                  .isCloseTo(EqualArea.cell(116, 39, 117, 40), Percentage.withPercentage(1e-7));
            });
  }

  @Test
  void defectsAreNamedWithTheirPlace() {
    refused("", GeometryDefect.EMPTY_GEOMETRY);
    refused("POLYGON EMPTY", GeometryDefect.EMPTY_GEOMETRY);
    refused("POLYGON ((116 39, 117", GeometryDefect.BAD_GEOMETRY, "WKT");
    refused("POLYGON ((116 39, NaN 39, 117 40, 116 39))", GeometryDefect.BAD_GEOMETRY);
    refused(
        "POLYGON ((116 39, 117 40, 117 39, 116 40, 116 39))",
        GeometryDefect.BAD_GEOMETRY,
        "Self-intersection",
        "longitude 116.5",
        "latitude 39.498");
    refused(
        "POLYGON ((116 39, 117 39, 117 40, 116 40, 116 39), (118 39, 119 39, 119 40, 118 39))",
        GeometryDefect.BAD_GEOMETRY,
        "Hole");
    refused("SRID=3857;" + BOX, GeometryDefect.BAD_GEOMETRY, "3857");
    refused(Shapes.box(39, 116, 40, 117), GeometryDefect.SWAPPED_AXES, "exchanged");
    refused(Shapes.box(116, 5, 117, 6), GeometryDefect.OUT_OF_EXTENT, "longitude 73.0 to 136.0");
    refused(Shapes.box(130, 39, 140, 40), GeometryDefect.OUT_OF_EXTENT);
    refused("POINT (116 39)", GeometryDefect.WRONG_GEOMETRY_TYPE, "Point");
    refused("LINESTRING (116 39, 117 39)", GeometryDefect.WRONG_GEOMETRY_TYPE);
    refused("GEOMETRYCOLLECTION (" + BOX + ")", GeometryDefect.WRONG_GEOMETRY_TYPE);
    refused("POLYGON ((116 39, 117 39, 118 39, 116 39))", GeometryDefect.ZERO_AREA);
    Finding wide =
        new GeometryReading(new GeometryForm(Encoding.WKT, Shape.AREA, Crs.CGCS2000, Extent.WORLD))
            .read(Shapes.box(-179, 10, 179, 11));
    assertThat(wide.defect()).contains(GeometryDefect.BAD_GEOMETRY);
    assertThat(wide.what()).contains("antimeridian");
  }

  @Test
  void hostileTextsAreBadAndNothingElse() {
    String nested = "GEOMETRYCOLLECTION (".repeat(200_000);
    String list = "[".repeat(5000);
    for (Finding found :
        List.of(
            area(Encoding.WKT, nested),
            area(Encoding.WKB, "0107000000FFFFFFFF"),
            area(Encoding.WKB, "not*bytes"),
            area(Encoding.GEOJSON, "{\"type\":\"Polygon\",\"coordinates\":" + list),
            area(Encoding.GEOJSON, "{\"type\":\"Polygon\",\"coordinates\":[[[\"116\",39]]]}"),
            area(Encoding.GEOJSON, "{\"type\":\"Polygon\",\"coordinates\":[116,39]}"),
            area(Encoding.GEOJSON, "{\"type\":\"Polygon\"}"),
            area(Encoding.GEOJSON, "[]"))) {
      assertThat(found.defect()).as(found.what()).contains(GeometryDefect.BAD_GEOMETRY);
      assertThat(found.what()).hasSizeLessThan(300);
    }
  }

  @Test
  void placesHaveAreaAndAPointWithin() {
    GeometryForm areas = form(Encoding.WKT, Shape.AREA);
    PlaceFinding box = GeometryIntake.read(areas, BOX);
    assertThat(box.defect()).isEmpty();
    assertThat(box.place().areaKm2())
        .isCloseTo(EqualArea.cell(116, 39, 117, 40), Percentage.withPercentage(1e-7));
    assertThat(CHINA.has(box.place().lon(), box.place().lat())).isTrue();
    assertThat(box.place().bytes()).hasSize(93);
    assertThat(GeometryIntake.read(areas, Shapes.box(39, 116, 40, 117)).defect())
        .contains(GeometryDefect.SWAPPED_AXES);
    PlaceFinding none = GeometryIntake.read(areas, "");
    assertThat(none.defect()).contains(GeometryDefect.EMPTY_GEOMETRY);
    assertThat(none.place().lon()).isNaN();
    assertThat(none.place().isArea()).isFalse();
  }

  /** Whatever stands in a third number of a place must not reach the areas that are made of it. */
  @Test
  void areasHaveTwoNumbersAPlace() {
    PlaceFinding box =
        GeometryIntake.read(
            form(Encoding.WKT, Shape.AREA),
            "POLYGON Z ((116 39 5, 116 40 6, 117 40 7, 117 39 8, 116 39 5))");
    assertThat(box.place().plane().getCoordinate().getZ()).isNaN();
  }

  private static PlaceFinding point(String lon, String lat) {
    return GeometryIntake.read(CHINA, lon, lat);
  }

  @Test
  void longitudesAndLatitudesAreJudged() {
    PlaceFinding sound = point(" 116.25 ", "39.5");
    assertThat(sound.place().lon()).isEqualTo(116.25);
    assertThat(sound.place().areaKm2()).isNaN();
    assertThat(sound.what()).isEmpty();
    assertThat(point("1.1625e2", "39.5").place().lon()).isEqualTo(116.25);
    assertThat(point("73", "15").place().lat()).isEqualTo(15);
    assertThat(point("39.5", "116.25").defect()).contains(GeometryDefect.SWAPPED_AXES);
    assertThat(point("39.5", "116.25").place().lon()).isNaN();
    assertThat(point("0", "0").defect()).contains(GeometryDefect.OUT_OF_EXTENT);
    assertThat(point("116.25", "").defect()).contains(GeometryDefect.BAD_GEOMETRY);
    assertThat(point(" ", "").defect()).contains(GeometryDefect.EMPTY_GEOMETRY);
    assertThat(point("116°15′", "39.5").defect()).contains(GeometryDefect.BAD_GEOMETRY);
    assertThat(point("116°15′", "39.5").what()).contains("116°15′");
    assertThat(point("NaN", "39.5").defect()).contains(GeometryDefect.BAD_GEOMETRY);
  }

  @Test
  void onePointAndNothingElseIsAPoint() {
    GeometryReading points = new GeometryReading(form(Encoding.WKT, Shape.POINT));
    assertThat(points.read("POINT Z (116.1 39.2 50)").geometry().orElseThrow().getCoordinate().x)
        .isEqualTo(116.1);
    assertThat(points.read("MULTIPOINT ((116 39))").defect()).isEmpty();
    assertThat(points.read("MULTIPOINT ((116 39), (117 39))").defect())
        .contains(GeometryDefect.WRONG_GEOMETRY_TYPE);
    assertThat(points.read(BOX).defect()).contains(GeometryDefect.WRONG_GEOMETRY_TYPE);
    assertThat(points.read("POINT EMPTY").defect()).contains(GeometryDefect.EMPTY_GEOMETRY);
  }

  @Test
  void shiftedSystemsAreRefusedByName() {
    assertThat(Crs.of("EPSG:4326")).isEqualTo(Crs.WGS84);
    assertThat(Crs.of("cgcs2000")).isEqualTo(Crs.CGCS2000);
    assertThat(Crs.of("WGS 84")).isEqualTo(Crs.WGS84);
    assertThatThrownBy(() -> Crs.of("sources.x.crs", "GCJ-02"))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll("sources.x.crs", "GCJ-02", "shifted", "convert", "wgs84");
    assertThatThrownBy(() -> Crs.of("bd09")).hasMessageContaining("shifted");
    assertThatThrownBy(() -> Crs.of("")).hasMessageContaining("never guessed");
    assertThatThrownBy(() -> Crs.of("EPSG:3857")).hasMessageContainingAll("not known", "cgcs2000");
  }

  @Test
  void extentsAreOrdered() {
    assertThatThrownBy(() -> new Extent(170, -10, -170, 10)).hasMessageContaining("antimeridian");
    assertThatThrownBy(() -> new Extent(0, 10, 10, 100)).isInstanceOf(RenxingException.class);
    assertThatThrownBy(
            () -> new GeometryForm(Encoding.LON_LAT, Shape.AREA, Crs.WGS84, Extent.WORLD))
        .hasMessageContaining("points, not areas");
  }
}
