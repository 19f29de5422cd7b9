package org.renxing.jobs.gold.inequality;

import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.inequality_pair_year: inequality between each two groups. */
public final class InequalityPairYear extends InequalityTable {
  public InequalityPairYear() {
    super(inequality -> inequality.pairs().iterator());
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        shape("inequality_pair_year", "One row a measure, grouping, pair of groups and year")
            .key("group_a", Type.STRING, "Group, by name before the other")
            .key("group_b", Type.STRING, "The other group")
            .optional(
                "higher_group",
                Type.STRING,
                "",
                "Which has the larger mean: j of d_jh; null where means are alike")
            .optional("gini_between", Type.DOUBLE, "0-1", "Gini index between the two, G_jh")
            .required(
                "d_jh",
                Type.DOUBLE,
                "",
                "Mean of the excess of values of j over those of h, E[(y_j - y_h)+]")
            .required("p_jh", Type.DOUBLE, "", "The same of h over j")
            .required(
                "relative_affluence",
                Type.DOUBLE,
                "0-1",
                "D_jh = (d_jh - p_jh) / (d_jh + p_jh): 1 without overlap; 0 for 0/0")
            .optional("between", Type.DOUBLE, "0-1", "The pair's part of G_nb")
            .optional("transvariation", Type.DOUBLE, "0-1", "The pair's part of G_t")
            .optional("reason", Type.STRING, "", "Why a figure is null: NEGATIVE_VALUE, MEAN_ZERO")
            .check("a pair is of two groups", "group_a <> group_b")
            .check("j is the group with the larger mean", "d_jh >= p_jh AND p_jh >= 0")
            .check(
                "a missing gini has a reason", "gini_between IS NOT NULL OR reason IS NOT NULL"));
  }
}
