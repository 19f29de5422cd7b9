package org.renxing.jobs.gold.inequality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.renxing.inequality.Inequality;
import org.renxing.inequality.PairInequality;
import org.renxing.inequality.Sample;
import org.renxing.jobs.gold.dynamics.Convergence;
import org.renxing.jobs.gold.dynamics.Density;
import org.renxing.jobs.gold.dynamics.DynamicsTable;
import org.renxing.jobs.gold.dynamics.MobilityEvent;
import org.renxing.jobs.gold.dynamics.MobilityUnit;
import org.renxing.jobs.gold.dynamics.TransitionMatrix;
import org.renxing.jobs.gold.dynamics.TransitionSteadyState;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.space.GravityUnitYear;
import org.renxing.jobs.gold.space.HotSpots;
import org.renxing.jobs.gold.space.LocalMoran;
import org.renxing.jobs.gold.space.MeasureCentre;
import org.renxing.jobs.gold.space.PatternTable;
import org.renxing.jobs.gold.space.SpaceTable;
import org.renxing.jobs.gold.space.SpatialAutocorrelation;
import org.renxing.jobs.gold.space.SpatialHomogeneity;
import org.renxing.jobs.gold.space.SpatialTransition;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.MeasureSample;
import org.renxing.measure.MeasureValue;
import org.renxing.model.RenxingException;
import org.renxing.model.SpaceOptions;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.space.Autocorrelation;
import org.renxing.space.NeighbourRules;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;

/**
 * The tables of measures are the same here and distributed; those of inequality keep their checks.
 */
class MeasureTablesTest {
  private static final int COUNT = 60;

