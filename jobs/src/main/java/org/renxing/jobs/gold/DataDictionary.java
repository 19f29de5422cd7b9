package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRows;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;

/** gold.data_dictionary: every column of every published table. */
public final class DataDictionary implements TableTask {
  private final List<TableSpec> specs;

  public DataDictionary(List<TableSpec> published) {
    List<TableSpec> all = new ArrayList<>(published);
    all.add(ownSpec());
    specs = List.copyOf(all);
  }

  @Override
  public TableSpec spec() {
    return ownSpec();
  }

  private static TableSpec ownSpec() {
    return TableSpec.of(TableName.gold("data_dictionary"), "One row a column of a published table")
        .key("table_name", Type.STRING, "Table, with its database")
        .key("column_name", Type.STRING, "Column")
        .required("position", Type.INT, "", "Place of the column in the table, from 1")
        .required("type", Type.STRING, "", "Type in Spark SQL")
        .required("unit", Type.STRING, "", "Unit of measure; empty where it has none")
        .required("comment", Type.STRING, "", "What the column holds")
        .required("is_key", Type.BOOLEAN, "", "Whether it belongs to the key")
        .required("is_required", Type.BOOLEAN, "", "Whether it is never null")
        .required("table_comment", Type.STRING, "", "What a row of the table is")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public List<TableName> inputs() {
    return List.of();
  }

  @Override
  public String configuration(String part) {
    return specs.toString();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    List<Row> rows = new ArrayList<>();
    for (TableSpec spec : specs) {
      int position = 1;
      for (ColumnSpec column : spec.columns()) {
        rows.add(
            RowFactory.create(
                spec.name().toString(),
                column.name(),
                position++,
                column.type().sql(),
                column.unit(),
                column.comment(),
                spec.keys().contains(column.name()),
                column.isRequired(),
                spec.grain()));
      }
    }
    return new TableRows.Held(TableShape.of(ownSpec(), "run_id"), rows);
  }
}
