package org.renxing.jobs.gold.diagnosis;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.diagnosis.Diagnosis;
import org.renxing.diagnosis.Period;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.panel.IndicatorOrder;

/** gold.indicator_correlation: correlations of normalised indicators, with flags. */
public final class IndicatorCorrelation extends DiagnosisTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("indicator_correlation", "One row a pair of indicators and year")
            .key("indicator_a", Type.STRING, "Indicator; the first in the order of the index")
            .key("indicator_b", Type.STRING, "The other")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("system_a", Type.STRING, "", "System of the first")
            .required("system_b", Type.STRING, "", "System of the other")
            .required("is_within_system", Type.BOOLEAN, "", "Whether both are of one system")
            .required("n", Type.LONG, "units", "Units (unit-years) that have both")
            .optional(
                "pearson",
                Type.DOUBLE,
                "",
                "Correlation of normalised values; null where one does not vary")
            .optional(
                "spearman",
                Type.DOUBLE,
                "",
                "Correlation of percentiles within the year; in year 0 free of the trend")
            .optional("is_redundant", Type.BOOLEAN, "", "Whether |pearson| is 0.9 or more")
            .optional("is_contrary", Type.BOOLEAN, "", "Whether pearson is below 0 inside a system")
            .check(
                "correlations lie between -1 and 1", "abs(pearson) <= 1 AND abs(spearman) <= 1"));
  }

  @Override
  List<Row> rows(Diagnosis diagnosis, Period period) {
    IndicatorOrder order = diagnosis.order();
    return diagnosis.correlations(period).stream()
        .map(
            pair ->
                RowFactory.create(
                    order.codes().get(pair.first()),
                    order.codes().get(pair.second()),
                    period.year(),
                    order.systems().get(pair.first()),
                    order.systems().get(pair.second()),
                    pair.isWithinSystem(),
                    pair.n(),
                    Cells.number(pair.pearson()),
                    Cells.number(pair.spearman()),
                    pair.isKnown() ? pair.isRedundant() : null,
                    pair.isKnown() ? pair.isContrary() : null))
        .toList();
  }
}
