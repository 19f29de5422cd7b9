package org.renxing.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;

/** Opens the tables of files. */
public final class Tables {
  private static final String DELIMITERS = ",\t;|";

  /** What a line with as many delimiters as the head counts beside them. */
  private static final int ALIKE = 100;

  private Tables() {}

  /** The rows of a table, below its head. */
  public static FileRows rows(SourceBytes file, TableLayout layout, RowForm form) {
    return new Tolerance(file.name(), form.malformedShare(), open(file, layout, form));
  }

  private static FileRows open(SourceBytes file, TableLayout layout, RowForm form) {
    SourceSpec.Format format = form.format();
    if (format == SourceSpec.Format.JSON_LINES || format == SourceSpec.Format.GEOJSON) {
      Charset charset = Charset.forName(layout.charset());
      return objects(file, format, charset, new Marks(form.marks()), form.limits());
    }
    return new TableRows(
        file.name(), texts(file, layout.table(), layout.charset(), form), layout, form);
  }

  /** The objects of a file of JSON. */
  static FileRows objects(
      SourceBytes file,
      SourceSpec.Format format,
      Charset charset,
      Marks marks,
      IntakeLimits limits) {
    FileRows rows =
        format == SourceSpec.Format.GEOJSON
            ? GeoJson.open(file, charset, marks, limits)
            : JsonLines.open(file, charset, marks, limits);
    return new KeyLimit(file.name(), rows, limits);
  }

  /** The rows of a table of text or of a sheet, from its first line. */
  private static TextRows texts(SourceBytes file, String table, String charset, RowForm form) {
    if (form.format() != SourceSpec.Format.XLSX) {
      return DelimitedRows.open(file, Charset.forName(charset), form.delimiter(), form.limits());
    }
    // held against the limits when its layout was found
    Workbook book = Workbook.open(file, Optional.empty());
    TextRows rows = book.rows(table);
    return new TextRows() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public TextRow next() {
        return rows.next();
      }

      @Override
      public void close() {
        rows.close();
        book.close();
      }
    };
  }

  /** The character set of a file of text. */
  public static Charset charset(SourceBytes file, String declared, IntakeLimits limits) {
    try (InputStream in = Unpacked.open(file, limits)) {
      return EncodingGuess.of(in, declared, file.name());
    } catch (IOException e) {
      throw Unpacked.broken(file.name(), e);
    }
  }

  /** The rows of a file of delimited text, from its first line. */
  public static TextRows delimited(
      SourceBytes file, Charset charset, char delimiter, IntakeLimits limits) {
    return DelimitedRows.open(file, charset, delimiter, limits);
  }

  /**
   * The delimiter of a text: of comma, tab, semicolon and bar the one that most of the first thirty
   * lines have as often as the first line, and among equals most often; a comma where none has any.
   */
  public static char delimiter(SourceBytes file, Charset charset, IntakeLimits limits) {
    int[] score = new int[DELIMITERS.length()];
    int[] inHead = new int[DELIMITERS.length()];
    try (BufferedReader reader =
        new BufferedReader(
            new LineLimit(
                new DecodingReader(Unpacked.open(file, limits), charset),
                limits.recordChars(),
                file.name()))) {
      String line = reader.readLine();
      for (int n = 0; n < 30 && line != null; n++) {
        String bare = line.replaceAll("\"[^\"]*\"", "");
        for (int i = 0; i < score.length; i++) {
          char c = DELIMITERS.charAt(i);
          int count = (int) bare.chars().filter(x -> x == c).count();
          inHead[i] = n == 0 ? count : inHead[i];
          score[i] += Math.min(50, count) + (count > 0 && count == inHead[i] ? ALIKE : 0);
        }
        line = reader.readLine();
      }
    } catch (IOException e) {
      throw Unpacked.broken(file.name(), e);
    }
    int best = 0;
    for (int i = 1; i < score.length; i++) {
      best = score[i] > score[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }

  private static int nextSeen(DecodingReader reader) throws IOException {
    int c = reader.read();
    while (Character.isWhitespace(c)) {
      c = reader.read();
    }
    return c;
  }

  /** Whether a file of text begins as JSON does. */
  public static boolean isJson(SourceBytes file, Charset charset, IntakeLimits limits) {
    try (DecodingReader reader = new DecodingReader(Unpacked.open(file, limits), charset)) {
      int c = nextSeen(reader);
      if (c == '[' && nextSeen(reader) == '{') {
        throw Refusal.of(
            file.name(), "is a list of JSON; write one object a line, without brackets around all");
      }
      return c == '{';
    } catch (IOException e) {
      throw Unpacked.broken(file.name(), e);
    }
  }
}
