package org.renxing.jobs.gold.dynamics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Classes;
import org.renxing.dynamics.Course;
import org.renxing.dynamics.Dynamics;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.MeasurePanel;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.mobility_event_unit_year: turning points, and crossings of a class or the mean. */
public final class MobilityEvent extends DynamicsTable {
  public MobilityEvent() {
    super(MobilityEvent::of);
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
                "peak, trough: of means of three years; class_up, class_down; above_mean,"
                    + " below_mean: of the year's units")
            .with(GoldTable::named)
            .required("value", Type.DOUBLE, "", "Value of the year")
            .optional("from_class", Type.STRING, "", "Class left, of class_up and class_down")
            .required("to_class", Type.STRING, "", "Class of the value"));
  }

  private static Iterator<Row> of(Dynamics dynamics) {
    List<Row> out = new ArrayList<>();
    MeasurePanel panel = dynamics.panel();
    Classes classes = dynamics.classes();
    Course course = dynamics.course();
    for (int u = 0; u < panel.units().size(); u++) {
      for (Course.Event event : course.events(u)) {
        double value = panel.value(u, event.t());
        out.add(
            RowFactory.create(
                panel.measure(),
                panel.units().get(u).id(),
                panel.year(event.t()),
                event.kind(),
                panel.units().get(u).name(),
                value,
                event.from() < 0 ? null : classes.names().get(event.from()),
                classes.name(value)));
      }
    }
    return out.iterator();
  }
}
