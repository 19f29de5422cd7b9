package org.renxing.jobs.gold.inequality;

import java.util.List;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.inequality_year: Gini after Dagum, Theil, Atkinson and CV of each score. */
public final class InequalityYear extends InequalityTable {
  public InequalityYear() {
    super(inequality -> List.of(inequality.whole()).iterator());
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        shape("inequality_year", "One row a measure, grouping and year")
            .required("n", Type.LONG, "units", "Units with a value and a group")
            .required("n_groups", Type.INT, "", "Groups")
            .required("mean", Type.DOUBLE, "", "Mean of the values");
    addGini(shape);
    addTheil(shape, "theil_t", "Theil's T, weights groups by share of value");
    addTheil(shape, "theil_l", "Theil's L, weights groups by share of units");
    shape
        .optional("atkinson_05", Type.DOUBLE, "0-1", "Atkinson's index, epsilon 0.5")
        .optional("atkinson_1", Type.DOUBLE, "0-1", "Atkinson's index, epsilon 1")
        .optional("cv", Type.DOUBLE, "", "Sample standard deviation over mean; null for one unit")
        .optional(
            "reason",
            Type.STRING,
            "",
            "Why a figure is null: NEGATIVE_VALUE, MEAN_ZERO (all), ZERO_VALUE (theil_l,"
                + " atkinson_1), ALL_EQUAL (shares)")
        .check(
            "within, between and transvariation sum to gini",
            "abs(`within` + `between` + transvariation - gini) <= 1e-12 * gini")
        .check(
            "parts of theil_t sum to it",
            "abs(theil_t_within + theil_t_between - theil_t) <= 1e-9 * theil_t")
        .check("gini is from 0 to below 1", "gini >= 0 AND gini < 1")
        .check("a missing gini has a reason", "gini IS NOT NULL OR reason IS NOT NULL");
    return GoldTable.end(shape);
  }

  private static void addGini(TableSpec.Builder shape) {
    shape
        .optional("gini", Type.DOUBLE, "0-1", "Gini index over all units: mean distance / 2 mean")
        .optional("within", Type.DOUBLE, "0-1", "Part within groups, G_w (Dagum 1997)")
        .optional("between", Type.DOUBLE, "0-1", "Net part between groups, G_nb")
        .optional("transvariation", Type.DOUBLE, "0-1", "Part of the overlap of groups, G_t")
        .optional("within_share", Type.DOUBLE, "0-1", "within / gini")
        .optional("between_share", Type.DOUBLE, "0-1", "between / gini")
        .optional("transvariation_share", Type.DOUBLE, "0-1", "transvariation / gini");
  }

  private static void addTheil(TableSpec.Builder shape, String name, String comment) {
    shape
        .optional(name, Type.DOUBLE, "", comment)
        .optional(name + "_within", Type.DOUBLE, "", "Its part within groups")
        .optional(name + "_between", Type.DOUBLE, "", "Its part between groups");
  }
}
