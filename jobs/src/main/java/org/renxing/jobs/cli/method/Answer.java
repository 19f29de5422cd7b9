package org.renxing.jobs.cli.method;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.output.OutputFile;
import org.renxing.jobs.publish.CsvOutput;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * What a method came to: small enough to hold.
 *
 * @param columns names of the first cells of each row; further cells are not shown
 * @param remarks what JSON says of each row besides; empty for nothing
 */
record Answer(List<String> columns, List<Row> rows, List<Map<String, Object>> remarks) {
  private static final int SHOWN = 200;
  private static final MathContext DIGITS = new MathContext(6);

  Answer {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "the answer would have two columns '" + column + "'; rename that of the input");
      }
    }
  }

  Answer(List<String> columns, List<Row> rows) {
    this(columns, rows, List.of());
  }

  /** A cell of a number: none for NaN and infinity, which no table can hold. */
  static Object number(double x) {
    return Double.isFinite(x) ? (Object) x : null;
  }

  /** A cell of a text: none for an empty one. */
  static Object text(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A cell of a rank: none for 0. */
  static Object rank(int rank) {
    return rank == 0 ? null : rank;
  }

  /** Refuses early what could not be written late, and the input as output. */
  static void requireWritable(Optional<String> output, Path input) {
    requireApartFrom(output, "the input", input);
  }

  /** Refuses a file that the command reads as output, whatever links lead to it. */
  static void requireApartFrom(Optional<String> output, String what, Path input) {
    file(output).ifPresent(file -> file.requireApartFrom(what, input));
  }

  /** The file that is to be written, if any is. */
  static Optional<OutputFile> file(Optional<String> output) {
    return output
        .filter(path -> !path.equals("-"))
        .map(path -> OutputFile.of("--output " + path, Path.of(path)));
  }

  /** Writes to a file, as CSV to standard output for {@code -}, or as a table without output. */
  void write(Optional<String> output) {
    try {
      if (output.isEmpty()) {
        System.out.print(text());
      } else if (output.get().equals("-")) {
        Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        CsvOutput.write(columns, rows.iterator(), out);
        out.flush();
      } else {
        long count = CsvOutput.write(columns, rows.iterator(), file(output).orElseThrow());
        System.err.printf("%s  %,d rows%n", output.get(), count);
      }
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, output.orElse("-") + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** The rows by column, as JSON has them; missing values are null. */
  List<Map<String, Object>> records() {
    List<Map<String, Object>> out = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      Map<String, Object> record = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        record.put(columns.get(i), rows.get(r).get(i));
      }
      if (!remarks.isEmpty()) {
        remarks.get(r).forEach(record::putIfAbsent);
      }
      out.add(record);
    }
    return out;
  }

  /** A table for people. */
  String text() {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        line.add(row.isNullAt(i) ? "" : shown(row.get(i)));
      }
      cells.add(line);
    }
    String more =
        rows.size() > SHOWN
            ? String.format(
                Locale.ROOT, "… %,d rows more; --output FILE writes all%n", rows.size() - SHOWN)
            : "";
    return Text.table(columns, cells) + more;
  }

  private static String shown(Object value) {
    if (value instanceof Double x) {
      BigDecimal rounded = new BigDecimal(x).round(DIGITS).stripTrailingZeros();
      boolean isPlain = x == 0 || (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e15);
      return isPlain ? rounded.toPlainString() : rounded.toString();
    }
    return value.toString();
  }
}
