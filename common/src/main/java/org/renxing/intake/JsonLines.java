package org.renxing.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.renxing.model.Excerpt;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;

/** One flat JSON object a line; numbers are taken as written, null is an empty cell. */
final class JsonLines implements FileRows {
  /** The cell that holds a line that is no object. */
  static final String LINE = "line";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final Marks marks;
  private final IntakeLimits limits;
  private final BufferedReader reader;
  private long number;
  private Optional<String> line = Optional.empty();

  private JsonLines(
      String file, InputStream in, Charset charset, Marks marks, IntakeLimits limits) {
    this.file = file;
    this.marks = marks;
    this.limits = limits;
    this.reader =
        new BufferedReader(
            new LineLimit(new DecodingReader(in, charset), limits.recordChars(), file));
  }

  static JsonLines open(SourceBytes file, Charset charset, Marks marks, IntakeLimits limits) {
    try {
      return new JsonLines(file.name(), Unpacked.open(file, limits), charset, marks, limits);
    } catch (IOException e) {
      throw Refusal.storage(file.name(), e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (line.isEmpty() || line.get().isBlank()) {
        line = Optional.ofNullable(reader.readLine());
        number++;
        if (line.isEmpty()) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw Unpacked.broken(file, e);
    }
  }

  @Override
  public FileRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String text = line.orElseThrow();
    line = Optional.empty();
    try {
      requireSound(text);
      return new FileRow(number, cells(text), Optional.empty());
    } catch (JsonProcessingException e) {
      return malformed(
          text,
          "is no JSON object: "
              + Excerpt.line(e.getOriginalMessage().replaceFirst(" \\(start marker.*", "")));
    } catch (RenxingException e) {
      return malformed(text, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileRow malformed(String text, String what) {
    String kept = text.substring(0, Math.min(text.length(), limits.fieldChars()));
    return new FileRow(number, Map.of(LINE, kept), Optional.of(what));
  }

  private void requireSound(String text) {
    if (text.endsWith(LineLimit.CUT)) {
      throw Refusal.of("the line", "has more than " + limits.recordChars() + " characters");
    }
    if (text.indexOf(DecodingReader.FAULT) >= 0) {
      throw Refusal.of("the line", "holds bytes that do not decode, shown as \uFFFDxHH");
    }
  }

  private Map<String, String> cells(String text) throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw Refusal.of("the line", "is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          throw Refusal.of(
              "key " + Excerpt.cell(key), "holds an object or a list; only texts and numbers may");
        }
        put(cells, key, value == JsonToken.VALUE_NULL ? "" : parser.getText());
      }
      if (parser.nextToken() != null) {
        throw Refusal.of("the line", "goes on after its object");
      }
    }
    return cells;
  }

  private void put(Map<String, String> cells, String key, String text) {
    if (text.length() > limits.fieldChars()) {
      throw Refusal.of(
          "key " + Excerpt.cell(key), "has more than " + limits.fieldChars() + " characters");
    }
    if (text.indexOf(0) >= 0) {
      throw Refusal.of("key " + Excerpt.cell(key), "holds a character NUL");
    }
    int from = marks.from(text);
    cells.put(key, text.substring(0, from));
    if (from < text.length()) {
      cells.put(key + FileRow.MARK, text.substring(from).strip());
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw Refusal.storage(file, e);
    }
  }
}
