package org.renxing.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LevelMovesTest {
  private static final List<Map<Integer, String>> UNITS =
      List.of(
          Map.of(2001, "low", 2002, "mid", 2004, "high"),
          Map.of(2001, "low", 2002, "low"),
          Map.of(2002, "high"));

  /** Moves as text, with their number and share. */
  private static List<String> counted(int step) {
    LevelMoves moves = new LevelMoves();
    for (Map<Integer, String> unit : UNITS) {
      LevelMoves own = new LevelMoves();
      LevelMoves.of("p", new TreeMap<>(unit), step).forEach(own::add);
      moves.merge(own);
    }
    return moves.counted().stream()
        .map(
            m ->
                String.join(" ", m.move().span(), m.move().from(), m.move().to())
                    + " "
                    + m.n()
                    + " "
                    + m.share())
        .toList();
  }

  @Test
  void stepsAndSpansAreCounted() {
    assertThat(counted(1))
        .containsExactly(
            "adjacent low low 1 0.5",
            "adjacent low mid 1 0.5",
            "first-last low high 1 0.5",
            "first-last low low 1 0.5");
  }

  @Test
  void theNextYearIsAStepAway() {
    assertThat(counted(2))
        .containsExactly(
            "adjacent mid high 1 1.0", "first-last low high 1 0.5", "first-last low low 1 0.5");
  }

  @Test
  void countColumnsAreStable() {
    assertThat(Bands.COUPLING.stream().map(Bands.Band::countColumn))
        .containsExactly(
            "n_disordered", "n_low_coupling", "n_antagonistic", "n_running_in", "n_highly_coupled");
  }
}
