package org.renxing.jobs.gold.inequality;

import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.inequality_group_year: inequality within each group. */
public final class InequalityGroupYear extends InequalityTable {
  public InequalityGroupYear() {
    super(inequality -> inequality.groups().iterator());
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        shape("inequality_group_year", "One row a measure, grouping, group and year")
            .key("group_value", Type.STRING, "Group")
            .required("n", Type.LONG, "units", "Units of the group with a value")
            .required("mean", Type.DOUBLE, "", "Their mean")
            .optional("gini", Type.DOUBLE, "0-1", "Gini index within the group, G_jj")
            .required("population_share", Type.DOUBLE, "0-1", "Its share of the units, P_j")
            .optional("value_share", Type.DOUBLE, "0-1", "Its share of the sum of values, S_j")
            .optional("theil_t", Type.DOUBLE, "", "Theil's T within the group")
            .optional("theil_l", Type.DOUBLE, "", "Theil's L within the group")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why a figure is null: "
                    + REASONS
                    + " (theil_l); of the group or, for value_share, of all")
            .check("gini is from 0 to below 1", "gini >= 0 AND gini < 1")
            .check("a missing gini has a reason", "gini IS NOT NULL OR reason IS NOT NULL"));
  }
}
