package org.renxing.index.efficiency;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Puts every programme of its scheme to every unit-year, with the block that is to answer it. */
final class Questions implements MapPartitionsFunction<Row, Row> {
  /** A unit-year's columns, then what is asked of it, and where. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "scheme string, unit_id string, year int, scores array<double>, groups array<string>, "
              + "programme int, reference_group string, block int");

  private static final long serialVersionUID = 1L;
  private final Plan plan;
  private final Broadcast<Frontiers> frontiers;

  Questions(Plan plan, Broadcast<Frontiers> frontiers) {
    this.plan = plan;
    this.frontiers = frontiers;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .flatMap(row -> of(row).stream())
        .iterator();
  }

  private List<Row> of(Row row) {
    UnitYear unit = new UnitYear(row, plan);
    List<Row> out = new ArrayList<>();
    for (Programme p : plan.programmes()) {
      if (p.model().scheme().equals(unit.scheme)) {
        String column = p.model().reference().column();
        String group = unit.hasGroup(column) ? unit.group(column) : "";
        int block = frontiers.value().block(p, unit.year, group, unit.unitId);
        out.add(
            RowFactory.create(
                unit.scheme,
                unit.unitId,
                unit.year,
                row.get(3),
                row.get(4),
                p.place(),
                group,
                block));
      }
    }
    return out;
  }
}