  private static Records<MeasureValue> distributed(List<MeasureValue> values, int partitions) {
    List<Row> rows =
        values.stream().map(v -> row(v.measure(), v.unitId(), v.year(), v.value())).toList();
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

  private static Records<InequalityRows> inequality(Records<MeasurePanel> panels) {
    return panels.flatMap(panel -> InequalityRows.of(panel, MeasureSample.GROUPINGS).iterator());
  }

  private static Records<MeasurePanel> panels(Records<MeasureValue> values) {
    return Measures.panels(values, MeasureSample.units(), MeasureSample.GROUPINGS);
  }

  private static Map<TableSpec, TableRows> tables(Records<MeasureValue> values) {
    Records<MeasurePanel> panels = panels(values).kept();
    Autocorrelation space =
        new Autocorrelation("test", 99, 1, NeighbourRules.of(SpaceOptions.standard(), Map.of()));
    Records<Autocorrelation.Year> years =
        panels.flatMap(panel -> space.of(panel).iterator()).kept();
    Map<TableSpec, TableRows> out = new LinkedHashMap<>();
    for (DynamicsTable table :
        List.of(
            new Convergence(),
            new TransitionMatrix(),
            new TransitionSteadyState(),
            new Density(),
            new MobilityUnit(),
            new MobilityEvent())) {
      out.put(table.spec(), table.rows(panels, MeasureSample.GROUPINGS, 1));
    }
    for (InequalityTable table :
        List.of(new InequalityYear(), new InequalityGroupYear(), new InequalityPairYear())) {
      out.put(table.spec(), table.rows(inequality(panels)));
    }
    LakeFiles none = new LakeFiles(new Configuration(false));
    for (SpaceTable table : List.of(new SpatialAutocorrelation(none), new LocalMoran(none))) {
      out.put(table.spec(), table.rows(years));
    }
    for (PatternTable table :
        List.of(
            new HotSpots(none),
            new SpatialTransition(none),
            new SpatialHomogeneity(none),
            new MeasureCentre(none),
            new GravityUnitYear(none))) {
      out.put(
          table.spec(),
          table.rows(panels, NeighbourRules.of(SpaceOptions.standard(), Map.of()), 1));
    }
    return out;
  }

  @Test
  void sameHereAndDistributed() {
    Map<TableSpec, TableRows> here = tables(LocalRecords.of(MeasureSample.values()));
    Map<TableSpec, TableRows> there = tables(distributed(MeasureSample.values(), 3));
    here.forEach(
        (spec, rows) -> {
          String name = spec.name().toString();
          assertThat(texts(there.get(spec))).as(name).isEqualTo(texts(rows)).isNotEmpty();
        });
  }

  @Test
  void inequalityIsThatOfTheKernel() {
    List<MeasureValue> values = new ArrayList<>();
    List<UnitDirectory.Unit> units = new ArrayList<>();
    Sample.Builder expected = new Sample.Builder();
    SplittableRandom random = new SplittableRandom(7);
    for (int unit = 0; unit < COUNT; unit++) {
      String region = "r" + unit % 5;
      Map<String, String> known = unit == 0 ? Map.of() : Map.of("region", region);
      units.add(new UnitDirectory.Unit("u" + unit, "", known));
      for (int year = 2019; year < 2022; year++) {
        double value = Math.rint(random.nextDouble() * 50) / 7;
        values.add(new MeasureValue("m", "u" + unit, year, value));
        if (unit % 2 == 0) {
          values.add(new MeasureValue("o", "u" + unit, year, value));
        }
        if (year == 2020 && unit > 0) {
          expected.add(region, value);
        }
      }
    }
    UnitDirectory directory = new UnitDirectory(List.of("region"), units);
    List<String> groupings = MeasureSample.GROUPINGS;
    List<InequalityRows> all =
        inequality(Measures.panels(LocalRecords.of(values), directory, groupings)).list();
    assertThat(all).hasSize(12);
    assertThat(all)
        .filteredOn(r -> r.whole().getString(1).equals("all"))
        .hasSize(6)
        .allMatch(r -> r.whole().getInt(4) == 1)
        .anyMatch(r -> r.whole().getLong(3) == COUNT / 2);
    Inequality kernel = Inequality.of(expected.build(), Inequality.EPSILONS);
    InequalityRows cell =
        all.stream()
            .filter(r -> r.whole().toString().startsWith("[m,region,2020,"))
            .findFirst()
            .orElseThrow();
    assertThat(cell.whole().getLong(3)).isEqualTo(COUNT - 1);
    assertThat(cell.whole().getDouble(6)).isEqualTo(kernel.gini().orElseThrow().gini());
    assertThat(cell.whole().getString(22)).isEqualTo("ZERO_VALUE");
    assertThat(cell.whole().isNullAt(16)).isTrue();
    assertThat(cell.whole().getDouble(19)).isEqualTo(kernel.atkinson().get(0).orElseThrow());
    assertThat(cell.whole().getDouble(21)).isEqualTo(kernel.variation().orElseThrow());
    assertThat(cell.groups()).hasSize(5);
    assertThat(cell.pairs().get(9)).isEqualTo(pair(kernel.pairs().get(9)));
  }

  private static Row pair(PairInequality last) {
    return row(
        "m",
        "region",
        2020,
        "r3",
        "r4",
        last.higher().orElseThrow(),
        last.gini().orElseThrow(),
        last.above(),
        last.below(),
        last.affluence(),
        last.between().orElseThrow(),
        last.transvariation().orElseThrow(),
        null);
  }

  /** Samples of every kind. */
  @Test
  void inequalityKeepsItsChecks() {
    List<InequalityRows> found =
        List.of(
            compared("plain", 1, 5, 2, 2, 7, 0.1),
            compared("zeros", 0, 0, 3, 0, 1, 4),
            compared("alike", 2, 2, 2, 2, 2, 2),
            compared("nothing", 0, 0, 0, 0, 0, 0),
            compared("negative", -1, 1, 2, 3, -4, 5),
            compared("large", 1e307, 2e307, 1e-300, 0, 3e306, 9e307));
    List<Integer> sizes = new ArrayList<>();
    for (InequalityTable table :
        List.of(new InequalityYear(), new InequalityGroupYear(), new InequalityPairYear())) {
      TableRows.Held rows = (TableRows.Held) table.rows(LocalRecords.of(found));
      assertThat(broken(table.spec(), rows)).isZero();
      sizes.add(rows.rows().size());
    }
    assertThat(sizes).containsExactly(6, 18, 18);
  }

  private static InequalityRows compared(String measure, double... values) {
    Sample.Builder sample = new Sample.Builder();
    for (int i = 0; i < values.length; i++) {
      sample.add("g" + i % 3, values[i]);
    }
    return InequalityRows.of(
        measure, "region", 2020, Inequality.of(sample.build(), Inequality.EPSILONS));
  }

  @Test
  void groupingsNameColumns() {
    Records<MeasureValue> none = LocalRecords.none();
    assertThat(panels(none).list()).isEmpty();
    assertThatThrownBy(() -> Measures.panels(none, MeasureSample.units(), List.of("rgn")))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("groupings: units have no column 'rgn'");
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
        .agg(array(count_if(isBroken)))
        .first()
        .<Long>getList(0)
        .get(0);
  }
}
