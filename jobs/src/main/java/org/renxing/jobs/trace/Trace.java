package org.renxing.jobs.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of the figures of one unit in one year of a scenario, as a release has them. What is
 * printed as JSON is this record, names in snake_case, empty values as null.
 *
 * @param release id of the release
 * @param aggregation arithmetic or geometric: how terms make scores
 * @param exclusion why the unit left the panel; then there are no figures
 * @param indicators the indicators asked for
 * @param schemes scores of the unit and year, with all indicators as their terms
 * @param suspects rows of gold.suspect_value about the unit and year, as that table has them
 * @param notes where what is stored now and what was released do not fit together
 */
public record Trace(
    String release,
    String scenario,
    String aggregation,
    Unit unit,
    int year,
    Optional<Exclusion> exclusion,
    List<IndicatorTrace> indicators,
    List<SchemeTrace> schemes,
    List<CouplingTrace> couplings,
    List<Map<String, Object>> suspects,
    List<String> notes) {

  public Trace {
    indicators = List.copyOf(indicators);
    schemes = List.copyOf(schemes);
    couplings = List.copyOf(couplings);
    suspects = List.copyOf(suspects);
    notes = List.copyOf(notes);
  }

  /** A unit in its newest state. */
  public record Unit(
      String unitId, String nameZh, Optional<String> nameEn, Optional<String> provinceName) {
    @Override
    public String toString() {
      return nameZh + " " + unitId + nameEn.map(n -> " " + n).orElse("");
    }
  }

  /**
   * Why a unit is not in the panel.
   *
   * @param reason OVER_CAP or INCOMPLETE
   * @param indicatorCode what lacks most
   */
  public record Exclusion(
      String reason, String indicatorCode, int missingYears, double missingShare, String detail) {}
}
