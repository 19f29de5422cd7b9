package org.renxing.jobs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.lake.Lake;
import org.renxing.lake.PinnedViews;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.TableName;

/** A lake as tests look at it, from their own JVM. */
record LakeView(Lake lake) {

  static LakeView of(SparkSession spark, MiniHome home) {
    return new LakeView(new Lake(spark, home.lake()));
  }

  /** Newest version of every table but those of ops. */
  SortedMap<String, Long> versions() {
    SortedMap<String, Long> out = new TreeMap<>();
    for (String layer : List.of("bronze", "silver", "gold")) {
      Path folder = Path.of(lake.root(), layer);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> tables = Files.list(folder)) {
        tables
            .map(p -> new TableName(layer, p.getFileName().toString()))
            .forEach(t -> out.put(t.toString(), lake.version(t).orElse(-1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return out;
  }

  Releases.Release release() {
    return new Releases(lake).newest().orElseThrow();
  }

  /** What the newest release holds: content hash and row count by table and scenario. */
  SortedMap<String, String> contents() {
    SortedMap<String, String> out = new TreeMap<>();
    release()
        .entries()
        .forEach(e -> out.put(e.table() + "/" + e.scenario(), e.contentHash() + ", " + e.rows()));
    return out;
  }

  /** The rows of a table as the newest release has it. */
  Dataset<Row> released(TableName table) {
    return lake.readAt(table, release().version(table).orElseThrow());
  }

  /** The answer to a statement, from the tables that the newest release names. */
  Dataset<Row> ask(String sql) {
    new PinnedViews(lake, release()).registerFor(sql);
    return lake.spark().sql(sql);
  }

  /**
   * The newest rows of a table, read into this JVM by the product's own reader, which gives what
   * Spark gives (KernelReaderTest): asking Spark costs a plan and a job for each look.
   */
  private List<Row> rows(TableName table) {
    return lake.few(table, TableState.WHOLE)
        .map(TableRows.Held::rows)
        .orElseGet(() -> rowsAt(table, lake.version(table).orElseThrow()));
  }

  /** The same of a table as the newest release has it. */
  List<Row> releasedRows(TableName table) {
    return rowsAt(table, release().version(table).orElseThrow());
  }

  private List<Row> rowsAt(TableName table, long version) {
    return lake.reader(table, version).rows(Optional.empty()).rows();
  }

  /** Key columns of a table, as the data dictionary has them. */
  List<String> keys(TableName table) {
    return rows(TableName.gold("data_dictionary")).stream()
        .filter(r -> r.<String>getAs("table_name").equals(table.toString()))
        .filter(r -> r.<Boolean>getAs("is_key"))
        .sorted(Comparator.comparing(r -> r.<Integer>getAs("position")))
        .map(r -> r.<String>getAs("column_name"))
        .toList();
  }

  /** Rows of a released table by their keys. */
  SortedMap<String, Row> byKey(TableName table) {
    List<String> keys = keys(table);
    SortedMap<String, Row> out = new TreeMap<>();
    for (Row row : releasedRows(table)) {
      out.put(
          keys.stream().map(k -> String.valueOf(row.<Object>getAs(k))).toList().toString(), row);
    }
    return out;
  }

  /** Runs that made the rows of a scenario. */
  Set<String> runsOf(TableName table, String scenario) {
    return rows(table).stream()
        .filter(r -> r.<String>getAs("scenario_id").equals(scenario))
        .map(r -> r.<String>getAs("run_id"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All rows of a table, each as the texts of some columns joined by commas, in order. */
  List<String> lines(TableName table, String... columns) {
    return rows(table).stream()
        .map(
            r ->
                Arrays.stream(columns)
                    .map(c -> String.valueOf(r.<Object>getAs(c)))
                    .collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }
}
