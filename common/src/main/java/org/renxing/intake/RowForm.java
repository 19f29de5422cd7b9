package org.renxing.intake;

import java.io.Serializable;
import java.util.List;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;

/** What the reading of rows needs to know of a source; it goes to executors. */
public record RowForm(
    SourceSpec.Format format,
    char delimiter,
    String yearColumn,
    String footnote,
    List<String> marks,
    IntakeLimits limits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public RowForm {
    marks = List.copyOf(marks);
  }

  /** That of a source. */
  public static RowForm of(SourceSpec source, IntakeLimits limits) {
    return new RowForm(
        source.format(),
        source.delimiter().charAt(0),
        source.yearColumn(),
        source.form().footnote(),
        source.form().marks(),
        limits);
  }
}
