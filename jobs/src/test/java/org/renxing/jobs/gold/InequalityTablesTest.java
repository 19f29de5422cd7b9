package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.inequality.InequalityStage;
import org.renxing.model.ColumnSpec;
import org.renxing.model.TableSpec;
import org.renxing.testing.Frames;

/** Shapes and checks of the three tables hold for samples of every kind. */
class InequalityTablesTest {
  private static final String VALUES =
      "measure string, grouping string, year int, group_value string, value double";

  @Test
  void shapesAndChecksHold() {
    List<Row> values = new ArrayList<>();
    add(values, "plain", 1, 5, 2, 2, 7, 0.1);
    add(values, "zeros", 0, 0, 3, 0, 1, 4);
    add(values, "alike", 2, 2, 2, 2, 2, 2);
    add(values, "nothing", 0, 0, 0, 0, 0, 0);
    add(values, "negative", -1, 1, 2, 3, -4, 5);
    add(values, "large", 1e307, 2e307, 1e-300, 0, 3e306, 9e307);
    Dataset<Row> answers = InequalityStage.compare(Frames.of(VALUES, values)).persist();
    assertThat(broken(new InequalityYear().spec(), new InequalityYear().rows(answers)))
        .containsExactly(6L, 0L);
    assertThat(broken(new InequalityGroupYear().spec(), new InequalityGroupYear().rows(answers)))
        .containsExactly(18L, 0L);
    assertThat(broken(new InequalityPairYear().spec(), new InequalityPairYear().rows(answers)))
        .containsExactly(18L, 0L);
    answers.unpersist();
  }

  /** How many rows there are, and how many break a check or lack what they must have. */
  private static List<Long> broken(TableSpec spec, Dataset<Row> rows) {
    List<String> names = new ArrayList<>(List.of("scenario_id", "run_id"));
    names.addAll(List.of(rows.columns()));
    assertThat(spec.columns())
        .extracting(ColumnSpec::name)
        .containsExactlyInAnyOrderElementsOf(names);
    Column isBroken = lit(false);
    for (String condition : spec.conditions().values()) {
      isBroken = isBroken.or(not(coalesce(expr(condition), lit(true))));
    }
    Dataset<Row> whole = rows.withColumn("scenario_id", lit("s")).withColumn("run_id", lit("r"));
    return whole.agg(array(count_if(lit(true)), count_if(isBroken))).first().getList(0);
  }

  private static void add(List<Row> rows, String measure, double... values) {
    for (int i = 0; i < values.length; i++) {
      rows.add(row(measure, "region", 2020, "g" + i % 3, values[i]));
    }
  }
}
