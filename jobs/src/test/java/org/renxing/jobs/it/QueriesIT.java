package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
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

  private List<Row> ask(String query) throws IOException {
    String sql = Files.readString(Launcher.PROJECT.resolve("docs/queries/" + query + ".sql"));
    return view.ask(sql).collectAsList();
  }
}
