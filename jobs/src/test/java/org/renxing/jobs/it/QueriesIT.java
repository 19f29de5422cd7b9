package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.jobs.sql.Answer;
import org.renxing.jobs.sql.AnswerForm;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.jobs.sql.SparkEngine;
import org.renxing.jobs.sql.SqlEngine;
import org.renxing.jobs.sql.TerminalWidth;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** The figures and tables of the studies, each by one SELECT of docs/queries. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesIT {
  private LakeView view;

  @BeforeAll
  void run(SparkSession spark) {
    view = SamplesRun.released(spark);
  }

  /** Figure 3 of the study of resource-based cities. */
  @Test
  void deaCoordinationOverTime() throws IOException {
    List<Row> rows = ask("dea-coordination-over-time");
    assertThat(rows).hasSize(10).allMatch(r -> r.getLong(r.fieldIndex("cities")) == 30);
    double mean =
        view.released(TableName.gold("dea_score_unit_year"))
            .where("year = 2013 AND output_system = 'economic'")
            .selectExpr("avg(theta)")
            .first()
            .getDouble(0);
    assertThat(rows.get(3).<Integer>getAs("year")).isEqualTo(2013);
    assertThat(rows.get(3).<Double>getAs("economic")).isCloseTo(mean, within(1e-12));
  }

  /** Figure 2 of the coupling study. */
  @Test
  void couplingOverTime() throws IOException {
    List<Row> rows = ask("coupling-over-time");
    assertThat(rows).hasSize(10).allMatch(r -> r.<Long>getAs("cities") == 288);
    Row means =
        view.released(TableName.gold("coupling_unit_year"))
            .where("year = 2017")
            .selectExpr("avg(s)", "avg(e)", "avg(c)", "avg(d)")
            .first();
    Row row = rows.get(5);
    assertThat(row.<Integer>getAs("year")).isEqualTo(2017);
    List<String> columns = List.of("digital", "resilience", "coupling", "coordination");
    for (int i = 0; i < columns.size(); i++) {
      assertThat(row.<Double>getAs(columns.get(i)))
          .as(columns.get(i))
          .isCloseTo(means.getDouble(i), within(1e-12));
    }
  }

  /** Table 3 of the coupling study: places fall by D, and D follows from both scores. */
  @Test
  void coordinationTop20() throws IOException {
    List<Row> rows = ask("coordination-top-20");
    assertThat(rows).extracting(r -> r.<Integer>getAs("place")).hasSize(20).isSorted();
    for (int year : List.of(2012, 2017, 2021)) {
      assertThat(rows)
          .extracting(r -> -r.<Double>getAs("coordination_" + year))
          .as("D of %d", year)
          .isSorted();
      assertThat(rows).extracting(r -> r.<String>getAs("city_" + year)).doesNotHaveDuplicates();
      for (Row row : rows) {
        double product =
            row.<Double>getAs("resilience_" + year) * row.<Double>getAs("digital_" + year);
        assertThat(row.<Double>getAs("coordination_" + year))
            .isCloseTo(Math.pow(product, 0.25), within(1e-12));
      }
    }
  }

  /** Figure 3 of the coupling study: the parts make up the whole. */
  @Test
  void coordinationGini() throws IOException {
    List<Row> rows = ask("coordination-gini");
    assertThat(rows).hasSize(10).allMatch(r -> r.<Long>getAs("cities") == 288);
    for (Row row : rows) {
      double parts =
          row.<Double>getAs("within_share")
              + row.<Double>getAs("between_share")
              + row.<Double>getAs("transvariation_share");
      assertThat(parts).isCloseTo(1, within(1e-12));
      assertThat(row.<Double>getAs("gini")).isBetween(0.0, 1.0);
    }
    assertThat(rows.get(9).<Double>getAs("gini")).isCloseTo(giniByPairs(2021), within(1e-12));
  }

  /** Sum of |D_i - D_r| over all pairs of cities, over 2 n^2 times the mean. */
  private double giniByPairs(int year) {
    double[] d =
        view
            .released(TableName.gold("coupling_unit_year"))
            .where("d IS NOT NULL AND year = " + year)
            .select("d")
            .collectAsList()
            .stream()
            .mapToDouble(r -> r.getDouble(0))
            .toArray();
    double distances = 0;
    for (double one : d) {
      for (double other : d) {
        distances += Math.abs(one - other);
      }
    }
    return distances / (2.0 * d.length * Arrays.stream(d).sum());
  }

  /** Figure 4 of the coupling study: the obstacles of each class make up the whole. */
  @Test
  void obstaclesByClass() throws IOException {
    Map<String, List<Row>> classes =
        ask("obstacles-by-class").stream()
            .collect(Collectors.groupingBy(r -> r.<String>getAs("class")));
    assertThat(classes).hasSizeGreaterThan(1).containsKey("all");
    classes.forEach(
        (name, rows) -> {
          double sum = rows.stream().mapToDouble(r -> r.<Double>getAs("mean_degree_pct")).sum();
          assertThat(sum).as(name).isCloseTo(100, within(1e-9));
        });
    assertThat(classes.get("all").get(0).<Long>getAs("city_years")).isEqualTo(2880);
  }

  /** All types of columns, and tables with and without scenarios; order is the engine's own. */
  @ParameterizedTest
  @ValueSource(
      strings = {"gold.dim_unit", "gold.data_dictionary", "gold.coupling_unit_year", "ops.step"})
  void bothEnginesPrintTheSameOfATable(String table) {
    String sql = "SELECT * FROM " + table;
    for (AnswerForm form : List.of(AnswerForm.CSV, AnswerForm.JSON)) {
      assertThat(print(form, duck(), sql))
          .hasSizeGreaterThan(20)
          .isEqualTo(print(form, spark(), sql));
    }
  }

  private static List<String> print(AnswerForm form, SqlEngine engine, String sql) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      engine.answer(
          sql,
          answer -> {
            form.print(answer, out, TerminalWidth.UNLIMITED);
            return 0;
          });
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().sorted().toList();
  }

  private SqlEngine duck() {
    return new DuckEngine(view.lake(), Optional.of(view.release()));
  }

  private SqlEngine spark() {
    return new SparkEngine(view.lake(), Optional.of(view.release()));
  }

  /** The answer of Spark, which DuckDB has given too. */
  private List<Row> ask(String query) throws IOException {
    String sql = Files.readString(Launcher.PROJECT.resolve("docs/queries/" + query + ".sql"));
    List<Row> rows = view.ask(sql).collectAsList();
    List<List<Object>> other = duck().answer(sql, QueriesIT::all);
    assertThat(other).hasSameSizeAs(rows);
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < rows.get(r).size(); i++) {
        Object one = rows.get(r).get(i);
        Object two = other.get(r).get(i);
        if (one instanceof Number number) {
          double value = number.doubleValue();
          assertThat(((Number) two).doubleValue())
              .isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value))));
        } else {
          assertThat(two).isEqualTo(one);
        }
      }
    }
    return rows;
  }

  private static List<List<Object>> all(Answer answer) {
    List<List<Object>> out = new ArrayList<>();
    answer.rows().forEachRemaining(out::add);
    return out;
  }
}
