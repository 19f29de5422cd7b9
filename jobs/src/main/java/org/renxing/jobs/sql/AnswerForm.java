package org.renxing.jobs.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.renxing.jobs.console.SparkText;

/**
 * Forms of an answer, alike for both engines: doubles have as many digits as tell them apart, and
 * times are in UTC.
 */
public enum AnswerForm {
  /** For people; of many rows the first. */
  TABLE {
    @Override
    public void print(Answer answer, PrintStream out, int columns) {
      out.print(AnswerTable.text(answer, columns));
    }
  },
  /** With a head; a missing value is an empty field, an empty text is {@code ""}. */
  CSV {
    @Override
    public void print(Answer answer, PrintStream out, int columns) {
      CsvWriter csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .quoteStrategy(QuoteStrategies.EMPTY)
              .build(out, StandardCharsets.UTF_8);
      csv.writeRecord(answer.columns());
      while (answer.rows().hasNext()) {
        List<String> cells = new ArrayList<>();
        for (Object value : answer.rows().next()) {
          cells.add(value == null ? null : text(value, SparkText.TIME));
        }
        csv.writeRecord(cells);
      }
      try {
        csv.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /** One object a line, with its nulls. */
  JSON {
    @Override
    public void print(Answer answer, PrintStream out, int columns) {
      while (answer.rows().hasNext()) {
        Map<Object, Object> object = new LinkedHashMap<>();
        List<Object> row = answer.rows().next();
        for (int i = 0; i < row.size(); i++) {
          object.put(answer.columns().get(i), row.get(i));
        }
        out.println(json(object));
      }
    }
  };

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter SHOWN =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  /**
   * Prints an answer.
   *
   * @param columns of the terminal, which a table for people fits into
   */
  public abstract void print(Answer answer, PrintStream out, int columns);

  /** A value as people read it. */
  static String shown(Object value) {
    return value == null ? "NULL" : text(value, SHOWN);
  }

  private static String text(Object value, DateTimeFormatter time) {
    if (value instanceof Instant instant) {
      return time.format(instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof LocalDateTime local) {
      return SHOWN.format(local);
    } else if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    } else if (value instanceof List || value instanceof Map) {
      return json(value);
    }
    return value.toString();
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(plain(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values have a form in JSON", e);
    }
  }

  /** What Jackson writes as it is. */
  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> out = new LinkedHashMap<>();
      map.forEach((k, v) -> out.put(k == null ? "null" : text(k, SparkText.TIME), plain(v)));
      return out;
    } else if (value instanceof List<?> list) {
      List<Object> out = new ArrayList<>();
      list.forEach(v -> out.add(plain(v)));
      return out;
    }
    boolean isOfJson = value == null || value instanceof Number || value instanceof Boolean;
    return isOfJson ? value : text(value, SparkText.TIME);
  }
}
