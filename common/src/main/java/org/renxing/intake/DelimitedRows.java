package org.renxing.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;

/**
 * CSV as a stream: every record comes out, a malformed one with its defect. Memory is bounded by
 * the limit on a record, whatever the file holds.
 */
final class DelimitedRows implements TextRows {
  private static final String FAULT = String.valueOf(DecodingReader.FAULT);
  private final String file;
  private final Charset charset;
  private final char delimiter;
  private final IntakeLimits limits;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private long last;

  private DelimitedRows(
      String file, Charset charset, char delimiter, IntakeLimits limits, InputStream in) {
    this.file = file;
    this.charset = charset;
    this.delimiter = delimiter;
    this.limits = limits;
    int most = limits.recordChars() + LineLimit.CUT.length();
    CsvRecordHandler handler =
        CsvRecordHandler.of(
            h ->
                h.maxFields(most + 1)
                    .maxFieldSize(most)
                    .maxRecordSize((int) Math.min(Integer.MAX_VALUE, 4L * most)));
    this.reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(true)
            .allowExtraCharsAfterClosingQuote(true)
            .detectBomHeader(false)
            .maxBufferSize(Math.max(1 << 20, 2 * most))
            .build(handler, new LineLimit(new DecodingReader(in, charset), limits.recordChars()));
    this.records = reader.iterator();
  }

  static DelimitedRows open(
      SourceBytes file, Charset charset, char delimiter, IntakeLimits limits) {
    try {
      return new DelimitedRows(
          file.name(), charset, delimiter, limits, Unpacked.open(file, limits));
    } catch (IOException e) {
      throw Refusal.storage(file.name(), e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof RenxingException known) {
        throw known;
      }
      throw Refusal.of(
          file,
          "the row after line "
              + last
              + " has a field of more than "
              + limits.recordChars()
              + " characters, probably from a quote that is not closed; correct the file or raise"
              + " intake.max-record-chars",
          e);
    } catch (UncheckedIOException e) {
      throw Unpacked.broken(file, e.getCause());
    }
  }

  @Override
  public TextRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CsvRecord record = records.next();
    last = record.getStartingLineNumber();
    List<String> fields = record.getFields();
    return new TextRow(last, fields, defect(fields));
  }

  private String defect(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      String what = field.length() > 0 ? defect(field, fields.size()) : "";
      if (!what.isEmpty()) {
        return "field " + (i + 1) + " " + what;
      }
    }
    return "";
  }

  private String defect(String field, int fields) {
    if (field.contains(FAULT)) {
      return field.endsWith(LineLimit.CUT)
          ? "is cut: its line has more than " + limits.recordChars() + " characters"
          : field.contains(DecodingReader.NUL)
              ? "holds a character NUL, shown as " + DecodingReader.NUL
              : "holds bytes that are not " + charset + ", shown as " + FAULT + "xHH";
    }
    if (field.length() > limits.fieldChars()) {
      return "has " + field.length() + " characters, more than " + limits.fieldChars();
    }
    // a field that runs over lines and holds as many delimiters as rows have swallowed rows
    boolean isOverLines = field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0;
    return isOverLines
            && field.chars().filter(c -> c == delimiter).count() >= Math.max(1, fields - 1)
        ? "runs over several lines: a quote is not closed"
        : "";
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
