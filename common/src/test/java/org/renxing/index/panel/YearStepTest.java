package org.renxing.index.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;
import org.renxing.model.IndexSystem;
import org.renxing.testing.Frames;
import org.renxing.testing.Systems;

/** The panel of a scenario whose years are some years apart, as those of a census. */
class YearStepTest {
  private static final String LONG =
      "unit_id string, year int, indicator_code string, value double";
  private static final IndexSystem PLAIN = index(node("s", leaf("x", "x")));

  private static Panel panel(String years, double cap, boolean dropIncomplete) {
    Imputation rules =
        new Imputation(
            Imputation.Interior.LINEAR,
            Imputation.Ends.NONE,
            Imputation.Fallback.NONE,
            "all",
            cap,
            Imputation.OverCap.DROP_UNIT,
            dropIncomplete,
            Imputation.Basis.DERIVED);
    Dataset<Row> observations =
        Frames.of(
            LONG,
            row("u", 2000, "x", 1.0),
            row("u", 2005, "x", 50.0),
            row("u", 2020, "x", 7.0),
            row("v", 2000, "x", 1.0),
            row("v", 2010, "x", 2.0),
            row("v", 2011, "x", 50.0),
            row("w", 2005, "x", 5.0));
    return new PanelBuilder(Systems.scenario(PLAIN, years, rules, ""))
        .build(
            observations,
            Frames.of(
                "unit_id string, region7 string", row("u", "R"), row("v", "R"), row("w", "R")));
  }

  @Test
  void yearsBetweenTheStepsNeitherCountNorHelp() {
    Panel panel = panel("2000..2020 by 10", 0.34, false);
    Map<String, Row> rows = Frames.by(panel.values(), "unit_id", "year");
    assertThat(rows).containsOnlyKeys("u/2000", "u/2010", "u/2020", "v/2000", "v/2010", "v/2020");
    assertThat(rows.get("u/2010").<Double>getAs("value")).isCloseTo(4.0, offset(1e-12));
    assertThat(rows.get("u/2010").<String>getAs("imputed_from")).isEqualTo("2000,2020");
    assertThat(rows.get("v/2010").<Double>getAs("value")).isEqualTo(2.0);
    assertThat(rows.get("v/2020").isNullAt(rows.get("v/2020").fieldIndex("value"))).isTrue();
  }

  @Test
  void theCapIsAShareOfTheYearsThatThereAre() {
    Map<String, Row> out =
        Frames.by(panel("2000..2020 by 10", 0.32, false).exclusions(), "unit_id");
    assertThat(out).containsOnlyKeys("u", "v", "w");
    assertThat(out.get("u").<String>getAs("detail"))
        .isEqualTo("x: 1 of 3 years missing, cap is a share of 0.32");
  }

  @Test
  void aUnitIsCompleteInTheYearsThatThereAre() {
    Panel panel = panel("2000..2020 by 20", 1, true);
    assertThat(Frames.by(panel.values(), "unit_id", "year")).containsOnlyKeys("u/2000", "u/2020");
    assertThat(Frames.by(panel.exclusions(), "unit_id")).containsOnlyKeys("v", "w");
  }
}
