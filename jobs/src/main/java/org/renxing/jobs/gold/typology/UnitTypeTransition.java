package org.renxing.jobs.gold.typology;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.territory.UnitDirectory;
import org.renxing.typology.Types;

/** gold.unit_type_transition: moves of units between types. */
public final class UnitTypeTransition extends TypologyTable {
  public UnitTypeTransition() {
    super(UnitTypeTransition::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        typology(
                "unit_type_transition",
                "One row a typology, pair of neighbouring years and pair of types, and one for all"
                    + " such years together; none where each year has types of its own")
            .key(
                "is_pooled",
                Type.BOOLEAN,
                "Whether moves of all neighbouring years from the first to the last are added up")
            .key("year_from", Type.INT, "Year before, or the first")
            .key("year_to", Type.INT, "Year after (a step of the scenario's years), or the last")
            .key("type_from", Type.INT, "Type before, see unit_type")
            .key("type_to", Type.INT, "Type after")
            .required("type_name_from", Type.STRING, "", "What the type before is called")
            .required("type_name_to", Type.STRING, "", "What the type after is called")
            .required("n", Type.LONG, "moves", "Moves; staying is one")
            .optional(
                "share",
                Type.DOUBLE,
                "0-1",
                "Share of the moves from that type; null where there is none")
            .check("shares are shares", "share BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(Types types, UnitDirectory units) {
    return types.moves().stream()
        .map(
            move ->
                RowFactory.create(
                    types.typology(),
                    move.isPooled(),
                    move.yearFrom(),
                    move.yearTo(),
                    move.typeFrom(),
                    move.typeTo(),
                    move.nameFrom(),
                    move.nameTo(),
                    move.n(),
                    Cells.number(move.share())))
        .iterator();
  }
}
