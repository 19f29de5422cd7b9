package org.renxing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;

/** Opens the tables of files. */
public final class Tables {
  private Tables() {}

  /** The rows of a table, below its head. */
  public static FileRows rows(SourceBytes file, TableLayout layout, RowForm form) {
    if (form.format() == SourceSpec.Format.JSON_LINES) {
      Charset charset = Charset.forName(layout.charset());
      return JsonLines.open(file, charset, new Marks(form.marks()), form.limits());
    }
    return new TableRows(texts(file, layout.table(), layout.charset(), form), layout, form);
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
}
