package org.renxing.jobs.gold.coupling;

import java.io.Serializable;
import java.util.List;
import org.renxing.run.StoredRows;

/**
 * The coupling of a pair of systems in a unit and year, as gold.coupling_unit_year has it.
 *
 * @param systemS the first system
 * @param systemE the second system
 * @param s score of the first system; NaN where missing
 * @param e score of the second system; NaN where missing
 * @param c coupling degree; NaN where it is undefined
 * @param t comprehensive degree; NaN where a score is missing
 * @param d coordination degree; NaN where C is
 * @param couplingLevel the band of C; empty where C is undefined
 * @param coordinationLevel the band of D; empty where C is undefined
 */
public record CoupledRow(
    String pairId,
    String unitId,
    int year,
    String systemS,
    String systemE,
    double s,
    double e,
    double c,
    double t,
    double d,
    String couplingLevel,
    String coordinationLevel)
    implements Serializable {

  /** How rows of the table are read. */
  public static final StoredRows<CoupledRow> ROWS =
      StoredRows.ofScenario(
          CouplingUnitYear.TABLE,
          List.of(
              "pair_id",
              "unit_id",
              "year",
              "system_s",
              "system_e",
              "s",
              "e",
              "c",
              "t",
              "d",
              "coupling_level",
              "coordination_level"),
          row ->
              new CoupledRow(
                  row.text("pair_id"),
                  row.text("unit_id"),
                  row.whole("year"),
                  row.text("system_s"),
                  row.text("system_e"),
                  row.number("s"),
                  row.number("e"),
                  row.number("c"),
                  row.number("t"),
                  row.number("d"),
                  row.optionalText("coupling_level").orElse(""),
                  row.optionalText("coordination_level").orElse("")));

  /** Whether there is a coordination degree. */
  boolean isKnown() {
    return !Double.isNaN(d);
  }

  /** The unit under its pair of systems. */
  String unitOfPair() {
    return pairId + "\n" + unitId;
  }

  /** The year under its pair of systems. */
  String yearOfPair() {
    return pairId + "\n" + year;
  }
}
