package org.renxing.jobs.gold.quality;

import java.util.Iterator;
import java.util.List;
import org.renxing.jobs.silver.Observation;
import org.renxing.panel.SourceValue;
import org.renxing.panel.UnitSources;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;

/** What silver.observation says of each unit, read once for all that need it. */
public final class ObservedUnits {
  private static final StoredRows<UnitSources> ROWS =
      StoredRows.whole(
          TableRecords.of(
              Observation.TABLE,
              List.of(
                  "unit_id",
                  "year",
                  "indicator_code",
                  "source_id",
                  "vintage",
                  "value",
                  "precedence",
                  "is_preferred",
                  "is_corrected"),
              row ->
                  UnitSources.of(
                      row.text("unit_id"),
                      new SourceValue(
                          row.whole("year"),
                          row.text("indicator_code"),
                          row.text("source_id"),
                          row.text("vintage"),
                          row.number("value"),
                          row.whole("precedence"),
                          row.flag("is_preferred"),
                          row.flag("is_corrected")))));

  /** One record a unit of which anything is observed. */
  public static final Need<Records<UnitSources>> ALL =
      Need.ofRun(
          "observed units",
          List.of(ROWS),
          given -> given.packed(ROWS, UnitSources::unitId, ObservedUnits::together));

  private ObservedUnits() {}

  /** All parts of a unit in one. */
  public static Iterator<UnitSources> together(String unit, List<UnitSources> parts) {
    return List.of(UnitSources.of(unit, parts)).iterator();
  }
}
