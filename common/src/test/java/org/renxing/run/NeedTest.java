package org.renxing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSession;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.testing.Systems;

/** What follows from a declared need, without a lake. */
class NeedTest {
  private static final TableName TABLE = TableName.gold("answers");
  private static final TableName TOWNS = TableName.silver("towns");
  private static final TableName ROADS = TableName.silver("roads");
  private static final Need<String> NAMES = Need.read("names", List.of(TOWNS), "", in -> "Aba");
  private static final Need<Integer> LENGTHS = Need.read("lengths", List.of(ROADS), 7, in -> 3);
  private static final Need<String> BOTH =
      Need.of(
          "both",
          List.of(NAMES, LENGTHS),
          Scenario::years,
          (scenario, given) -> given.get(NAMES) + given.get(LENGTHS) + scenario.years());

  private final Inputs inputs =
      new Inputs(
          new Lake(
              () -> {
                throw new AssertionError("a session was started");
              },
              LakeSession.hadoop(Map.of()),
              "target/no-lake",
              0));

  @Test
  void whatWasNotDeclaredIsNotGiven() {
    Given given = new Needs(TABLE, List.of(BOTH)).given(inputs, scenario("2020"));
    assertThat(given.get(BOTH)).isEqualTo("Aba32020..2020");
    assertThatThrownBy(() -> given.get(NAMES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gold.answers asks for names, which it does not declare; it needs [both]");
  }

  @Test
  void sharedResultsAreHeldToWhatTheyDeclareToo() {
    Need<String> sly =
        Need.of("sly", List.of(NAMES), Scenario::years, (of, given) -> "" + given.get(LENGTHS));
    assertThatThrownBy(() -> sly.from(inputs, scenario("2020")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sly asks for lengths, which it does not declare; it needs [names]");
  }

  @Test
  void whatIsKeptByScenarioIsNotGivenWhereThereIsNone() {
    Need<String> ofAll = Need.ofRun("all", List.of(BOTH), given -> given.get(BOTH));
    assertThatThrownBy(() -> ofAll.from(inputs, scenario("2020")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("both is kept by scenario, and asked for where none is given");
  }

  @Test
  void sharedResultsAreMadeOnce() {
    AtomicInteger made = new AtomicInteger();
    Need<Integer> counted =
        Need.of("counted", List.of(), Scenario::id, (of, given) -> made.incrementAndGet());
    Need<Integer> again =
        Need.of(
            "again",
            List.of(counted),
            scenario -> "",
            (of, given) -> given.get(counted) + given.get(counted));
    assertThat(again.from(inputs, scenario("2020"))).isEqualTo(2);
    assertThat(counted.from(inputs, scenario("2020"))).isEqualTo(1);
  }

  @Test
  void tablesAndPartsOfTheScenarioAreThoseOfAllNeedsBelow() {
    Needs needs = new Needs(TABLE, List.of(BOTH, NAMES));
    assertThat(needs.tables()).containsExactly(TOWNS, ROADS);
    assertThat(needs.configuration(scenario("2020..2021")))
        .isEqualTo("names=\nlengths=7\nboth=2020..2021")
        .isNotEqualTo(needs.configuration(scenario("2020..2022")));
    Needs fewer = new Needs(TABLE, List.of(NAMES));
    assertThat(fewer.tables()).containsExactly(TOWNS);
    assertThat(fewer.configuration(scenario("2020..2021")))
        .isEqualTo(fewer.configuration(scenario("2020..2022")));
  }

  @Test
  void theContentOfATableCountsAsFarAsAnyNeedDependsOnIt() {
    TableState state =
        new TableState(
            1,
            new TreeMap<>(Map.of("all", new TableState.Part("f", "c0ffee", 9, "run", null))),
            new TreeMap<>(Map.of("Aba", "a", "Yili", "b")));
    Need<String> ofAba = BOTH.narrowed(TOWNS, (towns, of) -> towns.notes().get("Aba"));
    Need<String> above = Need.of("above", List.of(ofAba), of -> "", (of, given) -> "");
    assertThat(content(state, above)).isEqualTo("a");
    assertThat(content(state, above, ofAba)).isEqualTo("a");
    assertThat(content(state, above, NAMES)).isEqualTo("a\nc0ffee");
    assertThat(content(state, LENGTHS)).isEmpty();
  }

  private static String content(TableState state, Need<?>... needs) {
    return new Needs(TABLE, List.of(needs)).contentOf(TOWNS, state, scenario("2020"));
  }

  private static Scenario scenario(String years) {
    return Systems.scenario(
        index(node("s", leaf("x", "x"))), years, Systems.DEFAULT_IMPUTATION, "");
  }
}
