package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec.Format;

class GeoJsonTest {
  private static final String HEAD = "{\"type\":\"Feature\",\"properties\":{\"城市\":\"北京市\",\"年份\":";

  @TempDir private Path folder;

  private List<FileRow> read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = Specs.write(folder.resolve("f.geojson"), bytes);
    return Specs.read(file, Specs.bare(Format.GEOJSON), Specs.small());
  }

  @Test
  void aCollectionGivesItsFeaturesInWhateverOrderTheirMembersCome() {
    String text =
        """
        {"bbox": [1, 2, 3, 4], "features": [
          {"type": "Feature", "id": 7,
           "geometry": {"type": "Point", "coordinates": [116.10, 39.0, 1e1]},
           "properties": {"城市": "北京市", "年份": 2020, "x": 1.10, "y": null}},
          {"properties": {"城市": "上海市", "年份": "2021①"}, "geometry": null, "type": "Feature"}
        ], "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}
        """;
    List<FileRow> rows = read(text);
    assertThat(rows).extracting(FileRow::number).containsExactly(1L, 2L);
    assertThat(rows).allSatisfy(r -> assertThat(r.defect()).isEmpty());
    assertThat(rows.get(0).cells())
        .containsEntry("年份", "2020")
        .containsEntry("x", "1.10")
        .containsEntry("y", "")
        .containsEntry("id", "7")
        .containsEntry("geometry", "{\"type\":\"Point\",\"coordinates\":[116.10,39.0,1e1]}");
    assertThat(rows.get(1).cells())
        .containsEntry("年份", "2021")
        .containsEntry("年份@mark", "①")
        .containsEntry("geometry", "");
    byte[] packed = Specs.packed(text.getBytes(StandardCharsets.UTF_8), GZIPOutputStream::new);
    Path file = Specs.write(folder.resolve("f.geojson.gz"), packed);
    assertThat(Specs.read(file, Specs.bare(Format.GEOJSON), Specs.small())).isEqualTo(rows);
  }

  @Test
  void featuresMayFollowOneAnother() {
    List<FileRow> rows = read(HEAD + "1}}\n" + HEAD + "2}}\n\n" + HEAD + "3}}");
    assertThat(rows).extracting(r -> r.cells().get("年份")).containsExactly("1", "2", "3");
  }

  @Test
  void faultyFeaturesAreKeptWithTheirDefect() {
    String places = "[1,2],".repeat(300) + "[1,2]";
    List<FileRow> rows =
        read(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + HEAD
                + "1,\"z\":[1]}},"
                + HEAD
                + "2,\"年份\":3}},"
                + HEAD
                + "4},\"geometry\":5},"
                + HEAD
                + "5,\"t\":\""
                + "x".repeat(200)
                + "\"}},"
                + HEAD
                + "6},\"geometry\":{\"coordinates\":["
                + places
                + "]}},"
                + "{\"type\":\"Point\"},"
                + HEAD
                + "8,\"geometry\":\"mine\"}}"
                + "]}");
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0).defect().orElseThrow()).contains("property z", "a list");
    assertThat(rows.get(1).defect().orElseThrow()).contains("年份 stands twice");
    assertThat(rows.get(2).defect().orElseThrow()).contains("geometry is no object");
    assertThat(rows.get(3).defect().orElseThrow()).contains("property t has more than 100");
    assertThat(rows.get(4).defect().orElseThrow()).contains("geometry has more than 1000");
    assertThat(rows.get(4).cells()).containsEntry("年份", "6");
    assertThat(rows.get(5).defect().orElseThrow()).contains("no Feature but Point");
    assertThat(rows.get(6).defect()).isEmpty();
    assertThat(rows.get(6).cells()).containsEntry("properties.geometry", "mine");
  }

  /** An area without findings is a finding; a file without anything is a failed upload. */
  @Test
  void aCollectionMayBeEmptyAndAFileMayNot() {
    assertThat(read("{\"type\":\"FeatureCollection\",\"features\":[]}")).isEmpty();
    for (String text : List.of("", "  \n")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(RenxingException.class)
          .hasMessageContainingAll("f.geojson", "is empty");
    }
  }

  /** Broken at the end, no numbers, too deep, too long: told by file, and no stack overflows. */
  @Test
  void hostileFilesAreRefusedByName() {
    String feature = HEAD + "1},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":";
    for (String text :
        List.of(
            feature + "[[[116,NaN]]]}}",
            feature + "[[[116,Infinity]]]}}",
            feature + "[[[116,39],[116",
            feature + "[[[116,39]]]}} and more",
            feature + "[".repeat(1_000_000),
            feature + "[".repeat(100_000) + "]".repeat(100_000) + "}}",
            "[".repeat(1_000_000),
            "{\"a\":".repeat(1_000_000),
            feature + "[[[" + "1".repeat(5000) + ",39]]]}}",
            "\u0000\u0000\u0000",
            "PK\u0003\u0004")) {
      assertThatThrownBy(() -> read(text))
          .as(text.substring(0, Math.min(100, text.length())))
          .isInstanceOf(RenxingException.class)
          .hasMessageContaining("f.geojson")
          .extracting(e -> ((RenxingException) e).code())
          .isEqualTo(org.renxing.model.ErrorCode.SOURCE_CONTRACT);
    }
  }

  @Test
  void anIdOfNullIsNone() {
    List<FileRow> rows = read(HEAD.replace("\"properties", "\"id\":null,\"properties") + "1}}");
    assertThat(rows.get(0).cells()).doesNotContainKey("id");
  }

  @Test
  void filesThatAreNoGeoJsonAreRefused() {
    String open = "{\"type\":\"FeatureCollection\",\"features\":[" + HEAD + "1}}";
    assertThatThrownBy(() -> read(open))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll("f.geojson", "broken as JSON after feature 1", "send it again");
    assertThatThrownBy(() -> read("[1]")).hasMessageContaining("no GeoJSON");
    assertThatThrownBy(
            () -> read("{\"type\":\"FeatureCollection\",\"features\":" + "[".repeat(3000)))
        .isInstanceOf(RenxingException.class);
    assertThatThrownBy(
            () ->
                read(
                    "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":["
                        + HEAD
                        + "1}}]}"))
        .hasMessageContainingAll("EPSG::3857", "degrees");
  }
}
