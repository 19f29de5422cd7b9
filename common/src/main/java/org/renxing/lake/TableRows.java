package org.renxing.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.TableSpec;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of a table, held in this JVM or planned by Spark. */
public sealed interface TableRows {
  /** Their columns. */
  StructType schema();

  /** The rows as a plan. */
  Dataset<Row> plan(SparkSession spark);

  /** The same rows with one more column, the same text in each. */
  TableRows with(String column, String text);

  /**
   * The same rows with one more column, a text for each.
   *
   * @param key column by whose text it is looked up
   * @param texts by key; null for others
   */
  TableRows with(String column, String key, Map<String, String> texts);

  /**
   * Rows that are held in this JVM. Their values are String, Integer, Long, Double, Boolean,
   * byte[], Timestamp, String[] and Map, as the columns say.
   */
  record Held(StructType schema, List<Row> rows) implements TableRows {
    public Held {
      rows = List.copyOf(rows);
    }

    @Override
    public Dataset<Row> plan(SparkSession spark) {
      return spark.createDataFrame(rows.stream().map(Held::ofSpark).toList(), schema);
    }

    /** Spark takes no maps of Java. */
    private static Row ofSpark(Row row) {
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = row.get(i);
        values[i] = value instanceof Map<?, ?> map ? CollectionConverters.asScala(map) : value;
      }
      return RowFactory.create(values);
    }

    /** The same in the columns of a specification, with nulls for columns that are not there. */
    public Held in(TableSpec spec) {
      List<String> names = List.of(schema.fieldNames());
      int[] places = spec.columnNames().stream().mapToInt(names::indexOf).toArray();
      return at(TableShape.of(spec), places, row -> null);
    }

    @Override
    public Held with(String column, String text) {
      return one(column, row -> text);
    }

    @Override
    public Held with(String column, String key, Map<String, String> texts) {
      int place = schema.fieldIndex(key);
      return one(column, row -> texts.get(row.getString(place)));
    }

    private Held one(String column, Function<Row, String> text) {
      int[] places = IntStream.rangeClosed(0, schema.length()).toArray();
      places[schema.length()] = -1;
      return at(schema.add(column, DataTypes.StringType), places, text);
    }

    /** Other columns of the same rows; what is at place -1 is made from the row. */
    private Held at(StructType wanted, int[] places, Function<Row, String> other) {
      List<Row> out = new ArrayList<>(rows.size());
      for (Row row : rows) {
        Object[] values = new Object[places.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = places[i] < 0 ? other.apply(row) : row.get(places[i]);
        }
        out.add(new GenericRowWithSchema(values, wanted));
      }
      return new Held(wanted, out);
    }
  }

  /**
   * A plan of Spark.
   *
   * @param isMany whether its rows are known to be too many to be held
   */
  record Planned(Dataset<Row> plan, boolean isMany) implements TableRows {
    /** A plan of any number of rows. */
    public Planned(Dataset<Row> plan) {
      this(plan, false);
    }

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
      return new Planned(plan.withColumn(column, lit(text)), isMany);
    }

    @Override
    public TableRows with(String column, String key, Map<String, String> texts) {
      HashMap<String, String> sent = new HashMap<>(texts);
      UserDefinedFunction text = udf((String each) -> sent.get(each), DataTypes.StringType);
      return new Planned(plan.withColumn(column, text.apply(col(key))), isMany);
    }
  }
}
