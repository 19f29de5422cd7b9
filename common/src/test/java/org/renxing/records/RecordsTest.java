package org.renxing.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.lake.TableRows;
import org.renxing.testing.SparkExtension;

/** What is held here and what Spark distributes give the same. */
@ExtendWith(SparkExtension.class)
class RecordsTest {
  private static final StructType SHAPE = StructType.fromDDL("town string, size double");

  /** A town with sizes. */
  private record Town(String name, List<Double> sizes) implements Serializable {}

  /** A sum that does not depend on order: of whole numbers. */
  private static final class Sum implements Accumulator<Town, Sum> {
    private static final long serialVersionUID = 1L;
    private long count;
    private double total;

    @Override
    public void add(Town town) {
      count++;
      for (double size : town.sizes()) {
        total += size;
      }
    }

    @Override
    public void merge(Sum other) {
      count += other.count;
      total += other.total;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 30_000})
  void bothGiveTheSame(int size, SparkSession spark) {
    Records<Town> here = LocalRecords.of(towns(size));
    for (int partitions : List.of(1, 7)) {
      Records<Town> there = distributed(spark, size, partitions);
      Sum expected = here.reduce(Sum::new);
      Sum actual = there.reduce(Sum::new);
      assertThat(actual.count).isEqualTo(expected.count).isEqualTo(size);
      assertThat(actual.total).isEqualTo(expected.total);
      assertThat(counted(there)).isEqualTo(counted(here));
      assertThat(rows(there)).isEqualTo(rows(here)).hasSize(2 * size);
    }
  }

  @Test
  void whatIsKeptIsComputedOnce(SparkSession spark) {
    Records<Town> kept = distributed(spark, 20, 3).kept();
    assertThat(kept.list()).hasSize(20);
    assertThat(kept.reduce(Sum::new).count).isEqualTo(20);
    kept.release();
    Records<Town> here = LocalRecords.of(towns(2)).flatMap(t -> List.of(t, t).iterator()).kept();
    assertThat(here.list()).hasSize(4);
    here.release();
    assertThat(here.list()).hasSize(4);
  }

  private static Map<String, Double> counted(Records<Town> towns) {
    Map<String, Double> out = new TreeMap<>();
    towns
        .flatMap(RecordsTest::larger)
        .map(t -> new Town(t.name().substring(0, 7), t.sizes()))
        .combined(Town::name, RecordsTest::joined)
        .groupedBy(Town::name, RecordsTest::joined)
        .list()
        .forEach(t -> out.put(t.name(), t.sizes().get(0)));
    return out;
  }

  private static Iterator<Town> larger(Town town) {
    boolean isLarge = town.sizes().get(0) > 3;
    return isLarge ? Collections.singleton(town).iterator() : Collections.emptyIterator();
  }

  private static Iterator<Town> joined(String key, List<Town> towns) {
    Sum sum = new Sum();
    towns.forEach(sum::add);
    return List.of(new Town(key, List.of(sum.total))).iterator();
  }

  private static List<Row> rows(Records<Town> towns) {
    TableRows rows =
        towns.rows(
            SHAPE,
            t -> IntStream.range(0, 2).mapToObj(i -> row(t.name(), t.sizes().get(i))).iterator());
    assertThat(rows.schema()).isEqualTo(SHAPE);
    List<Row> all =
        rows instanceof TableRows.Held held
            ? held.rows()
            : ((TableRows.Planned) rows).plan().collectAsList();
    return all.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }

  private static Row row(String name, double size) {
    return RowFactory.create(name, size);
  }

  private static Records<Town> distributed(SparkSession spark, int size, int partitions) {
    List<Row> rows = towns(size).stream().map(t -> row(t.name(), t.sizes().get(0))).toList();
    return SparkRecords.of(
        spark.createDataFrame(rows, SHAPE).repartition(partitions),
        part -> {
          List<Town> out = new ArrayList<>();
          part.forEachRemaining(r -> out.add(town(r.getString(0), r.getDouble(1))));
          return out.iterator();
        });
  }

  private static List<Town> towns(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> town("Town " + (i * 37L % 1009 + 1000), i))
        .toList();
  }

  private static Town town(String name, double size) {
    return new Town(name, List.of(size, 2 * size));
  }
}
