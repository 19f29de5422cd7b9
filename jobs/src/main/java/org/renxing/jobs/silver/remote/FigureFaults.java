package org.renxing.jobs.silver.remote;

import java.util.Locale;
import java.util.Map;
import org.renxing.jobs.silver.Reason;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteField;

/** What can be wrong with the figures of a row. */
final class FigureFaults {
  /** A signal of occupancy above so many times all units says nothing. */
  private static final double MOST_OCCUPIED = 2;

  private static final double MOST_UNITS = 1e9;

  private FigureFaults() {}

  /**
   * The first thing that is wrong.
   *
   * @param labels heads of the columns of the fields that the source gives
   */
  static Reason of(RemoteObservation row, Map<RemoteField, String> labels) {
    for (Map.Entry<RemoteField, String> field : labels.entrySet()) {
      Reason fault = ofField(field.getKey(), field.getValue(), row.figure(field.getKey()));
      if (!fault.isNone()) {
        return fault;
      }
    }
    if (row.family().group() == Group.OCCUPANCY) {
      return occupancy(row);
    }
    boolean isUnscored =
        row.family().group() == Group.STREET
            && labels.keySet().stream().allMatch(f -> Double.isNaN(row.figure(f)));
    return isUnscored ? new Reason("NO_SCORE", "none of the dimensions is scored") : Reason.NONE;
  }

  private static Reason ofField(RemoteField field, String label, double value) {
    if (Double.isNaN(value)) {
      return Reason.NONE;
    }
    String said = "column " + label + ": " + value;
    return switch (field.kind()) {
      case COUNT ->
          value >= 0 && value <= MOST_UNITS && value == Math.rint(value)
              ? Reason.NONE
              : new Reason("NOT_A_COUNT", said + " is no whole number from 0 to 10^9");
      case SIGNAL, AMOUNT -> value < 0 ? new Reason("NEGATIVE", said + " is below 0") : Reason.NONE;
      case SHARE ->
          value < 0 || value > 1
              ? new Reason(
                  field == RemoteField.CONFIDENCE
                      ? "CONFIDENCE_OUT_OF_RANGE"
                      : "SHARE_OUT_OF_RANGE",
                  said + " is not between 0 and 1")
              : Reason.NONE;
      case FIGURE -> Reason.NONE;
    };
  }

  private static Reason occupancy(RemoteObservation row) {
    double total = row.figure(RemoteField.UNITS_TOTAL);
    if (Double.isNaN(total) || total == 0) {
      return new Reason("NO_UNITS", "the number of units is missing or 0");
    }
    Reason out =
        above(row, RemoteField.UNITS_OCCUPIED, RemoteField.UNITS_TOTAL, 1)
            .or(above(row, RemoteField.AUDIT_UNITS, RemoteField.UNITS_TOTAL, 1))
            .or(above(row, RemoteField.AUDIT_OCCUPIED, RemoteField.AUDIT_UNITS, 1));
    for (RemoteField signal : RemoteField.SIGNALS) {
      out = out.or(above(row, signal, RemoteField.UNITS_TOTAL, MOST_OCCUPIED));
    }
    return out;
  }

  private static Reason above(
      RemoteObservation row, RemoteField part, RemoteField whole, double times) {
    if (!(row.figure(part) > row.figure(whole) * times)) {
      return Reason.NONE;
    }
    String limit = times == 1 ? "" : String.format(Locale.ROOT, "%.0f times ", times);
    return new Reason(
        "OCCUPIED_ABOVE_TOTAL",
        part.column()
            + " "
            + row.figure(part)
            + " is above "
            + limit
            + whole.column()
            + " "
            + row.figure(whole));
  }
}
