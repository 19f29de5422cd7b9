package org.renxing.jobs.silver;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** Values that do not count because another source or a newer vintage gives the same cell. */
public final class SourceDifference extends ConformedCellsTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("source_difference");

  public SourceDifference(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a value that gives way to that of another source or vintage")
        .key("unit_id", Type.STRING, "Unit")
        .key("year", Type.INT, "Year")
        .key("indicator_code", Type.STRING, "Base indicator")
        .key("source_id", Type.STRING, "Source that gives way")
        .key("vintage", Type.STRING, "Its day of publication; empty where it has none")
        .required("value", Type.DOUBLE, "", "Its value, in the unit of the base indicator")
        .required("preferred_source_id", Type.STRING, "", "Source that counts")
        .required("preferred_vintage", Type.STRING, "", "Its day of publication, or empty")
        .required("preferred_value", Type.DOUBLE, "", "Its value, in the same unit")
        .required("difference", Type.DOUBLE, "", "value minus preferred_value")
        .optional("ratio", Type.DOUBLE, "", "value over preferred_value; null where that is 0")
        .required("kind", Type.STRING, "", "VINTAGE within a source, SOURCE between two")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return reception().unused(inputs).rows(shape(), SourceDifference::differences);
  }

  private static Iterator<Row> differences(SourceRow row) {
    return row.cells().stream()
        .filter(cell -> cell.isSound() && !cell.isPreferred())
        .map(cell -> difference(row, cell, cell.winner()))
        .iterator();
  }

  private static Row difference(SourceRow row, Cell cell, Cell.Winner preferred) {
    return RowFactory.create(
        row.unitId(),
        row.year(),
        cell.indicator(),
        row.sourceId(),
        row.vintage(),
        cell.value(),
        preferred.sourceId(),
        preferred.vintage(),
        preferred.value(),
        cell.value() - preferred.value(),
        preferred.value() == 0 ? null : (Double) (cell.value() / preferred.value()),
        row.sourceId().equals(preferred.sourceId()) ? "VINTAGE" : "SOURCE");
  }
}
