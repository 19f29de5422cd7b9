package org.renxing.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.model.Excerpt;
import org.renxing.model.IntakeLimits;

/**
 * The features of a GeoJSON file (RFC 7946) as a stream of rows, numbered from 1: a
 * FeatureCollection, or features one after the other, as in newline-delimited GeoJSON. What is
 * wrong with one feature is its row's defect; a collection without features has no rows; broken
 * JSON ends the file with an error, since no one knows where the next feature begins.
 */
final class GeoJson implements FileRows {
  private static final Pattern DEGREES = Pattern.compile(".*(?:CRS84|EPSG:{1,2}(?:4326|4490))");

  private final String file;
  private final Marks marks;
  private final IntakeLimits limits;
  private final JsonParser parser;
  private boolean isInCollection;
  private boolean hasCollection;
  private long number;
  private Optional<FileRow> ready = Optional.empty();

  private GeoJson(String file, JsonParser parser, Marks marks, IntakeLimits limits) {
    this.file = file;
    this.parser = parser;
    this.marks = marks;
    this.limits = limits;
  }

  static GeoJson open(SourceBytes file, Charset charset, Marks marks, IntakeLimits limits) {
    try {
      JsonParser parser =
          GeoJsonFeature.JSON.createParser(
              new DecodingReader(Unpacked.open(file, limits), charset));
      return new GeoJson(file.name(), parser, marks, limits);
    } catch (IOException e) {
      throw Refusal.storage(file.name(), e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready.isEmpty()) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          requireSomething();
          return false;
        }
        if (isInCollection) {
          element(token);
        } else {
          root(token);
        }
      }
      return true;
    } catch (JsonProcessingException e) {
      throw Refusal.of(
          file,
          String.format(
              Locale.ROOT,
              "is broken as JSON after feature %d, at line %d: %s; send it again",
              number,
              parser.currentLocation().getLineNr(),
              Excerpt.line(e.getOriginalMessage())),
          e);
    } catch (IOException e) {
      throw Unpacked.broken(file, e);
    }
  }

  /** A collection may be empty; a file may not, since that is what a failed upload leaves. */
  private void requireSomething() {
    if (number == 0 && !hasCollection) {
      throw Refusal.of(
          file, "is empty; where there is nothing, give a FeatureCollection without features");
    }
  }

  /** One element of the list of features. */
  private void element(JsonToken token) throws IOException {
    if (token == JsonToken.END_ARRAY) {
      isInCollection = false;
      rest(new GeoJsonFeature(marks, limits));
      return;
    }
    number++;
    if (token == JsonToken.START_OBJECT) {
      ready = Optional.of(new GeoJsonFeature(marks, limits).read(parser, number));
    } else {
      parser.skipChildren();
      throw Refusal.of(file, "holds something else than an object as feature " + number);
    }
  }

  /** An object at the root: a collection, up to its features, or a feature. */
  private void root(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      throw Refusal.of(file, "is no GeoJSON: it holds something else than objects at its root");
    }
    GeoJsonFeature feature = new GeoJsonFeature(marks, limits);
    if (rest(feature)) {
      number++;
      ready = Optional.of(feature.row(number));
    }
  }

  /** Reads members to the end of the object; false where its features begin before that. */
  private boolean rest(GeoJsonFeature feature) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("features") && value == JsonToken.START_ARRAY) {
        isInCollection = true;
        hasCollection = true;
        return false;
      }
      if (key.equals("crs") && value == JsonToken.START_OBJECT) {
        requireDegrees();
      } else {
        feature.member(parser, key, value);
      }
    }
    return true;
  }

  /** The member crs, which RFC 7946 has not and older files have. */
  private void requireDegrees() throws IOException {
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      boolean isName = token == JsonToken.VALUE_STRING && "name".equals(parser.currentName());
      if (isName && depth > 1 && !DEGREES.matcher(parser.getText()).matches()) {
        throw Refusal.of(
            file,
            "says crs '"
                + Excerpt.cell(parser.getText())
                + "'; GeoJSON must be in degrees, CRS84, EPSG:4326 or EPSG:4490: convert it first");
      }
    }
  }

  @Override
  public FileRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    FileRow row = ready.orElseThrow();
    ready = Optional.empty();
    return row;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw Refusal.storage(file, e);
    }
  }
}
