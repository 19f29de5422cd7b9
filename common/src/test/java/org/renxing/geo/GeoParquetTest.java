package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.Crs;
import org.renxing.model.ErrorCode;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;
import org.renxing.model.GeometryForm.Encoding;
import org.renxing.model.GeometryForm.Shape;
import org.renxing.model.RenxingException;

/** Metadata of GeoParquet files as GDAL, GeoPandas and others write them. */
class GeoParquetTest {
  private static final Extent CHINA = new Extent(73, 17, 136, 54);

  private static void read(String columns, Encoding encoding, Crs crs) {
    GeoParquet.require(
        "source s, file f.parquet",
        Map.of(
            GeoParquet.KEY,
            "{\"version\": \"1.1.0\", \"primary_column\": \"shape\", \"columns\": "
                + columns
                + "}"),
        "shape",
        new GeometryForm(encoding, Shape.AREA, crs, CHINA));
  }

  private static String shape(String members) {
    return "{\"shape\": {\"encoding\": \"WKB\", \"geometry_types\": []" + members + "}}";
  }

  private static String system(String type, String name, String authority, String code) {
    return ", \"crs\": {\"type\": \"%s\", \"name\": \"%s\", \"id\": {\"authority\": \"%s\", \"code\": %s}}"
        .formatted(type, name, authority, code);
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG, 4326, WGS84",
    "OGC, \"CRS84\", WGS84",
    "epsg, \"4326\", WGS84",
    "EPSG, 4979, WGS84",
    "EPSG, 4490, CGCS2000"
  })
  void theDeclaredSystemIsTaken(String authority, String code, Crs crs) {
    String columns = shape(system("GeographicCRS", "n", authority, code));
    assertThatCode(() -> read(columns, Encoding.WKB, crs)).doesNotThrowAnyException();
    Crs other = crs == Crs.WGS84 ? Crs.CGCS2000 : Crs.WGS84;
    assertThatThrownBy(() -> read(columns, Encoding.WKB, other))
        .hasMessageContainingAll("source s, file f.parquet", "geometry.crs = ")
        .extracting(e -> ((RenxingException) e).code())
        .isEqualTo(ErrorCode.SOURCE_CONTRACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"crs\": {\"type\": \"GeographicCRS\", \"name\": \"WGS 84 (CRS84)\"}",
        ", \"crs\": {\"name\": \"x\", \"ids\": [{\"authority\": \"EPSG\", \"code\": 4326}]}",
        ", \"crs\": \"GEOGCRS[\\\"WGS 84\\\",ENSEMBLE[…]]\"",
        ", \"edges\": \"spherical\", \"epoch\": 2020",
        ""
      })
  void otherWordsForWgs84(String members) {
    assertThatCode(() -> read(shape(members), Encoding.WKB, Crs.WGS84)).doesNotThrowAnyException();
    assertThatThrownBy(() -> read(shape(members), Encoding.WKB, Crs.CGCS2000))
        .hasMessageContaining("declares cgcs2000");
  }

  @Test
  void whatTheFileDoesNotKnowIsDeclared() {
    for (Crs crs : Crs.values()) {
      assertThatCode(() -> read(shape(", \"crs\": null"), Encoding.WKB, crs))
          .doesNotThrowAnyException();
      assertThatCode(() -> read("{\"other\": {\"encoding\": \"point\"}}", Encoding.WKT, crs))
          .doesNotThrowAnyException();
      GeometryForm form = new GeometryForm(Encoding.WKB, Shape.AREA, crs, CHINA);
      assertThatCode(() -> GeoParquet.require("f", Map.of("pandas", "{"), "shape", form))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ProjectedCRS, WGS 84 / UTM zone 50N, EPSG, 32650",
    "GeographicCRS, Beijing 1954, EPSG, 4214",
    "GeographicCRS, WGS 84, ESRI, 999999"
  })
  void otherSystemsAreRefusedByName(String type, String name, String authority, String code) {
    String columns = shape(system(type, name, authority, code));
    for (Crs crs : Crs.values()) {
      assertThatThrownBy(() -> read(columns, Encoding.WKB, crs))
          .hasMessageContainingAll("f.parquet", authority + ":" + code, name, "EPSG:4326");
    }
    assertThatThrownBy(
            () ->
                read(
                    shape(", \"crs\": {\"type\": \"ProjectedCRS\", \"name\": \"local\"}"),
                    Encoding.WKB,
                    Crs.WGS84))
        .hasMessageContaining("'local'");
  }

  @Test
  void onlyWellKnownBinaryIsRead() {
    assertThatThrownBy(
            () -> read("{\"shape\": {\"encoding\": \"polygon\"}}", Encoding.WKB, Crs.WGS84))
        .hasMessageContainingAll("'polygon'", "WKB");
    assertThatThrownBy(() -> read(shape(""), Encoding.GEOJSON, Crs.WGS84))
        .hasMessageContaining("geometry.encoding = wkb");
    assertThatThrownBy(() -> read("{\"shape\"", Encoding.WKB, Crs.WGS84))
        .hasMessageContainingAll("f.parquet", "no JSON");
  }
}
