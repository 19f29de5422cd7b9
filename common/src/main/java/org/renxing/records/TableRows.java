package org.renxing.records;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows that are to become part of a table. */
public sealed interface TableRows {
  /** Their columns. */
  StructType schema();

  /** The rows as a plan. */
  Dataset<Row> plan(SparkSession spark);

  /** The same rows with one more column, the same text in each. */
  TableRows with(String column, String text);

  /** Rows that are held in this JVM. */
  record Held(StructType schema, List<Row> rows) implements TableRows {
    public Held {
      rows = List.copyOf(rows);
    }

    @Override
    public Dataset<Row> plan(SparkSession spark) {
      return spark.createDataFrame(rows, schema);
    }

    @Override
    public TableRows with(String column, String text) {
      int size = schema.length();
      StructType wider = schema.add(column, DataTypes.StringType);
      return new Held(
          wider,
          rows.stream()
              .map(
                  row -> {
                    Object[] values = new Object[size + 1];
                    for (int i = 0; i < size; i++) {
                      values[i] = row.get(i);
                    }
                    values[size] = text;
                    return (Row) new GenericRowWithSchema(values, wider);
                  })
              .toList());
    }
  }

  /** A plan of Spark. */
  record Planned(Dataset<Row> plan) implements TableRows {
    @Override
    public StructType schema() {
      return plan.schema();
    }

    @Override
    public Dataset<Row> plan(SparkSession spark) {
      return plan;
    }

    @Override
    public TableRows with(String column, String text) {
      return new Planned(plan.withColumn(column, lit(text)));
    }
  }
}
