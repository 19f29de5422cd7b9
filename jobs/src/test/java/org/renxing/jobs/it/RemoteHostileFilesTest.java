package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** Places that are hostile or broken, through the steps of a nightly in this JVM. */
@ExtendWith(SparkExtension.class)
class RemoteHostileFilesTest {
  private static final String[] STEPS = {
    "bronze.zones",
    "bronze.isles",
    "bronze.parcels",
    "bronze.boxes",
    "silver.dim_unit",
    "silver.unit_alias",
    "silver.zone_polygon",
    "silver.land_patch",
    "silver.remote_quarantine",
    "silver.remote_account"
  };

  private static final String GEOJSON =
      """
      geometry { encoding = geojson, column = geometry, crs = wgs84, extent = [73, 17, 136, 54] }
      max-quarantine-share = 1, format = geojson
      """;

  @TempDir private Path folder;

  @Test
  void everyRowIsUsedOrSetAsideAndEveryBrokenFileIsNamed(SparkSession spark) throws IOException {
    MiniHome home = home();
    LakeView view = LakeView.of(spark, home);
    home.nightly(view.lake(), Map.of(), STEPS);
    assertThat(
            view.lines(
                TableName.silver("remote_account"),
                "source_id",
                "rows_in",
                "rows_valid",
                "rows_quarantined"))
        .containsExactly("boxes,1,1,0", "isles,2,2,0", "parcels,5,1,4", "zones,12,2,10");
    assertThat(
            view.lines(
                TableName.silver("remote_quarantine"), "source_id", "row_number", "reason_code"))
        .containsExactly(
            "parcels,2,BAD_GEOMETRY",
            "parcels,3,WRONG_GEOMETRY_TYPE",
            "parcels,4,OVERLAP",
            "parcels,5,EMPTY_GEOMETRY",
            "zones,10,OUTLINE_CONFLICT",
            "zones,11,OUTLINE_CONFLICT",
            "zones,12,UNKNOWN_UNIT",
            "zones,2,DUPLICATE_OUTLINE",
            "zones,3,EMPTY_GEOMETRY",
            "zones,4,BAD_GEOMETRY",
            "zones,5,BAD_GEOMETRY",
            "zones,6,WRONG_GEOMETRY_TYPE",
            "zones,8,BAD_GEOMETRY",
            "zones,9,OUTLINE_CONFLICT");
    assertThat(view.lines(TableName.silver("zone_polygon"), "unit_id", "zone"))
        .containsExactly("110000,other", "120000,other", "310000,other");
    brokenBeyondTheFirstThousand(home, view);
    parquetThatIsNotWhatIsDeclared(home, view);
  }

  /** The first features are read where the run begins, the others where the work is done. */
  private static void brokenBeyondTheFirstThousand(MiniHome home, LakeView view) {
    String tail = collection(parcel(9, box(116, 39)).repeat(1500));
    home.put("in/parcels/tail.geojson", tail.substring(0, tail.length() - 40));
    assertRefused(home, view, "bronze.parcels", "tail.geojson", "broken as JSON");
  }

  private static void parquetThatIsNotWhatIsDeclared(MiniHome home, LakeView view)
      throws IOException {
    parquet(home, "utm", "EPSG", "32650");
    assertRefused(home, view, "bronze.boxes", "source boxes, file utm.parquet", "EPSG:32650");
    home.put("in/boxes/utm.parquet", "no Parquet at all");
    assertRefused(home, view, "bronze.boxes", "source boxes, file utm.parquet", "as Parquet");
  }

