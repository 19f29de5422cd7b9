package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.Imputation;
import org.renxing.model.Scenario;
import org.renxing.model.WeightScheme;

class InheritanceTest {
  private static final String CHILD = "conf/scenarios/child.conf";
  @TempDir private Path home;
  private ConfTree tree;

  @BeforeEach
  void makeTree() {
    tree =
        new ConfTree(home)
            .write(
                "conf/scenarios/small.conf",
                ConfTree.SCENARIO
                    + """
                    missing { cap = 0.1, ends = none }
                    weights = [ { id = a, method = entropy }, { id = b, method = equal } ]
                    """);
  }

  @Test
  void objectsMergeAndListsReplace() {
    tree.write(
        CHILD,
        """
        base = small
        missing.cap = 0.2
        weights = [ { method = fixed } ]
        """);
    tree.write(
        "conf/scenarios/grandchild.conf", "base = child, title = Grandchild, missing.ends = null");
    Configuration configuration = tree.load();
    Scenario child = configuration.settings().scenarios().get("child");
    assertThat(child.title()).isEqualTo("Small");
    assertThat(child.id()).isEqualTo("child");
    assertThat(child.imputation().cap()).isEqualTo(0.2);
    assertThat(child.imputation().ends()).isEqualTo(Imputation.Ends.NONE);
    assertThat(child.schemes()).extracting(WeightScheme::id).containsExactly("fixed");
    Scenario grandchild = configuration.settings().scenarios().get("grandchild");
    assertThat(grandchild.title()).isEqualTo("Grandchild");
    assertThat(grandchild.imputation().cap()).isEqualTo(0.2);
    assertThat(grandchild.imputation().ends()).isEqualTo(Imputation.Ends.NEAREST);
    assertThat(configuration.entries())
        .contains(
            new ConfigurationEntry("scenarios.grandchild.missing.cap", "0.2", CHILD + ":2"),
            new ConfigurationEntry(
                "scenarios.child.title", "\"Small\"", "conf/scenarios/small.conf:1"));
  }

  @Test
  void aVariantMayBeMadeByOverridesAlone() {
    Scenario variant =
        tree.set("scenarios.v.base", "small")
            .set("scenarios.v.aggregation", "geometric")
            .load()
            .settings()
            .scenarios()
            .get("v");
    assertThat(variant.aggregation()).isEqualTo(Scenario.Aggregation.GEOMETRIC);
  }

  @Test
  void unknownKeysOfThePatchAreProblems() {
    tree.write(CHILD, "base = small\nmissing.capp = 0.2");
    assertThat(tree.problems())
        .containsExactly(
            CHILD + ":2: scenarios.child.missing.capp: unknown key; did you mean 'cap'?");
  }

  @Test
  void whatIsWrongInTheBaseIsToldOnce() {
    tree.append("conf/scenarios/small.conf", "agregation = geometric");
    tree.write(CHILD, "base = small");
    assertThat(tree.problems())
        .singleElement()
        .asString()
        .endsWith(".agregation: unknown key; did you mean 'aggregation'?");
  }

  @Test
  void unknownBasesAndCyclesAreProblems() {
    tree.write(CHILD, "base = smal");
    tree.write("conf/scenarios/x.conf", "title = x\nbase = y");
    tree.write("conf/scenarios/y.conf", "base = x");
    tree.write("conf/scenarios/heir.conf", "base = x");
    tree.write("conf/scenarios/self.conf", "base = self");
    assertThat(tree.problems())
        .hasSize(3)
        .anyMatch(
            p ->
                p.startsWith(
                    CHILD
                        + ":1: scenarios.child.base: there is no scenario 'smal'; did you mean"
                        + " 'small'?"))
        .anyMatch(p -> p.contains("a scenario cannot be its own base: x -> y -> x"))
        .anyMatch(p -> p.contains("a scenario cannot be its own base: self -> self"));
  }
}
