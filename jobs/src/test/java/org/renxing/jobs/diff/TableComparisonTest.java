package org.renxing.jobs.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.jobs.diff.TableDiff.Difference;
import org.renxing.jobs.diff.TableDiff.Kind;
import org.renxing.jobs.diff.TableDiff.Largest;
import org.renxing.jobs.diff.TableDiff.State;
import org.renxing.lake.RowReader;
import org.renxing.model.TableName;

class TableComparisonTest {
  private static final TableName TABLE = TableName.gold("t");
  private static final String PLAIN = "id string, x double, run_id string";

  /** Rows that are held by the test. */
  private record Given(StructType schema, List<Row> rows) implements RowReader {
    static Given of(String columns, Object[]... rows) {
      return new Given(
          StructType.fromDDL(columns), Stream.of(rows).map(RowFactory::create).toList());
    }

    @Override
    public long rowCount() {
      return rows.size();
    }

    @Override
    public void forEach(Optional<String> scenario, Consumer<Row> use) {
      rows.forEach(use);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "-0.0, 0.0, true",
    "NaN, NaN, true",
    ",, true",
    ", 0, false",
    "NaN,, false",
    "NaN, 1, false",
    "Infinity, Infinity, true",
    "Infinity, -Infinity, false",
    "Infinity, 1e308, false",
    "1, 1.00000000009, true",
    "1, 1.00000000011, false",
    "1e300, 1.00000000009e300, true",
    "-1e-300, -1.00000000011e-300, false",
    "0, 1e-300, false",
    "1e308, -1e308, false",
  })
  void doublesAreEqualWithinTheTolerance(Double a, Double b, boolean isEqual) {
    TableDiff diff = compare(row(a), row(b));
    assertThat(diff.state()).isEqualTo(isEqual ? State.EQUAL : State.DIFFERENT);
    assertThat(diff.changed()).isEqualTo(isEqual ? 0 : 1);
    assertThat(compare(row(b), row(a)).state()).isEqualTo(diff.state());
  }

  @Test
  void theRelativeDifferenceIsOfTheLargerNumber() {
    assertThat(ColumnTally.relative(4, 5)).isEqualTo(0.2);
    assertThat(ColumnTally.relative(-5, 5)).isEqualTo(2);
    assertThat(ColumnTally.relative(0, 1e-300)).isEqualTo(1);
    assertThat(ColumnTally.relative(1e308, -1e308)).isEqualTo(2, within(1e-15));
    assertThat(ColumnTally.relative(Math.nextUp(1e16), 1e16)).isPositive();
    assertThat(ColumnTally.relative(Double.POSITIVE_INFINITY, 1)).isNaN();
  }

  @Test
  void aToleranceOfNothingFindsTheLastDigit() {
    ComparedColumns columns = columns(row(1.0), row(1.0));
    Double next = Math.nextUp(1.0);
    assertThat(compare(row(1.0), row(next), columns, 0, 5, 1).changed()).isEqualTo(1);
    assertThat(compare(row(1.0), row(1.0), columns, 0, 5, 1).state()).isEqualTo(State.EQUAL);
  }

  @Test
  void wholeNumbersAreExact() {
    String columns = "id string, n bigint";
    Given a = Given.of(columns, new Object[] {"a", (1L << 53) + 1}, new Object[] {"b", 3L});
    Given b = Given.of(columns, new Object[] {"a", 1L << 53}, new Object[] {"b", 4L});
    TableDiff diff = compare(a, b);
    assertThat(diff.changed()).isEqualTo(2);
    Largest largest = diff.largest().orElseThrow().largest().orElseThrow();
    assertThat(largest.relativeDifference()).isEqualTo(0.25);
    assertThat(largest.key()).hasToString("id=b");
    assertThat(largest.a()).isEqualTo(3L);
  }

