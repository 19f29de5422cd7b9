package org.renxing.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.Excerpt;
import org.renxing.model.IntakeLimits;

/**
 * Reads one object of GeoJSON to its end, whatever is wrong with it: properties to cells of text,
 * the geometry to the cell {@link #GEOMETRY} as JSON text, an id to the cell {@code id} where no
 * property has that name.
 */
final class GeoJsonFeature {
  /** The cell of the geometry. */
  static final String GEOMETRY = "geometry";

  static final JsonFactory JSON = new JsonFactory();

  private final Marks marks;
  private final IntakeLimits limits;
  private final Map<String, String> cells = new LinkedHashMap<>();
  private long chars;
  private Optional<String> id = Optional.empty();
  private Optional<String> type = Optional.empty();
  private Optional<String> defect = Optional.empty();

  GeoJsonFeature(Marks marks, IntakeLimits limits) {
    this.marks = marks;
    this.limits = limits;
  }

  /** The feature at whose opening brace the parser stands, as a row. */
  FileRow read(JsonParser parser, long number) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      member(parser, key, parser.nextToken());
    }
    return row(number);
  }

  /** The row of what was read. */
  FileRow row(long number) {
    id.ifPresent(text -> cells.putIfAbsent("id", text));
    if (!type.equals(Optional.of("Feature"))) {
      defect =
          Optional.of("the object is no Feature but " + Excerpt.cell(type.orElse("of no type")));
    }
    return new FileRow(number, cells, defect);
  }

  /** Takes in one member of the object; the parser stands at its value. */
  void member(JsonParser parser, String key, JsonToken value) throws IOException {
    switch (key) {
      case "type" -> type = Optional.ofNullable(parser.getText());
      case "id" ->
          id =
              Optional.ofNullable(parser.getText())
                  .filter(t -> value.isScalarValue() && value != JsonToken.VALUE_NULL);
      case "properties" -> properties(parser, value);
      case GEOMETRY -> geometry(parser, value);
      default -> parser.skipChildren();
    }
    if (value.isStructStart()) {
      parser.skipChildren();
    }
  }

  private void properties(JsonParser parser, JsonToken value) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String key = name.equals(GEOMETRY) ? "properties." + GEOMETRY : name;
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        parser.skipChildren();
        fault(
            "property "
                + Excerpt.cell(name)
                + " holds an object or a list; only texts and numbers may");
      } else {
        put(key, token == JsonToken.VALUE_NULL ? "" : parser.getText());
      }
    }
  }

  private void put(String key, String text) {
    String property = "property " + Excerpt.cell(key);
    chars += key.length() + Math.min(text.length(), limits.fieldChars());
    if (chars > limits.recordChars()) {
      fault("its properties have more than " + limits.recordChars() + " characters in all");
      return;
    }
    String kept = text;
    if (text.length() > limits.fieldChars()) {
      fault(property + " has more than " + limits.fieldChars() + " characters");
      kept = text.substring(0, limits.fieldChars());
    }
    if (text.indexOf(DecodingReader.FAULT) >= 0) {
      fault(property + " holds bytes that do not decode, shown as \uFFFDxHH");
    }
    if (text.indexOf(0) >= 0) {
      fault(property + " holds a character NUL");
    }
    int from = marks.from(kept);
    if (cells.put(key, kept.substring(0, from)) != null) {
      fault(property + " stands twice");
    }
    if (from < kept.length()) {
      cells.put(key + FileRow.MARK, kept.substring(from).strip());
    }
  }

  private void geometry(JsonParser parser, JsonToken value) throws IOException {
    StringWriter text = new StringWriter();
    boolean isWhole = true;
    if (value == JsonToken.START_OBJECT) {
      isWhole = copy(parser, text);
    } else if (value != JsonToken.VALUE_NULL) {
      fault("its geometry is no object");
    }
    if (!isWhole) {
      fault("its geometry has more than " + limits.recordChars() + " characters");
    }
    if (cells.put(GEOMETRY, isWhole ? text.toString() : "") != null) {
      fault("its geometry stands twice");
    }
  }

  /** Copies a value as written, numbers too; false where it is too long, and then not all of it. */
  private boolean copy(JsonParser parser, StringWriter text) throws IOException {
    boolean isWhole = true;
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      int depth = 0;
      for (JsonToken t = parser.currentToken(); t != null; t = parser.nextToken()) {
        depth += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
        isWhole =
            isWhole && text.getBuffer().length() + out.getOutputBuffered() <= limits.recordChars();
        if (isWhole && t.isNumeric()) {
          out.writeNumber(parser.getText());
        } else if (isWhole) {
          out.copyCurrentEvent(parser);
        }
        if (depth == 0) {
          break;
        }
      }
    }
    return isWhole;
  }

  private void fault(String what) {
    defect = defect.isPresent() ? defect : Optional.of(what);
  }
}
