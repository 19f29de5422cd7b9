package org.renxing.vacancy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.renxing.model.OccupancySignal;
import org.renxing.records.Fields;

/**
 * An area and what is known of how many of its units are occupied, as silver.occupancy_area has it.
 *
 * @param zone of the unit
 * @param units of the area; 0 for none
 * @param counted occupied units, where they were counted; else NaN
 * @param signals occupied units by signal; NaN where it is not there
 * @param auditUnits that a field audit looked at; 0 for none
 * @param auditOccupied those of them that were lived in; below 0 where that is not known
 */
public record OccupiedArea(
    String use,
    String areaId,
    String unit,
    String zone,
    int year,
    long units,
    double counted,
    PerSignal signals,
    long auditUnits,
    long auditOccupied)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What {@link #of} asks for. */
  public static final List<String> COLUMNS = columns();

  private static List<String> columns() {
    List<String> out =
        new ArrayList<>(
            List.of(
                "use",
                "area_id",
                "unit_id",
                "zone",
                "year",
                "units_total",
                "units_occupied",
                "audit_units",
                "audit_occupied"));
    out.addAll(OccupancySignal.columns());
    return List.copyOf(out);
  }

  /** Reads a row. A signal or count that is below 0, NaN or infinite counts as missing. */
  public static OccupiedArea of(Fields row) {
    double[] signals = new double[OccupancySignal.COUNT];
    for (OccupancySignal signal : OccupancySignal.values()) {
      signals[signal.place()] = sound(row.number(signal.column()));
    }
    return new OccupiedArea(
        row.text("use"),
        row.text("area_id"),
        row.text("unit_id"),
        row.optionalText("zone").orElse("other"),
        row.whole("year"),
        row.optionalCount("units_total").orElse(0L),
        sound(row.number("units_occupied")),
        new PerSignal(signals),
        row.optionalCount("audit_units").orElse(0L),
        row.optionalCount("audit_occupied").orElse(-1L));
  }

  private static double sound(double x) {
    return x >= 0 && x <= Double.MAX_VALUE ? x : Double.NaN;
  }

  /** Whether a field audit looked at it. */
  public boolean isAudited() {
    return units > 0 && auditUnits > 0 && auditOccupied >= 0;
  }

  /** Whether it counts at all. */
  boolean isOfUse() {
    return units > 0 && Calibration.USES.contains(use);
  }

  /** The signals that are there, as bits; {@link PatternSum#COUNTED} alone where it was counted. */
  int pattern() {
    if (!Double.isNaN(counted)) {
      return PatternSum.COUNTED;
    }
    int out = 0;
    for (OccupancySignal signal : OccupancySignal.values()) {
      out |= signals.has(signal.place()) ? signal.bit() : 0;
    }
    return out;
  }
}
