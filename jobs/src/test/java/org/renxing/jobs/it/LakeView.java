package org.renxing.jobs.it;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /** Key columns of a table, as the data dictionary has them. */
  List<String> keys(TableName table) {
    return lake
        .read(TableName.gold("data_dictionary"))
        .where(col("table_name").equalTo(table.toString()).and(col("is_key")))
        .orderBy("position")
        .select("column_name")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }

  /** Rows of a released table by their keys. */
  SortedMap<String, Row> byKey(TableName table) {
    List<String> keys = keys(table);
    SortedMap<String, Row> out = new TreeMap<>();
    for (Row row : released(table).collectAsList()) {
      out.put(
          keys.stream().map(k -> String.valueOf(row.<Object>getAs(k))).toList().toString(), row);
    }
    return out;
  }

  /** Runs that made the rows of a scenario. */
  Set<String> runsOf(TableName table, String scenario) {
    return lake
        .read(table)
        .where(col("scenario_id").equalTo(scenario))
        .select("run_id")
        .distinct()
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All rows of a table, each as the texts of some columns joined by commas, in order. */
  List<String> lines(TableName table, String... columns) {
    return lake
        .read(table)
        .select(Arrays.stream(columns).map(c -> col(c)).toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList()
        .stream()
        .map(r -> r.mkString(","))
        .sorted()
        .toList();
  }
}
