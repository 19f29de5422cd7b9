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

/** gold.unit_type_profile: what types are like. */
public final class UnitTypeProfile extends TypologyTable {
  public UnitTypeProfile() {
    super(UnitTypeProfile::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        made("unit_type_profile", "One row a typology, years, type and feature")
            .key("type", Type.INT, "Type, see unit_type")
            .key("feature", Type.STRING, "Score or variable")
            .required("type_name", Type.STRING, "", "What the type is called")
            .required("n", Type.LONG, "units in years", "Members of the type")
            .required("share", Type.DOUBLE, "0-1", "Of all units in years with a type")
            .required("mean", Type.DOUBLE, "", "Mean of the feature in the type")
            .optional(
                "sd", Type.DOUBLE, "", "Standard deviation in the type, divisor n - 1; null for 1")
            .optional(
                "standardised_difference",
                Type.DOUBLE,
                "sd",
                "(mean - mean of all) / standard deviation of all")
            .optional("silhouette", Type.DOUBLE, "", "Mean silhouette of the members")
            .required(
                "medoid_unit_id",
                Type.STRING,
                "",
                "The member in the middle: with the smallest sum of distances from the others, or"
                    + " beyond 5,000 rows the nearest to the mean; of equal ones the first by code")
            .required("medoid_unit_name", Type.STRING, "", "Its newest official name, in Chinese")
            .required("medoid_year", Type.INT, "", "Its year")
            .optional(
                "ordered_by",
                Type.STRING,
                "",
                "Measure whose mean numbers the types upwards; null for rules")
            .optional(
                "reason", Type.STRING, "", "Why there is no difference: CONSTANT (the feature)")
            .check("shares are shares", "share BETWEEN 0 AND 1")
            .check(
                "what has no difference has a reason",
                "(standardised_difference IS NULL) = (reason IS NOT NULL)"));
  }

  private static Iterator<Row> of(Types types, UnitDirectory units) {
    return types.profiles().stream()
        .map(
            profile ->
                RowFactory.create(
                    types.typology(),
                    profile.years(),
                    profile.type(),
                    profile.feature(),
                    profile.name(),
                    (long) profile.n(),
                    profile.share(),
                    profile.mean(),
                    Cells.number(profile.sd()),
                    Cells.number(profile.difference()),
                    Cells.number(profile.silhouette()),
                    profile.medoidUnit(),
                    units.name(profile.medoidUnit()),
                    profile.medoidYear(),
                    Cells.text(profile.orderedBy()),
                    Cells.text(profile.reason())))
        .iterator();
  }
}
