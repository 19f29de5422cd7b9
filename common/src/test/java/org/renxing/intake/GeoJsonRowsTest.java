package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec.Format;

class GeoJsonRowsTest {
  @TempDir private Path folder;

  @Test
  void featuresOfACollection() {
    List<FileRow> rows =
        read(
            """
            {"type":"FeatureCollection","name":"x","features":[
            {"type":"Feature","properties":{"城市":"北京市","年份":2020,"n":1.50,"tags":[1,2],"note":null},
             "geometry":{"type":"Point","coordinates":[116.4,39.9]}},
            {"type":"Feature","geometry":null,"properties":{"城市":"上海市","geometry":"hidden"}},
            {"type":"Feature","properties":null},
            7
            ],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}}
            """);
    assertThat(rows).hasSize(4).extracting(FileRow::number).containsExactly(2L, 4L, 5L, 6L);
    assertThat(rows.get(0).defect()).isEmpty();
    assertThat(rows.get(0).cells())
        .containsEntry("城市", "北京市")
        .containsEntry("年份", "2020")
        .containsEntry("n", "1.50")
        .containsEntry("tags", "[1,2]")
        .containsEntry("note", "")
        .containsEntry("geometry", "{\"type\":\"Point\",\"coordinates\":[116.4,39.9]}");
    assertThat(rows.get(1).cells())
        .containsEntry("geometry", "")
        .containsEntry("properties.geometry", "hidden");
    assertThat(rows.get(2).cells()).containsOnlyKeys("geometry");
    assertThat(rows.get(3).defect()).contains("is no feature, but 7");
  }

  @Test
  void featuresOneAfterTheOther() {
    List<FileRow> rows =
        read(
            """
            {"type":"Feature","properties":{"城市":"a","年份":1},"geometry":{"type":"Point","coordinates":[1,2]}}
            {"type":"Feature","properties":{"城市":"b","年份":2},"geometry":null}
            """);
    assertThat(rows).extracting(r -> r.cells().get("城市")).containsExactly("a", "b");
    assertThat(rows).extracting(FileRow::number).containsExactly(1L, 2L);
  }

  @Test
  void anEmptyCollectionHasNoRows() {
    Path file = write("{\"type\":\"FeatureCollection\",\"features\":[]}");
    assertThatThrownBy(() -> Specs.read(file, Specs.bare(Format.GEOJSON), Specs.small()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("lacks the columns");
  }

  @Test
  void aFileThatBreaksOffIsRefused() {
    Path file =
        write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"城市":"a","年份":1},"geometry":null},
            {"type":"Feature","properties":{"城市":"b",""");
    assertThatThrownBy(() -> Specs.read(file, Specs.bare(Format.GEOJSON), Specs.small()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("is no GeoJSON from line 3 on");
  }

  @Test
  void otherCoordinatesAreRefused() {
    Path file =
        write(
            """
            {"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:3857"}},"features":[]}
            """);
    assertThatThrownBy(() -> Specs.read(file, Specs.bare(Format.GEOJSON), Specs.small()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("EPSG:3857")
        .hasMessageContaining("convert");
  }

  private List<FileRow> read(String text) {
    return Specs.read(write(text), Specs.bare(Format.GEOJSON), Specs.small());
  }

  private Path write(String text) {
    return Specs.write(folder.resolve("f.geojson"), text.getBytes(StandardCharsets.UTF_8));
  }
}
