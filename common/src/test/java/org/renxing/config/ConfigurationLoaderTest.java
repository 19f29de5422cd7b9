package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.Analysis;
import org.renxing.model.Direction;
import org.renxing.model.FileForm;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.IntakeLimits;
import org.renxing.model.Scenario;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.YearRange;

class ConfigurationLoaderTest {
  @TempDir private Path home;

  private ConfTree tree() {
    return new ConfTree(home);
  }

  @Test
  void readsEveryKindOfFile() {
    Settings settings = tree().load().settings();
    assertThat(settings.env()).isEqualTo("default");
    assertThat(settings.lakePath()).isEqualTo(home + "/lake");
    assertThat(settings.referencePath()).isEqualTo(home + "/conf/reference");
    assertThat(settings.nightlyScenarios()).containsExactly("small");
    assertThat(settings.spark()).containsEntry("spark.sql.shuffle.partitions", "2").hasSize(1);
    assertThat(settings.unitsOfMeasure()).containsOnlyKeys("CNY", "10^8 CNY", "person", "km2");
    assertThat(settings.baseIndicators().get("gdp").unitOfMeasure()).isEqualTo("10^8 CNY");
    assertThat(settings.baseIndicators().get("gdp").nameZh()).isEqualTo("地区生产总值");
    SourceSpec source = settings.sources().get("yearbook");
    assertThat(source.path()).isEqualTo(home + "/in/*.csv");
    assertThat(source.mappings()).containsEntry("GDP", new SourceSpec.Mapping("gdp", "CNY"));
    assertThat(source.nullMarks()).contains("");
  }

  @Test
  void unitThatIsLeftOutComesFromTheNameOrFromTheFile() {
    SourceSpec source =
        tree()
            .write(
                "conf/sources/yearbook.conf",
                """
                title = "Yearbook"
                path = "in"
                unit-column = code
                year-column = year
                columns { "GDP(亿元)" { indicator = gdp }, "人口" { indicator = pop } }
                """)
            .load()
            .settings()
            .sources()
            .get("yearbook");
    assertThat(source.mappings())
        .containsEntry("GDP(亿元)", new SourceSpec.Mapping("gdp", "10^8 CNY"))
        .containsEntry("人口(person)", new SourceSpec.Mapping("pop", "person", Optional.of("人口")))
        .hasSize(2);
    assertThat(source.form()).isEqualTo(FileForm.plain());
  }

  @Test
  void limitsOfIntakeHaveDefaultsAndCanBeSet() {
    assertThat(tree().load().settings().intake()).isEqualTo(IntakeLimits.DEFAULT);
    assertThat(tree().set("intake.max-ratio", "7").load().settings().intake().ratio()).isEqualTo(7);
  }

  @Test
  void givesScenariosTheDocumentedDefaults() {
    Scenario scenario = tree().load().settings().scenarios().get("small");
    assertThat(scenario.years()).isEqualTo(new YearRange(2012, 2021));
    assertThat(scenario.population().levels()).containsExactly("municipality", "prefecture_city");
    assertThat(scenario.imputation().cap()).isEqualTo(0.3);
    assertThat(scenario.schemes()).singleElement().matches(s -> s.method().equals("entropy"));
    assertThat(scenario.aggregation()).isEqualTo(Aggregation.ARITHMETIC);
    assertThat(scenario.couplings()).isEmpty();
    assertThat(scenario.groupings()).containsExactly("region7", "region3", "province_name");
    assertThat(scenario.analyses()).containsExactly(Analysis.values());
  }

  @Test
  void keepsChildrenInTheOrderOfTheFile() {
    IndexSystem system = tree().load().settings().indexSystems().get("small");
    assertThat(system.root().code()).isEqualTo("overall");
    assertThat(system.systems()).extracting(IndexNode::code).containsExactly("wealth", "nature");
    assertThat(system.indicators())
        .extracting(Indicator::code)
        .containsExactly("w2", "w1", "green");
    Indicator green = system.indicators().get(2);
    assertThat(green.expression()).isEqualTo("green");
    assertThat(green.unitOfMeasure()).isEqualTo("km2");
    assertThat(system.indicators().get(1).direction()).isEqualTo(Direction.NEGATIVE);
  }

  @Test
  void keepsTheOrderOfChildrenInOneLine() {
    IndexSystem system =
        tree()
            .write(
                "conf/index-systems/small.conf",
                "title = t, children { z { name-en = z, children { q { name-en = q, direction ="
                    + " \"+\", expression = gdp }, \"b\" { name-en = b, direction = \"-\","
                    + " expression = pop } } }, a { name-en = a, direction = \"+\","
                    + " expression = pop } }")
            .write(
                "conf/env/e.conf",
                "index-systems.small.children { c { name-en = c,"
                    + " direction = \"+\", expression = pop }, a.weight = 2 }")
            .env("e")
            .load()
            .settings()
            .indexSystems()
            .get("small");
    assertThat(system.indicators()).extracting(Indicator::code).containsExactly("q", "b", "a", "c");
    assertThat(system.systems()).extracting(IndexNode::weight).containsExactly(1.0, 2.0, 1.0);
  }

