package org.renxing.geo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.model.Crs;
import org.renxing.model.ErrorCode;
import org.renxing.model.GeometryForm;
import org.renxing.model.GeometryForm.Encoding;
import org.renxing.model.RenxingException;

/**
 * What a Parquet file says of its geometry, set against what its source declares (OGC 24-013,
 * GeoParquet 1.1: the key {@code geo} of the file's metadata).
 *
 * <p>A column without {@code crs} is in OGC:CRS84, as the standard has it; a crs of null is not
 * known, and the declaration counts, as it does where the file or the column has no such metadata.
 * {@code edges} is not asked: edges are straight in the plane of {@link EqualArea} whatever the
 * file says. Coordinates are longitude before latitude in any system.
 */
public final class GeoParquet {
  /** The key of the metadata in the footer of a file. */
  public static final String KEY = "geo";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STANDARD = "OGC:CRS84";

  private static final Map<Crs, Set<String>> CODES =
      Map.of(
          Crs.WGS84, Set.of(STANDARD, "OGC:CRS84H", "EPSG:4326", "EPSG:4979"),
          Crs.CGCS2000, Set.of("EPSG:4490", "EPSG:4480"));

  /** Names of systems that come without a code, letters and digits only. */
  private static final Map<Crs, Set<String>> NAMES =
      Map.of(
          Crs.WGS84, Set.of("WGS84", "WGS84CRS84", "GCSWGS1984"),
          Crs.CGCS2000,
              Set.of(
                  "CGCS2000",
                  "CHINAGEODETICCOORDINATESYSTEM2000",
                  "GCSCHINAGEODETICCOORDINATESYSTEM2000"));

  /** Not as the standard has it, yet clear. */
  private static final Pattern CODE = Pattern.compile("\\s*\\w+:\\w+\\s*");

  /** Files of before version 1.0 give well-known text. */
  private static final Pattern TEXT = Pattern.compile("(?is)\\s*GEO(?:G|D)\\w*\\[\"([^\"]*)\".*");

  private final String subject;
  private final String column;
  private final GeometryForm declared;

  private GeoParquet(String subject, String column, GeometryForm declared) {
    this.subject = subject;
    this.column = column;
    this.declared = declared;
  }

  /**
   * Judges the metadata of a file.
   *
   * @param subject source and file, for messages
   * @param metadata keys and values of the file's footer
   * @param column that the source declares as its geometry
   * @param declared what the source says of it
   * @throws RenxingException SOURCE_CONTRACT where the file contradicts the declaration
   */
  public static void require(
      String subject, Map<String, String> metadata, String column, GeometryForm declared) {
    if (metadata.get(KEY) != null) { // a key may have no value
      new GeoParquet(subject, column, declared).judge(metadata.get(KEY));
    }
  }

  private void judge(String text) {
    JsonNode described;
    try {
      described = JSON.readTree(text).path("columns").path(column);
    } catch (JsonProcessingException e) {
      throw refusal("its metadata '" + KEY + "' are no JSON; write the file again");
    }
    if (!described.isObject()) {
      return; // of this column nothing is said
    }
    String encoding = described.path("encoding").asText("WKB");
    if (!encoding.equalsIgnoreCase("WKB")) {
      throw refusal(
          "column %s is encoded as '%s'; write it as WKB (GeoParquet's encoding WKB)"
              .formatted(column, encoding));
    }
    if (declared.encoding() != Encoding.WKB) {
      throw refusal(
          "column %s is encoded as WKB, and the source declares %s; declare geometry.encoding = wkb"
              .formatted(column, declared.encoding().name().toLowerCase(Locale.ROOT)));
    }
    JsonNode crs = described.path("crs");
    if (!crs.isNull()) {
      compare(crs);
    }
  }

  private void compare(JsonNode crs) {
    String code = crs.isMissingNode() ? STANDARD : code(crs);
    String name = crs.isTextual() ? name(crs.asText()) : crs.path("name").asText("");
    Optional<Crs> found =
        code.isEmpty()
            ? find(NAMES, name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""))
            : find(CODES, code.toUpperCase(Locale.ROOT));
    if (!found.equals(Optional.of(declared.crs()))) {
      String said = crs.isMissingNode() ? "no crs, which means " + STANDARD : said(code, name);
      String remedy =
          found.isPresent()
              ? "declare geometry.crs = " + found.get().name().toLowerCase(Locale.ROOT)
              : "convert it to degrees (ogr2ogr -t_srs EPSG:4326)";
      throw refusal(
          "column %s says %s, and the source declares %s; %s, or correct the file"
              .formatted(column, said, declared.crs().name().toLowerCase(Locale.ROOT), remedy));
    }
  }

  private static String said(String code, String name) {
    String both = (code + " '" + name + "'").strip();
    return "crs " + (both.length() > 200 ? both.substring(0, 200) + "…" : both);
  }

  /** Such as EPSG:4326; empty where the system has no code. */
  private static String code(JsonNode crs) {
    if (crs.isTextual() && CODE.matcher(crs.asText()).matches()) {
      return crs.asText().strip();
    }
    JsonNode id = crs.has("id") ? crs.path("id") : crs.path("ids").path(0);
    String code = id.path("code").asText("");
    return code.isEmpty() ? "" : id.path("authority").asText("") + ":" + code;
  }

  private static String name(String text) {
    Matcher found = TEXT.matcher(text);
    return found.matches() ? found.group(1) : text;
  }

  private static Optional<Crs> find(Map<Crs, Set<String>> known, String text) {
    return known.entrySet().stream()
        .filter(e -> e.getValue().contains(text))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private RenxingException refusal(String what) {
    return new RenxingException(ErrorCode.SOURCE_CONTRACT, subject + ": " + what);
  }
}
