package org.renxing.index.panel;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.panel.ImputationMethod;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.UnitExclusion;
import org.renxing.panel.UnitPanel;

/** The rows of {@link Panel#cells}. */
final class PanelRows {
  static final Encoder<Row> ENCODER =
      Encoders.row(
          StructType.fromDDL(
              "unit_id string, year int not null, indicator_code string not null,"
                  + " raw_value double, value double, missing_reason string,"
                  + " is_imputed boolean not null, imputation_method string, imputed_from string,"
                  + " unit_exclusion struct<reason: string, indicator_code: string,"
                  + " missing_years: int, series: int>"));

  private PanelRows() {}

  /** One row a cell. */
  static Iterator<Row> of(PanelGrid grid, UnitPanel panel) {
    Row exclusion = panel.exclusion().map(PanelRows::row).orElse(null);
    return IntStream.range(0, grid.size())
        .mapToObj(
            cell ->
                RowFactory.create(
                    panel.unitId(),
                    grid.year(cell),
                    grid.code(cell),
                    number(panel.rawValue(cell)),
                    number(panel.value(cell)),
                    panel.missingReason(cell).orElse(null),
                    panel.method(cell).isPresent(),
                    panel.method(cell).map(ImputationMethod::text).orElse(null),
                    panel.imputedFrom(cell).orElse(null),
                    exclusion))
        .iterator();
  }

  private static Row row(UnitExclusion exclusion) {
    return RowFactory.create(
        exclusion.reason(),
        exclusion.indicatorCode(),
        exclusion.missingYears(),
        exclusion.series());
  }

  /** A number as a column holds it: null where it is missing. */
  static Object number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
