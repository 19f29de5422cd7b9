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

/** gold.unit_type: which type a unit is of in a year. */
public final class UnitType extends TypologyTable {
  public UnitType() {
    super(UnitType::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        typology(
                "unit_type",
                "One row a typology, unit and year that has the overall score or any feature")
            .with(GoldTable::unitYear)
            .optional(
                "type",
                Type.INT,
                "",
                "Type, from 1: upwards by the mean of ordered_by in unit_type_profile; quadrants"
                    + " LL, LH, HL, HH; lags first, in step, second")
            .optional("type_name", Type.STRING, "", "What the type is called")
            .optional(
                "distance",
                Type.DOUBLE,
                "sd",
                "Euclidean distance from the mean of the type, in features as they were parted;"
                    + " null for rules")
            .optional(
                "probability", Type.DOUBLE, "0-1", "How likely it is of the type; of mixtures")
            .optional(
                "silhouette",
                Type.DOUBLE,
                "",
                "How much nearer its own type is than the next, -1 to 1 (Rousseeuw); null for rules"
                    + " and one type")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no type: MISSING (a feature), FEWER_DIFFERENT_ROWS (than types),"
                    + " SHRUNK (a mixture), NONE_CHOSEN (by the criterion), BOTH_ZERO and NEGATIVE"
                    + " (no ratio)")
            .check("types count from 1", "type >= 1")
            .check(
                "what has no type has a reason",
                "(type IS NULL) = (reason IS NOT NULL) AND (type IS NULL) = (type_name IS NULL)")
            .check("probabilities are shares", "probability BETWEEN 0 AND 1")
            .check("silhouettes are from -1 to 1", "silhouette BETWEEN -1 AND 1")
            .check("distances are not negative", "distance >= 0"));
  }

  private static Iterator<Row> of(Types types, UnitDirectory units) {
    return types.members().stream()
        .map(
            member ->
                RowFactory.create(
                    types.typology(),
                    member.unitId(),
                    units.name(member.unitId()),
                    member.year(),
                    member.type() == 0 ? null : (Integer) member.type(),
                    Cells.text(member.name()),
                    Cells.number(member.distance()),
                    Cells.number(member.probability()),
                    Cells.number(member.silhouette()),
                    Cells.text(member.reason())))
        .iterator();
  }
}
