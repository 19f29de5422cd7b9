package org.renxing.jobs.silver;

import java.io.Serializable;

/**
 * A reviewed correction of a value.
 *
 * @param cell what it corrects
 * @param value in the unit of the base indicator; NaN sets the cell aside
 * @param reason why
 * @param evidence on what ground
 * @param day of the review, as 2020-12-31
 * @param reviewer who reviewed it
 * @param place its file and line
 */
record Correction(
    Key cell,
    double value,
    String reason,
    String evidence,
    String day,
    String reviewer,
    String place)
    implements Serializable {
  /** What a source gives of a unit, year and base indicator. */
  record Key(String sourceId, String unitId, int year, String indicator) implements Serializable {}
}