  @Test
  void laterLayersWin() {
    ConfTree tree =
        tree()
            .write(
                "conf/env/big.conf",
                """
                lake.path = "s3a://bucket/lake"
                scenarios.small.years = "2001..2010"
                spark { "spark.sql.shuffle.partitions" = 200, spark.speculation = true }
                """)
            .env("big")
            .set("scenarios.small.years", "2015")
            .set("scenarios.small.groupings", "[region7]")
            .set("scenarios.small.analyses", "[space]")
            .set("scenarios.small.title", "A: plain text")
            .set("reference.path", "hdfs://host/ref")
            .set("spark.sql.shuffle.partitions", "8")
            .set("spark.speculation.interval", "5s");
    Settings settings = tree.load().settings();
    Scenario scenario = settings.scenarios().get("small");
    assertThat(settings.lakePath()).isEqualTo("s3a://bucket/lake");
    assertThat(settings.referencePath()).isEqualTo("hdfs://host/ref");
    assertThat(scenario.years()).isEqualTo(new YearRange(2015, 2015));
    assertThat(scenario.groupings()).containsExactly("region7");
    assertThat(scenario.analyses()).containsExactly(Analysis.SPACE);
    assertThat(scenario.title()).isEqualTo("A: plain text");
    assertThat(settings.spark())
        .containsEntry("spark.sql.shuffle.partitions", "8")
        .containsEntry("spark.speculation", "true")
        .containsEntry("spark.speculation.interval", "5s")
        .hasSize(3);
  }

  @Test
  void showsEveryLeafWithItsOrigin() {
    List<ConfigurationEntry> entries =
        tree()
            .write("conf/env/e.conf", "\nnightly.sources = []")
            .env("e")
            .set("scenarios.small.aggregation", "geometric")
            .append("conf/renxing.conf", "reference.unit-files = [${home}]\n")
            .load()
            .entries();
    assertThat(entries)
        .isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()))
        .contains(
            new ConfigurationEntry("lake.path", "\"" + home + "/lake\"", "conf/renxing.conf:1"),
            new ConfigurationEntry("nightly.sources", "[]", "conf/env/e.conf:2"),
            new ConfigurationEntry(
                "reference.unit-files", "[\"" + home + "\"]", "conf/renxing.conf:5"),
            new ConfigurationEntry("scenarios.small.aggregation", "\"geometric\"", "--set"),
            new ConfigurationEntry("spark.sql.shuffle.partitions", "2", "conf/renxing.conf:4"),
            new ConfigurationEntry(
                "index-systems.small.children.wealth.children.w1.direction",
                "\"-\"",
                "conf/index-systems/small.conf:5"));
  }

  @Test
  void aValueThatIsAllSubstitutionKeepsItsPlace() {
    Configuration configuration =
        tree()
            .write("conf/env/e.conf", "\nlake.path = ${LAKE}\nlake.path = ${?NOT_SET}")
            .env("e")
            .variable("LAKE", "/x")
            .load();
    assertThat(configuration.settings().lakePath()).isEqualTo("/x");
    assertThat(configuration.entries())
        .contains(new ConfigurationEntry("lake.path", "\"/x\"", "conf/env/e.conf:2"));
  }

  @Test
  void hashIsTheSameInAnotherFolderAndForOtherOrder(@TempDir Path other) {
    String hash = tree().load().hash();
    ConfTree moved = new ConfTree(other);
    moved.write(
        "conf/renxing.conf",
        """
        nightly { sources = [yearbook], scenarios = [small] }
        spark.sql.shuffle.partitions = 2
        reference.path = "conf/reference"
        lake.path = ${home}"/lake"
        """);
    assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(moved.load().hash());
    assertThat(moved.set("scenarios.small.years", "2012").load().hash()).isNotEqualTo(hash);
  }

  @Test
  void textsOfRecordsAreSorted() {
    String text =
        tree()
            .append(
                "conf/scenarios/small.conf",
                "normalisation.goalposts { w2 = [0, 1]," + " green = [0, 1], w1 = [0, 1] }")
            .load()
            .settings()
            .scenarios()
            .get("small")
            .normalisation()
            .toString();
    assertThat(text).containsSubsequence("green=", "w1=", "w2=");
  }

  @Test
  void theDefaultsOfTheProductAreRight() throws IOException {
    Settings settings =
        tree()
            .write("conf/renxing.conf", Files.readString(Path.of("..", "conf", "renxing.conf")))
            .set("nightly.scenarios", "[small]")
            .set("nightly.sources", "[yearbook]")
            .set("nightly.remote", "[]")
            // both name indicators that are not in this tree
            .set("quality.identities", "null")
            .set("quality.ranges", "null")
            .load()
            .settings();
    assertThat(settings.lakePath()).isEqualTo(home + "/lake");
    assertThat(settings.spark())
        .containsEntry("spark.ui.enabled", "false")
        .containsEntry("spark.databricks.delta.snapshotPartitions", "1");
  }
}
