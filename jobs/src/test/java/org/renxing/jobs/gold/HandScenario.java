package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.gold.quality.SuspectValue;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.jobs.silver.remote.RemotePlan;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeFiles;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.testing.SparkExtension;

/**
 * Every gold table that is kept by scenario, of four cities and five years whose figures can be
 * worked out by hand (src/test/resources/hand). Each is made by its own class from those before it,
 * in this JVM and without a lake.
 */
final class HandScenario {
  static final String ID = "hand";

  private static final Path HOME = Path.of("src/test/resources/hand");
  private static final String UNIT =
      "unit_id string, valid_from int, valid_to int, code string, name_zh string, name_en string,"
          + " level string, parent_id string, province_code string, province_name string,"
          + " province_name_en string, region7 string, region7_zh string, region4 string,"
          + " region3 string, coast string, lon double, lat double, life_cycle string,"
          + " endowment string,"
          + " is_resource_based boolean, is_exhausted boolean, successor_id string,"
          + " group_values string, is_newest boolean, newest_level string, run_id string";
  private static final String CELL =
      "unit_id string, year int, indicator_code string, source_id string, vintage string,"
          + " value double, value_as_received double, value_text string, column_label string,"
          + " precedence int, is_preferred boolean, source_file string, row_number bigint,"
          + " is_corrected boolean, run_id string";
  private static final String EVENT =
      "year int, kind string, from_unit_id string, to_unit_id string, is_whole boolean,"
          + " note string, source string, run_id string";
  private static final String DOUBT =
      "source_id string, unit_id string, year int, indicator_code string, value double,"
          + " kind string, level string, run_id string";

  /** A table's shape and rows. */
  record Made(TableSpec spec, Dataset<Row> frame, List<Row> rows) {}

  private final Map<String, Made> tables = new LinkedHashMap<>();

  private HandScenario(Settings settings) {
    SparkSession spark = SparkExtension.session().newSession();
    // tables of a few rows: compiling their plans would take most of the time
    spark.conf().set("spark.sql.codegen.wholeStage", "false");
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    spark.conf().set("spark.sql.shuffle.partitions", "1");
    Lake lake = new Lake(spark, "target/hand-lake");
    Inputs inputs = new Inputs(lake);
    give(inputs, DimUnit.TABLE, UNIT, units());
    give(inputs, Observation.TABLE, CELL, cells());
    give(inputs, UnitLineage.TABLE, EVENT, List.of());
    give(inputs, SuspectValue.TABLE, DOUBT, List.of());
    HandObservations.ALL.forEach((table, given) -> give(inputs, table, given.ddl(), given.rows()));
    Scenario scenario = settings.scenarios().get(ID);
    for (GoldTable table : tables(settings, lake.files())) {
      GoldTask task = new GoldTask(table, List.of(scenario));
      assertThat(task.parts()).as(table.spec().name() + " is made for it").containsExactly(ID);
      Dataset<Row> shaped =
          lake.shape(table.spec(), task.rows(ID, inputs).plan(lake.spark()), "run");
      List<Row> rows = shaped.collectAsList();
      Dataset<Row> frame = lake.spark().createDataFrame(rows, shaped.schema());
      inputs.handOn(table.spec().name(), Map.of(ID, frame));
      tables.put(table.spec().name().name(), new Made(table.spec(), frame, rows));
    }
    inputs.release();
  }

  private static final class Holder {
    static final HandScenario ONE = new HandScenario(settings());
  }

  /** All tables by name; made once. */
  static Map<String, Made> all() {
    return Holder.ONE.tables;
  }

  /** The gold tables of the product, by scenario, in the order in which data flow. */
  static List<GoldTable> tables(Settings settings, LakeFiles files) {
    return GoldTables.all(files, settings.rules(), RemotePlan.of(settings, files).aggregates());
  }

  /** The one row whose columns have these values: {@code "year", 2015, "unit_id", "110100"}. */
  static Row only(String table, Object... key) {
    List<Row> found = rows(table, key);
    assertThat(found).as(table + " " + List.of(key)).hasSize(1);
    return found.get(0);
  }

  /** The rows whose columns have these values. */
  static List<Row> rows(String table, Object... key) {
    List<Row> out = new ArrayList<>();
    for (Row row : all().get(table).rows()) {
      boolean isOne = true;
      for (int i = 0; i < key.length; i += 2) {
        isOne &= key[i + 1].equals(row.getAs((String) key[i]));
      }
      if (isOne) {
        out.add(row);
      }
    }
    return out;
  }

  static Settings settings() {
    return ConfigurationLoader.load(HOME, "default", Map.of(), name -> Optional.empty()).settings();
  }

  private static void give(Inputs inputs, TableName table, String ddl, List<Row> rows) {
    Dataset<Row> frame = inputs.spark().createDataFrame(rows, StructType.fromDDL(ddl));
    inputs.handOn(table, Map.of(ID, frame));
  }

  /** Two cities in the north-east corner of a sheet, two in the west, and three towns of one. */
  private static List<Row> units() {
    return List.of(
        unit("110100", "甲", "prefecture_city", "110000", "east", 0, "declining"),
        unit("110200", "乙", "prefecture_city", "110000", "east", 1, null),
        unit("310100", "丙", "prefecture_city", "310000", "west", 10, "growing"),
        unit("310200", "丁", "prefecture_city", "310000", "west", 11, null),
        unit("110181", "子", "mining_town", "110100", "east", 0, null),
        unit("110182", "丑", "mining_town", "110100", "east", 0, null),
        unit("110183", "寅", "rural_town", "110100", "east", 0, null));
  }

  private static Row unit(
      String id, String name, String level, String parent, String region, double lon, String life) {
    String province = id.substring(0, 2) + "0000";
    boolean isCity = level.equals("prefecture_city");
    return row(
        id,
        1949,
        null,
        id,
        name,
        name,
        level,
        parent,
        province,
        province,
        province,
        region,
        region,
        region,
        region,
        null,
        lon,
        0.0,
        life,
        null,
        isCity ? life != null : null,
        isCity ? id.equals("110100") : null,
        null,
        null,
        true,
        level,
        "run");
  }

  private static List<Row> cells() {
    List<Row> out = new ArrayList<>();
    List<String> lines = lines();
    String[] head = lines.get(0).split(",", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      for (int i = 2; i < fields.length; i++) {
        double value = Double.parseDouble(fields[i]);
        out.add(
            row(
                fields[0],
                Integer.parseInt(head[i]),
                fields[1],
                "book",
                "",
                value,
                value,
                fields[i],
                fields[1],
                100,
                true,
                "figures.csv",
                1L,
                false,
                "run"));
      }
    }
    return out;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(HOME.resolve("figures.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
