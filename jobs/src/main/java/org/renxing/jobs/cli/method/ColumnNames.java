package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.renxing.cell.Blanks;
import org.renxing.intake.FileTable;
import org.renxing.intake.Tables;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;

/**
 * Columns as the command line names them: {@code a,b}, or with quotes where a name has a comma,
 * {@code "GDP, total",b}. A name that is a column as a whole needs no quotes. Blanks and widths of
 * letters do not matter where only one column has the name.
 */
final class ColumnNames {
  private static final Pattern BLANKS_BEFORE_QUOTE = Pattern.compile(",\\s+\"");

  private final FileTable table;

  ColumnNames(FileTable table) {
    this.table = table;
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
    OptionalInt place = table.find(name);
    return place.isEmpty() ? Optional.empty() : Optional.of(table.columns().get(place.getAsInt()));
  }

  private static List<String> parts(String text) {
    String tight = BLANKS_BEFORE_QUOTE.matcher(text).replaceAll(",\"");
    return Tables.cells(tight);
  }

  private RenxingException unknown(String option, List<String> names) {
    return usage(
        "%s: %s has no column '%s'; it has %s%s%s"
            .formatted(
                option,
                table.name(),
                String.join("', '", names),
                Excerpt.list(table.columns()),
                table.columns().size() == 1 ? " (is the --delimiter right?)" : "",
                table.nearest(names.get(0))));
  }

  private static RenxingException usage(String what) {
    return new RenxingException(ErrorCode.USAGE, what);
  }
}
