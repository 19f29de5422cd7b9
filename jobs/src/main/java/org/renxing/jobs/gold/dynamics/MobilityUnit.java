package org.renxing.jobs.gold.dynamics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Classes;
import org.renxing.dynamics.Course;
import org.renxing.dynamics.Dynamics;
import org.renxing.dynamics.Mobility;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.measure.MeasurePanel;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.mobility_unit: growth and rank of each unit, its first year to its last. */
public final class MobilityUnit extends DynamicsTable {
  public MobilityUnit() {
    super(MobilityUnit::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("mobility_unit", "One row a measure and unit")
            .key("measure", Type.STRING, Measures.COMMENT)
            .with(GoldTable::unit)
            .required("year_first", Type.INT, "", "First year with a value")
            .required("year_last", Type.INT, "", "Last year with a value")
            .required("value_first", Type.DOUBLE, "", "Value of the first year")
            .required("value_last", Type.DOUBLE, "", "Value of the last year")
            .optional(
                "growth",
                Type.DOUBLE,
                "",
                "value_last / value_first - 1; null for one year and where value_first is not above"
                    + " 0")
            .optional("mean_annual_growth", Type.DOUBLE, "a year", "The same as a rate a year")
            .required(
                "rank_first", Type.INT, "", "Rank in the first year: dense, 1 for the highest")
            .required("rank_last", Type.INT, "", "Rank in the last year")
            .required("rank_change", Type.INT, "", "rank_first - rank_last: above 0 where it rose")
            .required(
                "class_first", Type.STRING, "", "Class in the first year, see transition_matrix")
            .required("class_last", Type.STRING, "", "Class in the last year")
            .required("n_turns", Type.INT, "", "Turning points, see mobility_event_unit_year"));
  }

  private static Iterator<Row> of(Dynamics dynamics) {
    List<Row> out = new ArrayList<>();
    MeasurePanel panel = dynamics.panel();
    Classes classes = dynamics.classes();
    Course course = dynamics.course();
    Mobility mobility = dynamics.mobility();
    for (int u = 0; u < panel.units().size(); u++) {
      int first = mobility.first(u);
      int last = mobility.last(u);
      out.add(
          RowFactory.create(
              panel.measure(),
              panel.units().get(u).id(),
              panel.units().get(u).name(),
              panel.year(first),
              panel.year(last),
              panel.value(u, first),
              panel.value(u, last),
              Cells.number(mobility.growth(u)),
              Cells.number(mobility.annualGrowth(u)),
              mobility.rank(u, first),
              mobility.rank(u, last),
              mobility.rank(u, first) - mobility.rank(u, last),
              classes.name(panel.value(u, first)),
              classes.name(panel.value(u, last)),
              (int) course.events(u).stream().filter(Course.Event::isTurn).count()));
    }
    return out.iterator();
  }
}