  @Test
  void rowsAreMatchedByKeyWhateverTheirOrder() {
    Given a =
        Given.of(
            PLAIN,
            new Object[] {"c", 3.0, "r1"},
            new Object[] {null, 0.0, "r1"},
            new Object[] {"a", 1.0, "r1"});
    Given b =
        Given.of(
            PLAIN,
            new Object[] {"a", 1.5, "r2"},
            new Object[] {"b", 2.0, "r2"},
            new Object[] {null, 0.0, "r2"});
    TableDiff diff = compare(a, b);
    assertThat(List.of(diff.rowsA(), diff.rowsB(), diff.added(), diff.gone(), diff.changed()))
        .containsExactly(3L, 3L, 1L, 1L, 1L);
    assertThat(diff.keys()).containsExactly("id");
    assertThat(diff.differences())
        .containsExactly(
            new Difference(
                Kind.CHANGED, key("a"), Optional.of("x"), Optional.of(1.0), Optional.of(1.5)),
            new Difference(
                Kind.ADDED, key("b"), Optional.empty(), Optional.empty(), Optional.empty()),
            new Difference(
                Kind.GONE, key("c"), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void columnsOfOneSideAndOtherTypesAreDifferences() {
    Given a = Given.of("id string, n int, x double, old string", new Object[] {"a", 1, 2.0, "o"});
    Given b =
        Given.of("new string, id string, n bigint, x string", new Object[] {"n", "a", 1L, "2"});
    TableDiff diff = compare(a, b);
    assertThat(diff.state()).isEqualTo(State.DIFFERENT);
    assertThat(diff.columnsOnlyA()).containsExactly("old");
    assertThat(diff.columnsOnlyB()).containsExactly("new");
    assertThat(diff.columnsOfOtherType()).containsExactly("n", "x");
    assertThat(diff.changed()).as("n is compared, x is not").isZero();
    Given more = Given.of("id string, n bigint", new Object[] {"a", 2L});
    assertThat(compare(a, more).changed()).isEqualTo(1);
  }

  @Test
  void allTypesAreCompared() {
    String columns =
        "id string, t string, b boolean, at timestamp, bytes binary, list array<string>, m"
            + " map<string,string>";
    Object[] row = {
      "a",
      "合肥",
      true,
      new Timestamp(5),
      new byte[] {1, -1},
      new String[] {"x", null},
      Map.of("k", "v", "l", "w")
    };
    Object[] other = {
      "a", "Hefei", false, new Timestamp(6), new byte[] {1, 1}, new String[] {"x"}, Map.of("k", "v")
    };
    Map<String, String> turned = new LinkedHashMap<>();
    turned.put("l", "w");
    turned.put("k", "v");
    Object[] same = {
      "a", "合肥", true, new Timestamp(5), new byte[] {1, -1}, new String[] {"x", null}, turned
    };
    assertThat(compare(Given.of(columns, row), Given.of(columns, same)).state())
        .isEqualTo(State.EQUAL);
    TableDiff diff = compare(Given.of(columns, row), Given.of(columns, other), 9);
    assertThat(diff.columns().stream().map(c -> c.column() + c.changed()))
        .containsExactly("t1", "b1", "at1", "bytes1", "list1", "m1");
    assertThat(diff.differences().stream().map(d -> d.a().orElseThrow()))
        .containsExactly(
            "合肥",
            true,
            "1970-01-01T00:00:00.005Z",
            "01ff",
            "[\"x\",null]",
            "{\"k\":\"v\",\"l\":\"w\"}");
  }

  @Test
  void aTableWithoutKeyIsComparedByWholeRows() {
    Given a = Given.of("x double, t string", new Object[] {1.0, "a"}, new Object[] {1.0, "a"});
    Given b = Given.of("x double, t string", new Object[] {1.0, "a"}, new Object[] {2.0, "a"});
    ComparedColumns columns = ComparedColumns.of(a.schema(), b.schema(), List.of(), Set.of());
    TableDiff diff = compare(a, b, columns, 1e-10, 5, 1);
    assertThat(List.of(diff.added(), diff.gone(), diff.changed())).containsExactly(1L, 1L, 0L);
  }

  /** Also where keys come twice. */
  @Test
  void sharesAndTheOrderOfRowsChangeNothing() {
    Random random = new Random(11);
    List<Row> rowsA = new ArrayList<>();
    List<Row> rowsB = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String text = random.nextInt(9) == 0 ? null : "u" + random.nextInt(300);
      Double number = random.nextInt(9) == 0 ? null : random.nextInt(3) - 1.0;
      double x = random.nextDouble();
      if (random.nextInt(20) > 0) {
        rowsA.add(RowFactory.create(text, number, random.nextInt(9), x));
      }
      if (random.nextInt(20) > 0) {
        rowsB.add(
            RowFactory.create(
                text,
                number == null ? null : number * -1 * -1,
                (long) random.nextInt(9),
                x * (1 + random.nextInt(4) * 1e-9)));
      }
    }
    StructType schemaA = StructType.fromDDL("t string, k double, n int, x double");
    StructType schemaB = StructType.fromDDL("t string, k double, n bigint, x double");
    Given a = new Given(schemaA, rowsA);
    Given b = new Given(schemaB, rowsB);
    ComparedColumns columns =
        ComparedColumns.of(schemaA, schemaB, List.of("t", "k", "n"), Set.of());
    TableDiff whole = compare(a, b, columns, 1e-10, 7, 1);
    assertThat(List.of(whole.added(), whole.gone(), whole.changed())).doesNotContain(0L);
    assertThat(whole.differences()).hasSize(21);
    assertThat(whole.rowsA()).isEqualTo(rowsA.size());
    for (int shares : new int[] {2, 5, 64}) {
      Collections.shuffle(rowsA, random);
      Collections.shuffle(rowsB, random);
      assertThat(compare(a, b, columns, 1e-10, 7, shares)).isEqualTo(whole);
    }
  }

  private static Given row(Double x) {
    return Given.of(PLAIN, new Object[] {"a", x, "r"});
  }

  private static RowKey key(String id) {
    return new RowKey(Map.of("id", id));
  }

  private static TableDiff compare(Given a, Given b) {
    return compare(a, b, 5);
  }

  private static TableDiff compare(Given a, Given b, int limit) {
    return compare(a, b, columns(a, b), 1e-10, limit, 1);
  }

  private static ComparedColumns columns(Given a, Given b) {
    return ComparedColumns.of(a.schema(), b.schema(), List.of("id"), Set.of("run_id"));
  }

  private static TableDiff compare(
      Given a, Given b, ComparedColumns columns, double tolerance, int limit, int shares) {
    return TableComparison.compare(
        TABLE,
        new TableComparison.Rows(a, Optional.empty()),
        new TableComparison.Rows(b, Optional.empty()),
        columns,
        new DiffOptions(Set.of(), tolerance, limit, 10),
        shares);
  }
}
