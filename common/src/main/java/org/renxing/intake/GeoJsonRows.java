package org.renxing.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.model.IntakeLimits;

/**
 * The features of GeoJSON (RFC 7946), one a row: its properties as text, and its geometry as JSON
 * under {@link #GEOMETRY}. The file is a FeatureCollection, or features one after the other. It is
 * read as a stream; one that breaks off is refused, since nobody knows what is missing.
 */
final class GeoJsonRows implements FileRows {
  /** The label of the geometry. */
  static final String GEOMETRY = "geometry";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern WGS84 = Pattern.compile("CRS84|4326|4490");

  /** A structure of more records' length ends the reading; a shorter one is set aside. */
  private static final long MOST_RECORDS = 16;

  private final String file;
  private final IntakeLimits limits;
  private final JsonParser parser;
  private boolean isInCollection;
  private Optional<FileRow> ahead = Optional.empty();

  private GeoJsonRows(String file, JsonParser parser, IntakeLimits limits) {
    this.file = file;
    this.parser = parser;
    this.limits = limits;
  }

  static GeoJsonRows open(SourceBytes file, Charset charset, IntakeLimits limits) {
    try {
      DecodingReader reader = new DecodingReader(Unpacked.open(file, limits), charset);
      return new GeoJsonRows(file.name(), JSON.createParser(reader), limits);
    } catch (IOException e) {
      throw Refusal.storage(file.name(), e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (ahead.isEmpty()) {
        JsonToken token = parser.nextToken();
        if (isInCollection) {
          if (token == JsonToken.END_ARRAY) {
            isInCollection = false;
            restOfCollection();
          } else {
            ahead = Optional.of(feature());
          }
        } else if (token == null) {
          return false;
        } else {
          root();
        }
      }
      return true;
    } catch (JsonProcessingException e) {
      throw Refusal.of(
          file,
          "is no GeoJSON from line "
              + parser.currentLocation().getLineNr()
              + " on: "
              + e.getOriginalMessage()
              + "; send it again",
          e);
    } catch (IOException e) {
      throw Unpacked.broken(file, e);
    }
  }

  @Override
  public FileRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    FileRow row = ahead.orElseThrow();
    ahead = Optional.empty();
    return row;
  }

  /** An object at the top: a collection up to its features, or a feature. */
  private void root() throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw Refusal.of(file, "is no GeoJSON: it holds something else than objects");
    }
    long line = line();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(GEOMETRY, "");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("features") && value == JsonToken.START_ARRAY) {
        isInCollection = true;
        return;
      }
      member(key, cells);
    }
    ahead = Optional.of(row(line, cells));
  }

  private void restOfCollection() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      member(key, new LinkedHashMap<>());
    }
  }

  private FileRow feature() throws IOException {
    long line = line();
    Map<String, String> cells = new LinkedHashMap<>();
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      cells.put(GEOMETRY, text());
      return new FileRow(line, cells, Optional.of("is no feature, but " + shortened(cells)));
    }
    cells.put(GEOMETRY, "");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      member(key, cells);
    }
    return row(line, cells);
  }

  private void member(String key, Map<String, String> cells) throws IOException {
    switch (key) {
      case "crs" -> requireWgs84(text());
      case GEOMETRY -> cells.put(GEOMETRY, text());
      case "properties" -> {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            // a property of that name would hide the geometry
            cells.put(name.equals(GEOMETRY) ? "properties.geometry" : name, text());
          }
        } else {
          parser.skipChildren();
        }
      }
      default -> parser.skipChildren();
    }
  }

  private void requireWgs84(String crs) {
    if (!crs.isEmpty() && !WGS84.matcher(crs).find()) {
      throw Refusal.of(
          file, "says that its coordinates are of " + crs + "; convert it to WGS84 longitudes and latitudes");
    }
  }

  private FileRow row(long line, Map<String, String> cells) {
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      int most = cell.getKey().equals(GEOMETRY) ? limits.recordChars() : limits.fieldChars();
      String value = cell.getValue();
      if (value.length() > most) {
        return malformed(line, cell.getKey() + " has more than " + most + " characters");
      }
      if (value.indexOf(0) >= 0) {
        return malformed(line, cell.getKey() + " holds a character NUL");
      }
      if (value.indexOf(DecodingReader.FAULT) >= 0) {
        return malformed(line, cell.getKey() + " holds bytes that do not decode");
      }
    }
    return new FileRow(line, cells, Optional.empty());
  }

  private static FileRow malformed(long line, String what) {
    return new FileRow(line, Map.of(GEOMETRY, ""), Optional.of(what));
  }

  private static String shortened(Map<String, String> cells) {
    String text = cells.get(GEOMETRY);
    return text.substring(0, Math.min(text.length(), 60));
  }

  /** The value at hand: a text or number as it is, a structure as JSON, null as nothing. */
  private String text() throws IOException {
    if (parser.hasToken(JsonToken.VALUE_NULL)) {
      return "";
    }
    if (!parser.currentToken().isStructStart()) {
      return parser.getText();
    }
    Bounded out = new Bounded();
    try (JsonGenerator copy = JSON.createGenerator(out)) {
      copy.copyCurrentStructure(parser);
    }
    return out.toString();
  }

  /** Keeps a single structure from filling memory. */
  private final class Bounded extends StringWriter {
    @Override
    public void write(char[] text, int from, int n) {
      if ((long) getBuffer().length() + n > MOST_RECORDS * limits.recordChars()) {
        throw Refusal.of(
            file, "line " + line() + " holds a structure too long to be read; split it up");
      }
      super.write(text, from, n);
    }
  }

  private long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
