package org.renxing.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words by which a column is taken for one of which less is better. */
class DirectionGuessTest {
  @ParameterizedTest
  @CsvSource({
    "unemployment_rate_pct, unemploy",
    "InfantMortality, mortalit",
    "Emissions per head, emission",
    "工业废水排放量, 废水",
    "Taux de chômage, chomage",
    "no_hs_pct, no hs",
  })
  void wordsOfHarmAreFound(String name, String word) {
    assertThat(DirectionGuess.harm(name)).contains(word);
  }

  @ParameterizedTest
  @CsvSource({"污水处理率", "waste recycled", "income", "number of nurses", "schooling"})
  void whatIsCuredIsNoHarm(String name) {
    assertThat(DirectionGuess.harm(name)).isEmpty();
  }
}
