package org.renxing.jobs.gold.diagnosis;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.diagnosis.Diagnosis;
import org.renxing.diagnosis.Period;
import org.renxing.diagnosis.Reliability;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.panel.IndicatorOrder;

/** gold.system_reliability: how well the indicators of a node go together. */
public final class SystemReliability extends DiagnosisTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "system_reliability", "One row a node of the index of two indicators, and year")
            .key("system", Type.STRING, "Node of the index: overall, a system, or a criterion")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required(
                "depth", Type.INT, "", "0 for overall, 1 for systems, 2 and more for criteria")
            .required("n", Type.LONG, "units", "Units (unit-years)")
            .required("n_indicators", Type.INT, "", "Indicators below the node")
            .required("n_varying", Type.INT, "", "Those that vary; the others are left out")
            .optional(
                "cronbach_alpha",
                Type.DOUBLE,
                "",
                "Cronbach's alpha of normalised values; null for fewer than two indicators")
            .optional("mean_correlation", Type.DOUBLE, "", "Mean correlation between two of them")
            .optional(
                "pc1_share", Type.DOUBLE, "0-1", "Variance held by the first principal component")
            .optional("pc2_share", Type.DOUBLE, "0-1", "By the second")
            .optional("pc3_share", Type.DOUBLE, "0-1", "By the third")
            .required("n_kaiser", Type.INT, "", "Components with an eigenvalue over 1")
            .required("n_for_85_pct", Type.INT, "", "Components that together hold 85 %"));
  }

  @Override
  List<Row> rows(Diagnosis diagnosis, Period period) {
    return diagnosis.order().nodes().stream()
        .filter(node -> node.members().size() > 1)
        .map(node -> row(node, period))
        .toList();
  }

  private static Row row(IndicatorOrder.Node node, Period period) {
    Reliability found = Reliability.of(period.values(), node.members());
    double[] shares = found.componentShares();
    return RowFactory.create(
        node.code(),
        period.year(),
        node.depth(),
        period.units(),
        node.members().size(),
        found.varying().size(),
        Cells.number(found.alpha()),
        Cells.number(found.meanCorrelation()),
        shares.length > 0 ? shares[0] : null,
        shares.length > 1 ? shares[1] : null,
        shares.length > 2 ? shares[2] : null,
        Reliability.kaiser(shares),
        Reliability.needed(shares));
  }
}
