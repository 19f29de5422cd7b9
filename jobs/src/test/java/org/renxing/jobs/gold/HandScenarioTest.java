package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The tables of {@link HandScenario} as wholes, and that a test asks for figures of each. */
class HandScenarioTest {
  private static final Path TESTS = Path.of("src/test/java/org/renxing/jobs/gold");

  /** Whoever adds a gold table gives it figures by hand: in one of these classes. */
  @Test
  void everyTableHasFiguresByHand() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(TESTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith("FiguresTest.java")).toList()) {
        sources.append(Files.readString(file));
      }
    }
    Set<String> without = new TreeSet<>(HandScenario.all().keySet());
    assertThat(without).hasSizeGreaterThan(60);
    without.removeIf(table -> sources.indexOf("\"" + table + "\"") >= 0);
    assertThat(without).as("gold tables of which no figure is asked").isEmpty();
  }

  @Test
  void keysAreUnique() {
    HandScenario.all()
        .forEach(
            (name, made) -> {
              Set<List<Object>> keys = new HashSet<>();
              for (Row row : made.rows()) {
                List<Object> key = new ArrayList<>();
                made.spec().keys().forEach(column -> key.add(row.getAs(column)));
                assertThat(key).as(name).doesNotContainNull();
                assertThat(keys.add(key)).as(name + " " + key).isTrue();
              }
            });
  }

  @Test
  void rowsHoldTheChecksOfTheirTable() {
    Dataset<Row> broken =
        HandScenario.all().entrySet().stream()
            .map(table -> broken(table.getKey(), table.getValue()))
            .reduce(Dataset::unionAll)
            .orElseThrow();
    assertThat(broken.collectAsList()).isEmpty();
  }

  /** The rows that break a condition, with its name. */
  private static Dataset<Row> broken(String name, HandScenario.Made made) {
    List<Column> conditions = new ArrayList<>();
    for (Map.Entry<String, String> condition : made.spec().conditions().entrySet()) {
      conditions.add(
          when(coalesce(expr(condition.getValue()), lit(true)), lit(null))
              .otherwise(lit(condition.getKey())));
    }
    return made.frame()
        .select(
            lit(name).as("table"), concat_ws("; ", conditions.toArray(Column[]::new)).as("broken"))
        .where("broken <> ''");
  }
}
