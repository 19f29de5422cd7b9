package org.renxing.jobs.gold.typology;

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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasureSample;
import org.renxing.measure.MeasureValue;
import org.renxing.model.TableSpec;
import org.renxing.model.Typology;
import org.renxing.model.Typology.Method;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.typology.Types;
import org.renxing.typology.Typologies;

/** The tables of types are the same here and distributed, and keep their keys and checks. */
class TypologyTablesTest {
  private static final String OVERALL = "score.w.overall";
  private static final List<String> FEATURES = List.of(OVERALL, "d.pair");
  private static final List<Typology> TYPOLOGIES =
      List.of(
          Typologies.of("clusters", Method.KMEANS, "2..4", "all", FEATURES),
          Typologies.of("halves", Method.BISECTING, "3", "latest", FEATURES),
          Typologies.of("mixture", Method.GAUSSIAN_MIXTURE, "2..3", "all", List.of(OVERALL)),
          Typologies.of("yearly", Method.KMEANS, "2", "each", FEATURES),
          Typologies.of("lag", Method.LAG, "", "all", FEATURES),
          Typologies.of("quadrant", Method.QUADRANT, "", "all", FEATURES),
          Typologies.of("constant", Method.KMEANS, "2", "all", List.of("theta.m.constant")),
          Typologies.of("one", Method.KMEANS, "1", "all", List.of("score.one.unit")),
          Typologies.of("nowhere", Method.KMEANS, "2", "all", List.of("no.such")));

  private static Records<MeasureValue> distributed(List<MeasureValue> values) {
    List<Row> rows =
        values.stream().map(v -> row(v.measure(), v.unitId(), v.year(), v.value())).toList();
    return SparkRecords.of(
        Frames.of("measure string, unit_id string, year int, value double", rows).repartition(3),
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
    Records<Types> types = TypologyTable.types(values, TYPOLOGIES, OVERALL, 1);
    Map<TableSpec, TableRows> out = new LinkedHashMap<>();
    for (TypologyTable table :
        List.of(
            new UnitType(),
            new UnitTypeProfile(),
            new UnitTypeSelection(),
            new UnitTypeStability(),
            new UnitTypeTransition())) {
      out.put(table.spec(), table.rows(types, MeasureSample.units()));
    }
    return out;
  }

  @Test
  void sameHereAndDistributed() {
    Map<TableSpec, TableRows> here = tables(LocalRecords.of(MeasureSample.values()));
    Map<TableSpec, TableRows> there = tables(distributed(MeasureSample.values()));
    here.forEach(
        (spec, rows) ->
            assertThat(texts(there.get(spec)))
                .as(spec.name().toString())
                .isEqualTo(texts(rows))
                .isNotEmpty());
  }

  @Test
  void keysAndChecks() {
    tables(LocalRecords.of(MeasureSample.values()))
        .forEach(
            (spec, rows) -> {
              Column isBroken = lit(false);
              for (String condition : spec.conditions().values()) {
                isBroken = isBroken.or(not(coalesce(expr(condition), lit(true))));
              }
              String key = String.join(",", spec.keys());
              Row found =
                  rows.with("scenario_id", "s")
                      .with("run_id", "r")
                      .plan(SparkExtension.session())
                      .agg(
                          count_if(isBroken),
                          functions.count(lit(1)),
                          expr("count(DISTINCT " + key + ")"))
                      .first();
              assertThat(found.getLong(0)).as(spec.name().toString()).isZero();
              assertThat(found.getLong(1)).isPositive().isEqualTo(found.getLong(2));
            });
  }

  /** Each typology says what it found, or why it found nothing. */
  @Test
  void whatIsNotThereHasAReason() {
    Map<String, List<Row>> tables = new LinkedHashMap<>();
    tables(LocalRecords.of(MeasureSample.values()))
        .forEach((spec, rows) -> tables.put(spec.name().name(), ((TableRows.Held) rows).rows()));
    List<Row> units = tables.get("unit_type");
    assertThat(units).filteredOn(r -> r.getString(0).equals("clusters")).hasSize(100);
    assertThat(units)
        .filteredOn(r -> r.getString(0).equals("clusters") && r.isNullAt(4))
        .extracting(r -> r.getString(1) + " " + r.getString(2) + " " + r.getInt(3) + r.get(9))
        .containsExactly("000007 n7 2012MISSING");
    assertThat(units)
        .filteredOn(r -> r.getString(0).equals("constant"))
        .hasSize(100)
        .allMatch(r -> r.getString(9).equals("FEWER_DIFFERENT_ROWS"));
    assertThat(units)
        .filteredOn(r -> r.getString(0).equals("nowhere"))
        .allMatch(r -> r.getString(9).equals("MISSING"))
        .hasSize(100);
    assertThat(tables.get("unit_type_selection"))
        .filteredOn(r -> r.getString(0).equals("nowhere"))
        .extracting(r -> r.getString(12) + r.getLong(5))
        .containsExactly("NO_COMPLETE_ROW100");
    assertThat(tables.get("unit_type_selection"))
        .filteredOn(r -> r.getString(0).equals("clusters"))
        .filteredOn(r -> r.getBoolean(3))
        .hasSize(1);
    assertThat(tables.get("unit_type_stability"))
        .extracting(r -> r.getString(0))
        .contains("clusters", "halves", "mixture", "one", "yearly")
        .doesNotContain("lag", "quadrant", "constant", "nowhere");
    assertThat(tables.get("unit_type_transition"))
        .extracting(r -> r.getString(0))
        .contains("clusters", "lag", "quadrant")
        .doesNotContain("yearly", "halves");
  }

  private static List<String> texts(TableRows rows) {
    List<Row> all =
        rows instanceof TableRows.Held held
            ? held.rows()
            : rows.plan(SparkExtension.session()).collectAsList();
    return all.stream().map(Row::toString).sorted().toList();
  }
}
