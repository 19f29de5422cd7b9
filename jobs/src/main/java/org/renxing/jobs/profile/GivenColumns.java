package org.renxing.jobs.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.name.Nearest;

/**
 * What a user says of the columns of a file; the rest is found from what they hold.
 *
 * @param unit column of the unit, whose texts then need not be known
 * @param year column of the year
 * @param atYear the year of all rows, where no column has one
 * @param texts columns that name no indicator
 */
public record GivenColumns(
    Optional<String> unit, Optional<String> year, Optional<Integer> atYear, Set<String> texts) {
  /** Nothing. */
  public static final GivenColumns NONE =
      new GivenColumns(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  public GivenColumns {
    texts = Set.copyOf(texts);
  }

  /**
   * Requires that a file has a column.
   *
   * @param option by which it is named
   * @throws RenxingException USAGE with the nearest
   */
  public static String require(String option, String label, List<String> labels) {
    if (labels.contains(label)) {
      return label;
    }
    String nearest =
        Nearest.question(Nearest.to(label, labels, text -> text, 2))
            .orElse("its columns are " + String.join(", ", labels));
    throw new RenxingException(
        ErrorCode.USAGE, option + ": the file has no column '" + label + "'; " + nearest);
  }
}
