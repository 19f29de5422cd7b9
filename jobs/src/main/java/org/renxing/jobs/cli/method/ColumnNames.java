package org.renxing.jobs.cli.method;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.cell.Blanks;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;
import org.renxing.name.HeaderText;

/**
 * Columns as the command line names them: {@code a,b}, or with quotes where a name has a comma,
 * {@code "GDP, total",b}. A name that is a column as a whole needs no quotes. Blanks and widths of
 * letters do not matter where only one column has the name.
 */
final class ColumnNames {
  private static final Pattern BLANKS_BEFORE_QUOTE = Pattern.compile(",\\s+\"");

  private final String file;
  private final List<String> columns;

  ColumnNames(String file, List<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * The columns, in the order in which they are named.
   *
   * @param texts each occurrence of the option
   * @throws RenxingException USAGE for a name that no column has, with those that there are, and
   *     for a text that can be read in two ways
   */
  List<String> of(String option, List<String> texts) {
    List<String> out = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String text : texts) {
      if (Blanks.areAll(text)) {
        throw usage(option + ": names no column; it is empty");
      }
      Optional<String> whole = find(text);
      List<String> parts = parts(text);
      boolean areKnown = parts.stream().allMatch(p -> find(p).isPresent());
      if (whole.isPresent() && parts.size() > 1 && areKnown) {
        throw usage(
            option
                + " "
                + text
                + ": is the name of a column, and names several; write '\""
                + text
                + "\"' for the one, or repeat "
                + option
                + " for each");
      }
      if (whole.isPresent()) {
        out.add(whole.get());
      } else {
        for (String part : parts) {
          find(part).ifPresentOrElse(out::add, () -> unknown.add(part));
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw unknown(option, unknown);
    }
    return List.copyOf(out);
  }

  /** The column of an option that names one. */
  String one(String option, String text) {
    return find(text)
        .or(() -> Optional.of(parts(text)).filter(p -> p.size() == 1).flatMap(p -> find(p.get(0))))
        .orElseThrow(() -> unknown(option, List.of(text)));
  }

  private Optional<String> find(String name) {
    String bare = Blanks.strip(name);
    if (columns.contains(bare)) {
      return Optional.of(bare);
    }
    String key = HeaderText.key(bare);
    List<String> alike =
        columns.stream().filter(c -> !key.isEmpty() && HeaderText.key(c).equals(key)).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private static List<String> parts(String text) {
    try (var reader =
        CsvReader.builder().ofCsvRecord(BLANKS_BEFORE_QUOTE.matcher(text).replaceAll(",\""))) {
      return reader.stream().flatMap(r -> r.getFields().stream()).map(Blanks::strip).toList();
    } catch (CsvParseException | java.io.IOException e) {
      // a quote that belongs to a name
      return List.of(text.split(",", -1));
    }
  }

  private RenxingException unknown(String option, List<String> names) {
    return usage(
        "%s: %s has no column '%s'; it has %s%s"
            .formatted(
                option,
                file,
                String.join("', '", names),
                Excerpt.list(columns),
                columns.size() == 1 ? " (is the --delimiter right?)" : ""));
  }

  private static RenxingException usage(String what) {
    return new RenxingException(ErrorCode.USAGE, what);
  }
}
