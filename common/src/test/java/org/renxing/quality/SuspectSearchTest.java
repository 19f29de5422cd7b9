package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;
import org.renxing.model.QualityPolicy.Level;
import org.renxing.model.QualityPolicy.Response;
import org.renxing.model.SuspectKind;
import org.renxing.quality.Cells.Key;

/** One error of each kind in a smooth made-up panel of 30 units, 10 years and 7 indicators. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuspectSearchTest {
  private static final int UNITS = 30;
  private static final List<String> GROWING = List.of("deposits", "gdp", "land", "people", "wages");
  private static final QualityPolicy POLICY =
      new QualityPolicy(
          true,
          5,
          1.28,
          7,
          0.5,
          Map.of(SuspectKind.POWER_OF_TEN, new Response(Level.QUARANTINE, 0.7)),
          List.of(new Identity("sum", "gdp", "industry + services", 0.05)),
          Map.of("share", new Bounds(0, 100)));

  private final Map<Key, Set<String>> kinds = new TreeMap<>();
  private final Map<Key, Suspect> suspects = new TreeMap<>();
  private SortedMap<Key, Double> sound;

  @BeforeAll
  void judge() {
    sound = smooth();
    SortedMap<Key, Double> panel = new TreeMap<>(sound);
    scale(panel, "deposits", 2015, 3, 10);
    scale(panel, "wages", 2013, 5, 1.8);
    for (int year = 2017; year < 2020; year++) {
      scale(panel, "people", year, 7, 0.5);
    }
    for (String indicator : List.of("deposits", "land", "people")) {
      scale(panel, indicator, 2014, 9, 0.4);
    }
    for (String indicator : GROWING) {
      exchange(panel, key(indicator, 2012, 11), key(indicator, 2012, 12));
    }
    exchange(panel, key("deposits", 2016, 15), key("wages", 2016, 15));
    // the same between columns in units of measure that differ by 10^4
    exchange(panel, key("land", 2016, 29), key("people", 2016, 29));
    scale(panel, "land", 2016, 29, 1e4);
    scale(panel, "people", 2016, 29, 1e-4);
    panel.put(key("share", 2013, 17), 130.0);
    panel.put(key("wages", 2018, 19), panel.get(key("wages", 2017, 19)));
    panel.put(key("land", 2018, 21), panel.get(key("land", 2018, 22)));
    for (int year = 2010; year < 2020; year++) {
      scale(panel, "wages", year, 25, 1e6);
    }
    scale(panel, "services", 2011, 27, 1.2);
    for (Suspect suspect : SuspectSearch.of(POLICY, List.of()).in(Cells.figures(panel))) {
      Key key = Cells.keyOf(suspect);
      kinds.computeIfAbsent(key, k -> new TreeSet<>()).add(suspect.kind().label());
      suspects.put(key, suspect);
    }
  }

  @Test
  void everyKindIsFoundWhereItWasPlanted() {
    assertThat(kinds.get(key("deposits", 2015, 3))).contains("power-of-ten", "spike");
    assertThat(kinds.get(key("wages", 2013, 5))).contains("spike");
    assertThat(kinds.get(key("people", 2018, 7))).contains("level-break");
    assertThat(kinds.get(key("land", 2014, 9))).contains("scope");
    assertThat(kinds.get(key("gdp", 2012, 11))).contains("row-shift");
    assertThat(kinds.get(key("gdp", 2012, 12))).contains("row-shift");
    assertThat(kinds.get(key("wages", 2016, 15))).contains("column-swap");
    assertThat(kinds.get(key("land", 2016, 29))).contains("column-swap");
    assertThat(kinds.get(key("people", 2016, 29))).contains("column-swap");
    assertThat(kinds.get(key("share", 2013, 17))).contains("range");
    assertThat(kinds.get(key("wages", 2018, 19))).contains("repeated");
    assertThat(kinds.get(key("land", 2018, 21))).contains("copied");
    assertThat(kinds.get(key("wages", 2014, 25))).contains("peer-level");
    assertThat(kinds.get(key("services", 2011, 27))).contains("identity");
  }

  @Test
  void soundUnitsAreLeftAlone() {
    Set<Integer> spoilt = Set.of(3, 5, 7, 9, 11, 12, 15, 17, 19, 21, 22, 25, 27, 29);
    for (Key key : kinds.keySet()) {
      assertThat(spoilt).as(key + ": " + kinds.get(key)).contains(Integer.parseInt(key.unit()));
    }
    assertThat(Recall.suspects(Cells.figures(sound), POLICY)).isEmpty();
  }

  @Test
  void aSuspectSaysWhatWasExpectedAndWhy() {
    Suspect suspect = suspects.get(key("wages", 2013, 5));
    double truth = sound.get(key("wages", 2013, 5));
    assertThat(suspect.expectedLower()).isLessThan(truth);
    assertThat(suspect.expectedUpper()).isGreaterThan(truth);
    assertThat(suspect.value()).isGreaterThan(suspect.expectedUpper());
    assertThat(suspect.confidence()).isBetween(0.5, 0.99);
    assertThat(suspect.evidence()).contains("before (2012)", "after (2014)");
    assertThat(suspect.level()).isEqualTo(Level.WARN);
  }

  @Test
  void aLevelHoldsFromItsConfidence() {
    Set<String> levels = new TreeSet<>();
    for (Suspect suspect :
        SuspectSearch.of(POLICY, List.of()).in(Cells.figures(withPowerOfTen()))) {
      levels.add(suspect.kind() + " " + suspect.level());
    }
    assertThat(levels).contains("POWER_OF_TEN QUARANTINE", "SPIKE WARN");
  }

  private SortedMap<Key, Double> withPowerOfTen() {
    SortedMap<Key, Double> panel = new TreeMap<>(sound);
    scale(panel, "deposits", 2015, 3, 0.01);
    return panel;
  }

  /** Growth of 8 % with noise of 1 %; units differ by up to a factor of 20. */
  private static SortedMap<Key, Double> smooth() {
    Random random = new Random(7);
    SortedMap<Key, Double> out = new TreeMap<>();
    for (int unit = 1; unit <= UNITS; unit++) {
      for (String indicator : GROWING) {
        double level = Math.exp(3 * random.nextDouble() + 4 + GROWING.indexOf(indicator));
        for (int year = 2010; year < 2020; year++) {
          level *= Math.exp(0.08 + 0.01 * random.nextGaussian());
          out.put(key(indicator, year, unit), level);
        }
      }
      for (int year = 2010; year < 2020; year++) {
        double gdp = out.get(key("gdp", year, unit));
        double share = 40 + unit / 2.0 + 0.3 * random.nextGaussian();
        out.put(key("share", year, unit), share);
        out.put(key("industry", year, unit), gdp * share / 100);
        out.put(key("services", year, unit), gdp * (1 - share / 100));
      }
    }
    return out;
  }

  private static void scale(Map<Key, Double> panel, String code, int year, int unit, double by) {
    panel.computeIfPresent(key(code, year, unit), (k, value) -> value * by);
  }

  private static void exchange(Map<Key, Double> panel, Key one, Key two) {
    double first = panel.get(one);
    panel.put(one, panel.get(two));
    panel.put(two, first);
  }

  private static Key key(String indicator, int year, int unit) {
    return new Key(indicator, year, String.format(Locale.ROOT, "%06d", unit));
  }
}
