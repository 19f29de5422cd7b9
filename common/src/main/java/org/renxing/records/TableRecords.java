package org.renxing.records;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.RowReader;
import org.renxing.lake.TableRows;
import org.renxing.model.TableName;

/**
 * How rows of a table are read as records.
 *
 * @param columns all that {@code reading} asks for
 * @param reading makes a record of a row
 * @param <T> immutable
 */
public record TableRecords<T extends Serializable>(
    TableName table, List<String> columns, Reading<T> reading) {
  /** Makes a record of a row. */
  @FunctionalInterface
  public interface Reading<T> extends Serializable {
    T of(Fields row);
  }

  public TableRecords {
    columns = List.copyOf(columns);
  }

  /** Rows of a table as records. */
  public static <T extends Serializable> TableRecords<T> of(
      TableName table, List<String> columns, Reading<T> reading) {
    return new TableRecords<>(table, columns, reading);
  }

  /** The records of rows that are held here. */
  public Records<T> of(TableRows.Held rows) {
    Fields fields = new Fields(rows.schema());
    List<T> out = new ArrayList<>(rows.rows().size());
    rows.rows().forEach(row -> out.add(reading.of(fields.at(row))));
    return LocalRecords.of(out);
  }

  /**
   * The records of rows as they are read, those of a group packed into one.
   *
   * @param group gives the same whether it is applied to all at once or first to parts
   */
  public Records<T> packed(RowReader rows, Records.Key<T> key, Records.Group<T, T> group) {
    RowReader wanted = rows.with(columns);
    Fields fields = new Fields(wanted.schema());
    List<T> packed = new ArrayList<>();
    List<T> next = new ArrayList<>();
    wanted.forEach(
        Optional.empty(),
        row -> {
          next.add(reading.of(fields.at(row)));
          if (next.size() == Chunks.MOST) {
            packed.addAll(LocalRecords.of(next).groupedBy(key, group).list());
            next.clear();
          }
        });
    return LocalRecords.of(packed).and(LocalRecords.of(next)).groupedBy(key, group).kept();
  }

  /** The records of rows that Spark distributes. */
  public Records<T> of(Dataset<Row> rows) {
    Dataset<Row> wanted = wanted(rows);
    StructType schema = wanted.schema();
    Reading<T> read = reading;
    return SparkRecords.of(
        wanted,
        part -> {
          Fields fields = new Fields(schema);
          Records.Each<Row, T> each = row -> List.of(read.of(fields.at(row))).iterator();
          Iterator<T> out = new FlatIterator<>(part, each);
          return out;
        });
  }

  /**
   * What a function makes of all records of each group. Spark groups the rows themselves, which are
   * lighter than records.
   *
   * @param keys columns that are the same in all rows of a group
   */
  public <R extends Serializable> Records<R> grouped(
      Dataset<Row> rows, List<String> keys, Records.Group<T, R> group) {
    Dataset<Row> wanted = wanted(rows);
    StructType schema = wanted.schema();
    Reading<T> read = reading;
    Dataset<Row> groups =
        wanted.groupBy(named(keys)).agg(collect_list(struct(named(columns))).as("rows"));
    int size = keys.size();
    return SparkRecords.of(
        groups,
        part -> {
          Fields fields = new Fields(schema);
          Records.Each<Row, R> each =
              row -> {
                List<T> all = new ArrayList<>();
                row.<Row>getList(size).forEach(one -> all.add(read.of(fields.at(one))));
                return group.of("", all);
              };
          Iterator<R> out = new FlatIterator<>(part, each);
          return out;
        });
  }

  private Dataset<Row> wanted(Dataset<Row> rows) {
    return rows.select(columns.stream().map(name -> column(rows, name)).toArray(Column[]::new));
  }

  private static Column[] named(List<String> columns) {
    return columns.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  /** A column; of a map its entries, since a map of Scala has no order. */
  private static Column column(Dataset<Row> rows, String name) {
    return rows.schema().apply(name).dataType() instanceof MapType
        ? map_entries(col(name)).as(name)
        : col(name);
  }
}
