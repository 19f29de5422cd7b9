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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;

/**
 * CSV as a stream: every record comes out, a malformed one with its defect. A quoted cell that has
 * swallowed rows comes out as the lines that it holds, each malformed, so that what is lost is
 * counted in lines of the file; a quote that never closes ends the reading. Memory is bounded by
 * the limit on a record, whatever the file holds.
 */
final class DelimitedRows implements TextRows {
  private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");
  private static final String FAULT = String.valueOf(DecodingReader.FAULT);
  private final String file;
  private final Charset charset;
  private final char delimiter;
  private final IntakeLimits limits;
  private final QuoteWatch quotes;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final Deque<TextRow> swallowed = new ArrayDeque<>();
  private int width;
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
    this.quotes =
        new QuoteWatch(
            new LineLimit(new DecodingReader(in, charset), limits.recordChars(), file),
            file,
            delimiter);
    this.reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .detectBomHeader(false)
            .maxBufferSize(Math.max(1 << 20, 2 * most))
            .build(handler, quotes);
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
      return !swallowed.isEmpty() || records.hasNext();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof RenxingException known) {
        throw known;
      }
      throw Refusal.of(
          file,
          "the row after line "
              + last
              + " cannot be read: a field may have at most "
              + limits.recordChars()
              + " characters, and the last quote opens in line "
              + quotes.opened()
              + ", where it is probably not closed; correct the file or raise"
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
    if (!swallowed.isEmpty()) {
      return swallowed.remove();
    }
    CsvRecord record = records.next();
    last = record.getStartingLineNumber();
    List<String> fields = record.getFields();
    boolean isOneLine = fields.stream().noneMatch(DelimitedRows::isOverLines);
    if (!isOneLine && hasSwallowed(fields)) {
      swallowed.addAll(lines(fields));
      return swallowed.remove();
    }
    width = isOneLine ? Math.max(width, fields.size()) : width;
    return new TextRow(last, fields, defect(fields));
  }

  private static boolean isOverLines(String field) {
    return field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0;
  }

  /**
   * Whether a record that runs over lines has swallowed rows: it has more fields than rows before
   * it, a cell has more lines than a cell may have or holds a whole line with as many delimiters as
   * rows have, or text follows a closing quote.
   */
  private boolean hasSwallowed(List<String> fields) {
    long lines = 1;
    long wanted = Math.max(1, Math.max(width, fields.size()) - 1);
    for (String field : fields) {
      String[] parts = isOverLines(field) ? BREAK.split(field, -1) : new String[] {field};
      lines += parts.length - 1;
      boolean hasRow =
          Arrays.stream(parts, 1, parts.length)
              .anyMatch(l -> l.chars().filter(c -> c == delimiter).count() >= wanted);
      if (parts.length > limits.cellLines() || hasRow) {
        return true;
      }
    }
    return (width > 0 && fields.size() > width) || quotes.hasTextAfter(last, last + lines - 1);
  }

  /** The lines of a record, each as a row of its own that says where the quote stands. */
  private List<TextRow> lines(List<String> fields) {
    String[] lines = BREAK.split(String.join(String.valueOf(delimiter), fields), -1);
    String what =
        String.format(
            Locale.ROOT,
            "lies within quotes that run from line %d to line %d: a quote is not closed",
            last,
            last + lines.length - 1);
    List<TextRow> out = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split(Pattern.quote(String.valueOf(delimiter)), -1);
      out.add(new TextRow(last + i, List.of(cells), what));
    }
    return out;
  }

  private String defect(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      String what = field.length() > 0 ? defect(field) : "";
      if (!what.isEmpty()) {
        return "field " + (i + 1) + " " + what;
      }
    }
    return "";
  }

  private String defect(String field) {
    if (field.contains(FAULT)) {
      return field.endsWith(LineLimit.CUT)
          ? "is cut: its line has more than " + limits.recordChars() + " characters"
          : field.contains(DecodingReader.NUL)
              ? "holds a character NUL, shown as " + DecodingReader.NUL
              : "holds bytes that are not " + charset + ", shown as " + FAULT + "xHH";
    }
    return field.length() > limits.fieldChars()
        ? "has " + field.length() + " characters, more than " + limits.fieldChars()
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
