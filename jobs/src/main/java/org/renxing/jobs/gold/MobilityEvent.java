package org.renxing.jobs.gold;

import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.mobility_event_unit_year: turning points, and crossings of a class or the mean. */
public final class MobilityEvent extends DynamicsTable {
  public MobilityEvent() {
    super("events");
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("mobility_event_unit_year", "One row a measure, unit, year and event")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key("unit_id", Type.STRING, "Unit: newest six-digit code (GB/T 2260)")
            .key("year", Type.INT, "Year")
            .key(
                "event",
                Type.STRING,
                "peak, trough: of means of three years; class_up, class_down; above_mean, below_mean: of the year's units")
            .required("unit_name", Type.STRING, "", "Unit's newest official name, in Chinese")
            .required("value", Type.DOUBLE, "", "Value of the year")
            .optional("from_class", Type.STRING, "", "Class left, of class_up and class_down")
            .required("to_class", Type.STRING, "", "Class of the value"));
  }
}