  /** One square, in a file that says its system of coordinates. */
  private static void parquet(MiniHome home, String name, String authority, String code)
      throws IOException {
    MessageType shape =
        MessageTypeParser.parseMessageType(
            "message m { required binary id (UTF8); required int32 year; required binary shape; }");
    String geo =
        "{\"columns\":{\"shape\":{\"encoding\":\"WKB\",\"crs\":{\"id\":{\"authority\":\"%s\",\"code\":%s}}}}}"
            .formatted(authority, code);
    double[] places = {117.2, 39.1, 117.9, 39.1, 117.9, 39.4, 117.2, 39.1};
    ByteBuffer wkb = ByteBuffer.allocate(13 + 8 * places.length);
    wkb.put((byte) 0).putInt(3).putInt(1).putInt(places.length / 2);
    Arrays.stream(places).forEach(wkb::putDouble);
    Path file = home.folder().resolve("in/boxes").resolve(name + ".parquet");
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(shape)
            .withExtraMetaData(Map.of("geo", geo))
            .build()) {
      Group row = new SimpleGroupFactory(shape).newGroup();
      row.append("id", name).append("year", 2020);
      row.append("shape", Binary.fromConstantByteArray(wkb.array()));
      out.write(row);
    }
  }

  private static void assertRefused(MiniHome home, LakeView view, String step, String... said) {
    assertThatThrownBy(() -> home.nightly(view.lake(), Map.of(), step))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll(said)
        .extracting(e -> ((RenxingException) e).code())
        .isEqualTo(ErrorCode.SOURCE_CONTRACT);
  }

  private MiniHome home() throws IOException {
    MiniHome home =
        MiniHome.write(folder)
            .edit(
                "conf/renxing.conf",
                c ->
                    c.replaceFirst(
                        "nightly.remote = \\[\\]",
                        "nightly.remote = [zones, isles, parcels, boxes]"))
            .put(
                "conf/remote/zones.conf",
                """
                title = Z, family = boundary, unit-column = code, path = "in/zones/*"
                """
                    + GEOJSON)
            .put(
                "conf/remote/isles.conf",
                """
                title = I, family = boundary, unit-column = code, path = "in/isles/*"
                outlines = parts
                """
                    + GEOJSON)
            .put(
                "conf/remote/parcels.conf",
                """
                title = P, family = vacant-parcel, id-column = id, year-column = year
                path = "in/parcels/*"
                """
                    + GEOJSON)
            .put(
                "conf/remote/boxes.conf",
                """
                title = B, family = vacant-parcel, id-column = id, year-column = year
                path = "in/boxes/*.parquet", format = parquet
                geometry { encoding = wkb, column = shape, crs = wgs84, extent = [73, 17, 136, 54] }
                """);
    write(home);
    return home;
  }

  private void write(MiniHome home) throws IOException {
    String square = box(116, 39);
    String deep = "[".repeat(900) + "]".repeat(900);
    String collected = "{\"type\":\"GeometryCollection\",\"geometries\":[" + square + "]}";
    Files.createDirectories(folder.resolve("in/boxes"));
    parquet(home, "lonlat", "OGC", "\"CRS84\"");
    home.put("in/zones/nothing.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
    home.put("in/isles/i.geojson", collection(isle(121) + isle(122)));
    home.put(
        "in/zones/z.geojson",
        collection(
            feature("110000", square)
                + feature("110000", square)
                + feature("120000", "null")
                + feature("120000", polygon("[[[\"117\",39],[118,39],[118,40],[117,39]]]"))
                + feature("120000", polygon("[[[1e999,39],[118,39],[118,40],[1e999,39]]]"))
                + feature(
                    "120000",
                    "{\"type\":\"GeometryCollection\",\"geometries\":[" + collected + "]}")
                + feature("120000", polygon("[[[117,39,1],[118,39,2],[118,40,3],[117,40,4]]]"))
                + feature("120000", polygon(deep))
                + feature("130100", box(113, 37))
                + feature("130100", box(113, 38))
                + feature("130100", box(113, 38).replace("114", "113.5"))
                + feature("999999", box(100, 30))));
    home.put(
        "in/parcels/p.geojson",
        collection(
            parcel(1, box(116, 39))
                + parcel(2, polygon("[[[116,39],[116.5,39],[\"NaN\",40],[116,39]]]"))
                + parcel(3, "{\"type\":\"Point\",\"coordinates\":[116,39]}")
                + parcel(4, box(116, 39))
                + parcel(5, "null")));
  }

  private static String isle(int west) {
    return feature("310000", box(west, 31));
  }

  /** A square of one degree. */
  private static String box(int west, int south) {
    return polygon(
        String.format(
            Locale.ROOT,
            "[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]",
            west,
            south,
            west + 1,
            south + 1));
  }

  private static String polygon(String coordinates) {
    return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
  }

  private static String feature(String code, String geometry) {
    return object("\"code\":\"" + code + "\"", geometry);
  }

  private static String parcel(int id, String geometry) {
    return object("\"id\":\"p" + id + "\",\"year\":2020", geometry);
  }

  private static String object(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":"
        + geometry
        + "},\n";
  }

  private static String collection(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + features.substring(0, features.length() - 2)
        + "]}";
  }
}
