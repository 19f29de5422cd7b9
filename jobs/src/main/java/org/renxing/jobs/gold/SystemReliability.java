package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.diagnose.Diagnosis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

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
  Dataset<Row> rows(Diagnosis diagnosis, Dataset<Row> facts) {
    return diagnosis.reliability(facts);
  }
}
