package org.renxing.intake;

import java.io.Serializable;
import java.util.List;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;

/**
 * What the reading of rows needs to know of a source; it goes to executors.
 *
 * @param malformedShare of malformed rows that is borne beyond the first thousands
 */
public record RowForm(
    SourceSpec.Format format,
    char delimiter,
    String yearColumn,
    String footnote,
    List<String> marks,
    List<String> fillDown,
    double malformedShare,
    IntakeLimits limits)
    implements Serializable {
  /** The share of malformed rows from which a long table is not read on. */
  public static final double LEAST_SHARE = 0.1;

  private static final long serialVersionUID = 1L;

  public RowForm {
    marks = List.copyOf(marks);
    fillDown = List.copyOf(fillDown);
  }

  /** That of a file that no contract describes. */
  public static RowForm plain(
      SourceSpec.Format format, char delimiter, List<String> fillDown, IntakeLimits limits) {
    FileForm plain = FileForm.plain();
    return new RowForm(
        format, delimiter, "", plain.footnote(), plain.marks(), fillDown, LEAST_SHARE, limits);
  }

  /** That of a source. */
  public static RowForm of(SourceSpec source, IntakeLimits limits) {
    return new RowForm(
        source.format(),
        source.delimiter().charAt(0),
        source.yearColumn(),
        source.form().footnote(),
        source.form().marks(),
        source.form().fillDown(),
        Math.max(LEAST_SHARE, source.maxQuarantineShare()),
        limits);
  }
}
