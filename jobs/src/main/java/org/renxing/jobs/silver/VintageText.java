package org.renxing.jobs.silver;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.cell.Blanks;
import org.renxing.model.SourceSpec;

/**
 * Where a row or its file says when its figures were published.
 *
 * @param column the column; empty where the name of the file says so, or nothing
 * @param filePattern its first group is that text in the name of the file; empty for a source
 *     without vintages
 */
record VintageText(String column, String filePattern) implements Serializable {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Where rows of a source say so. */
  static VintageText of(SourceSpec source) {
    return new VintageText(
        source.vintage().flatMap(SourceSpec.Vintage::column).orElse(""),
        source.vintage().flatMap(SourceSpec.Vintage::filePattern).orElse(""));
  }

  /** The text of a row; empty for a source without vintages, ? where a row has none. */
  String text(Map<String, String> cells, String file) {
    if (column.isEmpty() && filePattern.isEmpty()) {
      return "";
    }
    String text =
        column.isEmpty()
            ? ofFile(file)
            : Optional.ofNullable(cells.get(column)).map(Blanks::strip).orElse("");
    return text.isEmpty() ? "?" : text;
  }

  private String ofFile(String file) {
    Matcher found = Pattern.compile(filePattern).matcher(file);
    return found.find() ? Optional.ofNullable(found.group(1)).orElse("") : "";
  }

  /**
   * The day as 2020-05-31: a month means its last day, a year its last of December; an empty text
   * where there are no vintages, nothing for any other text.
   */
  static Optional<String> day(String text) {
    try {
      if (text.isEmpty()) {
        return Optional.of("");
      } else if (YEAR.matcher(text).matches()) {
        return Optional.of(text + "-12-31");
      } else if (MONTH.matcher(text).matches()) {
        return Optional.of(YearMonth.parse(text).atEndOfMonth().toString());
      }
      return DAY.matcher(text).matches()
          ? Optional.of(LocalDate.parse(text).toString())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
