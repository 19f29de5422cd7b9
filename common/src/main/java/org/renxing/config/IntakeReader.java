package org.renxing.config;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.cell.DecimalMark;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;

/** Reads how files of sources are formed, and what they may at most be. */
final class IntakeReader {
  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST = 1 << 30;

  private IntakeReader() {}

  /** The limits; those left out have their defaults. */
  static IntakeLimits limits(Section s) {
    IntakeLimits usual = IntakeLimits.DEFAULT;
    long unpacked = mebibytes(s, "max-unpacked-mb", usual.unpackedBytes());
    int ratio = s.wholeNumber("max-ratio", 1, MOST).orElse(usual.ratio());
    long texts = mebibytes(s, "max-shared-strings-mb", usual.sharedStringsBytes());
    int field = s.wholeNumber("max-field-chars", 1, MOST).orElse(usual.fieldChars());
    int row = s.wholeNumber("max-record-chars", 1, MOST).orElse(usual.recordChars());
    int lines = s.wholeNumber("max-cell-lines", 1, MOST).orElse(usual.cellLines());
    int columns = s.wholeNumber("max-columns", 1, MOST).orElse(usual.columns());
    return s.build(() -> new IntakeLimits(unpacked, ratio, texts, field, row, lines, columns))
        .orElse(usual);
  }

  private static long mebibytes(Section s, String key, long usual) {
    return s.wholeNumber(key, 1, MOST / 1024).map(n -> (long) n * MEBIBYTE).orElse(usual);
  }

  /** The form of a source's files. */
  static FileForm form(Section s, SourceSpec.Format format) {
    FileForm usual = FileForm.plain();
    String encoding = s.text("encoding", usual.encoding());
    if (!isCharset(encoding)) {
      s.problem(
          "encoding",
          "no known character set '"
              + encoding
              + "'; allowed are auto, utf-8, gb18030, utf-16 and others that Java knows");
    }
    FileForm.Head head = head(s.section("head"), usual.head());
    String sheets =
        RegularExpression.read(s, "sheets").map(Pattern::pattern).orElse(usual.sheets());
    if (s.has("sheets") && format != SourceSpec.Format.XLSX) {
      s.problem("sheets", "only format xlsx has sheets");
    }
    Optional<String> yearFrom = RegularExpression.read(s, "year-from").map(Pattern::pattern);
    if (yearFrom.isPresent()
        && format != SourceSpec.Format.XLSX
        && format != SourceSpec.Format.CSV) {
      s.problem("year-from", "only formats csv and xlsx have titles and sheets");
    }
    String footnote =
        RegularExpression.read(s, "footnote").map(Pattern::pattern).orElse(usual.footnote());
    List<String> marks = s.texts("footnote-marks", usual.marks());
    List<String> fillDown = s.texts("fill-down", List.of());
    return new FileForm(
        encoding, head, sheets, yearFrom, footnote, marks, fillDown, decimal(s, format));
  }

  private static DecimalMark decimal(Section s, SourceSpec.Format format) {
    Optional<String> text = s.optionalText("decimal");
    boolean isTyped = format != SourceSpec.Format.CSV;
    if (text.isPresent() && (isTyped || DecimalMark.of(text.get()).isEmpty())) {
      s.problem(
          "decimal",
          isTyped
              ? "only format csv writes numbers as texts alone; leave it out"
              : "'" + text.get() + "' is no mark before decimals; write \".\" or \",\"");
    }
    return text.flatMap(DecimalMark::of).orElse(DecimalMark.POINT);
  }

  private static FileForm.Head head(Section s, FileForm.Head usual) {
    Optional<Integer> row = s.wholeNumber("row", 1, MEBIBYTE);
    int rows = s.wholeNumber("rows", 1, 10).orElse(usual.rows());
    String separator = s.text("separator", usual.separator());
    boolean hasUnits = s.flag("units-row", usual.hasUnits());
    return s.build(() -> new FileForm.Head(row, rows, separator, hasUnits)).orElse(usual);
  }

  private static boolean isCharset(String name) {
    try {
      return name.equals(FileForm.AUTO) || Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
