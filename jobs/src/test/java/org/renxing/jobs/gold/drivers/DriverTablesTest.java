package org.renxing.jobs.gold.drivers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.drivers.DriverAnswer;
import org.renxing.drivers.DriverSetting;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasureValue;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverAnalysis.By;
import org.renxing.model.DriverAnalysis.Cut;
import org.renxing.model.DriverAnalysis.Detector;
import org.renxing.model.DriverModel;
import org.renxing.model.DriverModel.Method;
import org.renxing.model.SpaceOptions;
import org.renxing.model.TableSpec;
import org.renxing.model.YearRange;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.space.NeighbourRules;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;

/** The tables of drivers are the same here and distributed, and keep their checks. */
class DriverTablesTest {
  private static final LakeFiles NONE = new LakeFiles(new Configuration(false));

  private static final YearRange YEARS = new YearRange(2018, 2021);

  private static final List<DriverTable> TABLES =
      List.of(
          new DriverFactor(NONE),
          new DriverInteraction(NONE),
          new DriverRisk(NONE),
          new RegressionCoefficient(NONE),
          new RegressionFit(NONE),
          new RegressionTests(NONE),
          new SpatialEffect(NONE));

  private static List<DriverModel> models() {
    List<DriverModel> out = new ArrayList<>();
    for (Method method :
        List.of(Method.FIXED, Method.RANDOM, Method.POOLED, Method.LAG, Method.DURBIN)) {
      out.add(DriverModel.of(method.text(), method, ""));
    }
    return out;
  }

  private static List<DriverAnalysis> analyses() {
    return List.of(
        analysis("plain", "y", Cut.QUANTILE),
        analysis("best", "z", Cut.BEST),
        analysis("flat", "one", Cut.EQUAL),
        analysis("absent", "nowhere", Cut.NATURAL));
  }

  private static DriverAnalysis analysis(String id, String response, Cut cut) {
    Detector detector = new Detector(true, 4, cut, By.YEAR);
    return new DriverAnalysis(
        id,
        response,
        List.of("a", "b", "d"),
        YEARS,
        detector,
        models(),
        java.util.Optional.empty());
  }

  /** y and z of a and b; d is 0 or 1, one is 1. */
  private static List<MeasureValue> values() {
    SplittableRandom random = new SplittableRandom(5);
    List<MeasureValue> out = new ArrayList<>();
    for (int u = 0; u < 24; u++) {
      for (int year = 2018; year < 2022; year++) {
        double a = random.nextDouble();
        double b = random.nextDouble() + u / 10.0;
        String unit = "u" + u;
        out.add(new MeasureValue("a", unit, year, a));
        out.add(new MeasureValue("b", unit, year, b));
        out.add(new MeasureValue("d", unit, year, random.nextInt(2)));
        out.add(new MeasureValue("y", unit, year, a + b + random.nextDouble()));
        out.add(new MeasureValue("one", unit, year, 1));
        if (random.nextInt(9) > 0) {
          out.add(new MeasureValue("z", unit, year, a * b + random.nextDouble()));
        }
      }
    }
    return out;
  }

  private static Records<MeasureValue> distributed(int partitions) {
    List<Row> rows =
        values().stream().map(v -> row(v.measure(), v.unitId(), v.year(), v.value())).toList();
    return SparkRecords.of(
        Frames.of("measure string, unit_id string, year int, value double", rows)
            .repartition(partitions),
        part -> {
          List<MeasureValue> out = new ArrayList<>();
          part.forEachRemaining(
              r ->
                  out.add(
                      new MeasureValue(
                          r.getString(0), r.getString(1), r.getInt(2), r.getDouble(3))));
          return out.iterator();
        });
  }

  private static Map<TableSpec, TableRows> tables(Records<MeasureValue> values) {
    List<UnitDirectory.Unit> units = new ArrayList<>();
    for (int u = 0; u < 24; u++) {
      units.add(
          new UnitDirectory.Unit(
              "u" + u, "", Map.of("lon", String.valueOf(u % 6), "lat", String.valueOf(u / 6))));
    }
    DriverSetting setting =
        new DriverSetting(
            List.of(),
            NeighbourRules.of(SpaceOptions.standard(), Map.of()),
            3,
            new UnitDirectory(List.of("lon", "lat"), units));
    Records<DriverAnswer> answers = DriverTable.answers(analyses(), setting, values).kept();
    Map<TableSpec, TableRows> out = new LinkedHashMap<>();
    TABLES.forEach(table -> out.put(table.spec(), table.rows(answers)));
    return out;
  }

  @Test
  void sameHereAndDistributed() {
    Map<TableSpec, TableRows> here = tables(LocalRecords.of(values()));
    Map<TableSpec, TableRows> there = tables(distributed(3));
    here.forEach(
        (spec, rows) -> {
          String name = spec.name().toString();
          assertThat(texts(there.get(spec))).as(name).isEqualTo(texts(rows)).isNotEmpty();
        });
  }

  @Test
  void checksHoldAndKeysAreUnique() {
    tables(LocalRecords.of(values()))
        .forEach(
            (spec, rows) -> {
              assertThat(broken(spec, rows)).as(spec.name().toString()).isZero();
              List<List<Object>> keys = new ArrayList<>();
              for (Row row : ((TableRows.Held) rows).rows()) {
                List<Object> key = new ArrayList<>();
                int columns = spec.keys().size() - 1; // scenario_id is filled in
                for (int i = 0; i < columns; i++) {
                  key.add(row.get(i));
                }
                keys.add(key);
              }
              assertThat(keys).as(spec.name().toString()).doesNotHaveDuplicates();
            });
  }

  /** An analysis without any value is there all the same. */
  @Test
  void whatHasNoValuesHasRows() {
    TableRows rows = tables(LocalRecords.of(values())).get(new RegressionFit(NONE).spec());
    assertThat(texts(rows))
        .filteredOn(text -> text.startsWith("[absent,"))
        .hasSize(5)
        .allMatch(text -> text.endsWith(",NO_ROWS]"));
  }

  private static List<String> texts(TableRows rows) {
    List<Row> all =
        rows instanceof TableRows.Held held
            ? held.rows()
            : rows.plan(SparkExtension.session()).collectAsList();
    return all.stream().map(Row::toString).sorted().toList();
  }

  /** How many rows break a check. */
  private static long broken(TableSpec spec, TableRows rows) {
    Column isBroken = lit(false);
    for (String condition : spec.conditions().values()) {
      isBroken = isBroken.or(not(coalesce(expr(condition), lit(true))));
    }
    return rows.with("scenario_id", "s")
        .with("run_id", "r")
        .plan(SparkExtension.session())
        .agg(count_if(isBroken))
        .first()
        .getLong(0);
  }
}
