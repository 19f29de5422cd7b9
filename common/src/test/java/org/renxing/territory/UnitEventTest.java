package org.renxing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Who sees a move of territory, and whether it crosses the edge of a family of units. */
class UnitEventTest {
  private static final int LAST = 2020;

  @Test
  void aCountyIsSeenByGiverAndReceiver() {
    Map<String, List<UnitEvent>> events = events(new Move(2015, "carve_out", "a", "b", false));
    UnitEvent expected = new UnitEvent(2015, "carve_out:a>b", true, false, false);
    assertThat(events).isEqualTo(Map.of("a", List.of(expected), "b", List.of(expected)));
  }

  @Test
  void aMergeIsInnerToTheHeirAndTheEndOfTheOther() {
    Map<String, List<UnitEvent>> events = events(new Move(2015, "merge", "a", "b", true));
    assertThat(events.get("b"))
        .containsExactly(new UnitEvent(2015, "merge:a>b", true, true, false));
    assertThat(events.get("a"))
        .containsExactly(new UnitEvent(2015, "merge:a>b", true, false, true));
    // after the last year both stand beside each other
    assertThat(UnitEvent.byUnit(List.of(new Move(2021, "merge", "a", "b", true)), LAST).get("b"))
        .containsExactly(new UnitEvent(2021, "merge:a>b", true, false, false));
  }

  @Test
  void theHeirSeesWhatBefellThoseThatPassedOverToIt() {
    Map<String, List<UnitEvent>> events =
        events(
            new Move(2012, "carve_out", "x", "a", false),
            new Move(2014, "carve_out", "c", "a", false),
            new Move(2015, "merge", "a", "b", true),
            new Move(2018, "merge", "b", "c", true));
    // x gave to a, which went to b and with it to c: the sum of the three gained a county in 2012
    assertThat(events.get("c"))
        .containsExactly(
            new UnitEvent(2012, "carve_out:x>a", false, false, false),
            new UnitEvent(2014, "carve_out:c>a", true, true, false),
            new UnitEvent(2015, "merge:a>b", false, true, false),
            new UnitEvent(2018, "merge:b>c", true, true, false));
    // to b, whose family lacks c, both counties came from outside
    assertThat(events.get("b"))
        .extracting(UnitEvent::isInner)
        .containsExactly(false, false, true, false);
    assertThat(events.get("x")).extracting(UnitEvent::isOwn).containsExactly(true);
  }

  @Test
  void splitsAndDissolutionsEndTheGiverAndOutsideIsNobody() {
    Map<String, List<UnitEvent>> events =
        events(
            new Move(2011, "split", "a", "b", false),
            new Move(2011, "split", "a", "c", false),
            new Move(2012, "dissolve", "", "b", false));
    assertThat(events.get("a")).hasSize(2).allMatch(UnitEvent::isEnd);
    assertThat(events.get("b"))
        .containsExactly(
            new UnitEvent(2011, "split:a>b", true, false, false),
            new UnitEvent(2012, "dissolve:outside>b", true, false, false));
    assertThat(events).containsOnlyKeys("a", "b", "c");
  }

  /** A unit sees a move once where it or who came to it, step by step, gave or received. */
  @Property(tries = 300)
  void aMoveIsInnerWhereBothSidesComeToTheHeir(@ForAll("histories") List<Move> moves) {
    Map<String, List<UnitEvent>> events = UnitEvent.byUnit(moves, LAST);
    Map<String, String> passed = new HashMap<>();
    moves.stream().filter(Move::isMerge).forEach(m -> passed.put(m.from(), m.to()));
    for (String heir : List.of("a", "b", "c", "d", "e")) {
      for (Move move : moves) {
        boolean givesIn = isIn(heir, move.from(), passed);
        boolean takesIn = isIn(heir, move.to(), passed);
        List<UnitEvent> same =
            events.getOrDefault(heir, List.of()).stream()
                .filter(e -> e.year() == move.year() && e.text().equals(move.text()))
                .toList();
        assertThat(same).hasSize(givesIn || takesIn ? 1 : 0);
        assertThat(same).allMatch(e -> e.isInner() == (givesIn && takesIn));
      }
    }
  }

  /** Whether a unit is the heir or comes to it, step by step. */
  private static boolean isIn(String heir, String unit, Map<String, String> passed) {
    String at = unit;
    while (!at.equals(heir) && passed.containsKey(at)) {
      at = passed.get(at);
    }
    return at.equals(heir);
  }

  @Provide
  Arbitrary<List<Move>> histories() {
    Arbitrary<int[]> move =
        Combinators.combine(
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 4),
                Arbitraries.of(true, false))
            .as((from, to, isWhole) -> new int[] {from, to, isWhole ? 1 : 0});
    return move.list().ofMaxSize(7).map(UnitEventTest::history);
  }

  /** A year each; who passed over gives and takes no more. */
  private static List<Move> history(List<int[]> drawn) {
    List<String> names = List.of("a", "b", "c", "d", "e");
    List<Move> out = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (int[] d : drawn) {
      String from = names.get(d[0]);
      String to = names.get(d[1]);
      if (!from.equals(to) && !gone.contains(from) && !gone.contains(to)) {
        boolean isWhole = d[2] == 1;
        out.add(new Move(2001 + out.size(), isWhole ? "merge" : "carve_out", from, to, isWhole));
        if (isWhole) {
          gone.add(from);
        }
      }
    }
    return out;
  }

  private static Map<String, List<UnitEvent>> events(Move... moves) {
    return UnitEvent.byUnit(List.of(moves), LAST);
  }
}
