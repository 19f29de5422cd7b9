package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.index.couple.CouplingCoordination;
import org.renxing.lake.Lake;
import org.renxing.model.Scenario;
import org.renxing.run.Inputs;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.weights.WeightingMethods;

/** Scores outside their scale break a check of the table, and the message names each. */
class CouplingUnitYearTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private static Scenario scenario() {
    return ConfigurationLoader.load(
            HOME,
            "default",
            Map.of(),
            name -> Optional.empty(),
            new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
        .settings()
        .scenarios()
        .get("digital-coupling");
  }

  private static Dataset<Row> scores() {
    Object[][] given = {
      {"140600", 2012, 0.5, 0.5},
      {"140600", 2013, 1.2, 0.5},
      {"511300", 2012, 1 + 1e-13, 0.5},
      {"511300", 2013, 0.5, -0.01},
      {"511300", 2014, null, 0.5}
    };
    List<Row> rows = new ArrayList<>();
    for (Object[] unit : given) {
      rows.add(row("entropy", "digital", unit[0], unit[1], unit[2]));
      rows.add(row("entropy", "resilience", unit[0], unit[1], unit[3]));
    }
    return Frames.of("scheme string, system string, unit_id string, year int, score double", rows);
  }

  @Test
  void theyAreCountedByTheCheckAndNamed() {
    Scenario scenario = scenario();
    CouplingUnitYear table = new CouplingUnitYear();
    String check = table.spec().conditions().get("scores lie on their scale");
    Dataset<Row> coupled =
        new CouplingCoordination(scenario.couplings().get(0), 1).of(scores()).persist();
    assertThat(coupled.where("NOT (" + check + ")").select("unit_id", "year").collectAsList())
        .containsExactlyInAnyOrder(row("140600", 2013), row("511300", 2013));
    assertThat(coupled.where(expr("reason = 'MISSING_SCORE'")).count()).isEqualTo(1);
    coupled.unpersist();
    Inputs inputs = new Inputs(new Lake(SparkExtension.session(), folder.toString()));
    inputs.handOn(IndexScore.TABLE, Map.of(scenario.id(), scores()));
    assertThat(table.explain(scenario, inputs).lines().toList())
        .containsExactly(
            "",
            "scenarios.digital-coupling.coupling, digital-resilience, unit 140600, year 2013,"
                + " system digital: 1.2 lies outside the scale of coupled scores, from 0 to 1; take"
                + " normalisation.clamp = true, another normalisation, or leave the coupling out",
            "scenarios.digital-coupling.coupling, digital-resilience, unit 511300, year 2013,"
                + " system resilience: -0.01 lies outside the scale of coupled scores, from 0 to 1;"
                + " take normalisation.clamp = true, another normalisation, or leave the coupling"
                + " out");
  }
}
