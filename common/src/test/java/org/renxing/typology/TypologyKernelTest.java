package org.renxing.typology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.renxing.measure.MeasureValue;
import org.renxing.model.Typology;
import org.renxing.model.Typology.Criterion;
import org.renxing.model.Typology.Method;

class TypologyKernelTest {
  private static final String ALL = "score.w.overall";
  private static final String S = "score.w.s";
  private static final String E = "score.w.e";

  /** Units and years with S and E, and their mean as the overall score. */
  private static List<MeasureValue> values(String... rows) {
    List<MeasureValue> out = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split(" ", -1);
      int year = Integer.parseInt(cells[1]);
      double s = Double.parseDouble(cells[2]);
      double e = Double.parseDouble(cells[3]);
      out.add(new MeasureValue(S, cells[0], year, s));
      out.add(new MeasureValue(E, cells[0], year, e));
      out.add(new MeasureValue(ALL, cells[0], year, (s + e) / 2));
    }
    return out;
  }

  private static Types types(Typology typology, List<MeasureValue> values) {
    return new TypologyKernel(typology, ALL, 1).of(values);
  }

  private static List<String> members(Types types) {
    return types.members().stream()
        .map(m -> m.unitId() + " " + m.year() + " " + m.name() + m.reason())
        .toList();
  }

  private static List<MeasureValue> fourCities() {
    return values(
        "Aba 2020 0.2 0.2",
        "Bol 2020 0.3 0.2",
        "Cem 2020 0.7 0.8",
        "Dan 2020 0.8 0.7",
        "Aba 2021 0.2 0.3",
        "Bol 2021 0.7 0.6",
        "Cem 2021 0.8 0.8",
        "Dan 2021 0.6 0.9");
  }

  /**
   * The example of docs/methods/types.md: the best of all ways to part eight rows, by trying all.
   */
  @Test
  void example() {
    Types found =
        types(Typologies.of("t", Method.KMEANS, "2..3", "all", List.of(S, E)), fourCities());
    assertThat(found.members())
        .extracting(Types.Member::type)
        .containsExactly(1, 1, 1, 2, 2, 2, 2, 2);
    assertThat(found.trials()).extracting(Types.Trial::isChosen).containsExactly(true, false);
    Types.Trial two = found.trials().get(0);
    assertThat(two.silhouette()).isCloseTo(0.7786, within(5e-5));
    assertThat(two.within()).isCloseTo(1.2165, within(5e-5));
    assertThat(found.trials().get(1).silhouette()).isCloseTo(0.4765, within(5e-5));
    Types.Profile low = found.profiles().get(0);
    assertThat(low.mean()).isCloseTo(0.7 / 3, within(1e-12));
    assertThat(found.trials().get(1).within()).isCloseTo(0.6511, within(5e-5));
    assertThat(low.difference()).isCloseTo(-1.1631, within(5e-5));
    assertThat(low.medoidUnit() + low.medoidYear()).isEqualTo("Aba2020");
    assertThat(found.profiles().get(2).mean()).isCloseTo(0.72, within(1e-12));
    assertThat(found.profiles().get(3).mean()).isCloseTo(0.76, within(1e-12));
    assertThat(low.orderedBy()).isEqualTo(ALL);
    assertThat(found.moves())
        .filteredOn(Types.Move::isPooled)
        .extracting(m -> m.nameFrom() + " to " + m.nameTo() + ": " + m.n() + ", " + m.share())
        .containsExactly(
            "type 1 to type 1: 1, 0.5",
            "type 1 to type 2: 1, 0.5",
            "type 2 to type 1: 0, 0.0",
            "type 2 to type 2: 2, 1.0");
    assertThat(found.stabilities().get(0).units()).isEqualTo(4);
  }

  @Test
  void lags() {
    Typology lag = Typologies.of("lag", Method.LAG, "", "all", List.of(S, E));
    // 0.8 and 1.2 themselves are in step
    Types found =
        types(lag, values("a 1 1 2", "b 1 4 5", "c 1 6 5", "d 1 3 2", "e 1 1 0", "f 1 0 0"));
    assertThat(members(found))
        .containsExactly(
            "a 1 s lags",
            "b 1 in step",
            "c 1 in step",
            "d 1 e lags",
            "e 1 e lags",
            "f 1 BOTH_ZERO");
    assertThat(found.profiles()).extracting(Types.Profile::n).containsExactly(1, 1, 2, 2, 2, 2);
    assertThat(found.trials()).isEmpty();
    assertThat(members(types(lag, values("a 1 -1 2")))).containsExactly("a 1 NEGATIVE");
    Typology wide =
        Typologies.rule(Method.LAG, List.of(S, E), List.of(0.5, 2.0), List.of("x", "y", "z"));
    assertThat(members(types(wide, values("a 1 1 2", "b 1 1 3", "c 1 5 2"))))
        .containsExactly("a 1 y", "b 1 x", "c 1 z");
  }

  @Test
  void quadrants() {
    Typology byMean = Typologies.of("q", Method.QUADRANT, "", "all", List.of(S, E));
    List<MeasureValue> two =
        values("a 1 1 1", "b 1 1 3", "c 1 3 1", "d 1 3 3", "a 2 5 5", "b 2 7 7");
    assertThat(members(types(byMean, two)))
        .containsExactly("a 1 LL", "a 2 LL", "b 1 LH", "b 2 HH", "c 1 HL", "d 1 HH");
    Typology given = Typologies.rule(Method.QUADRANT, List.of(S, E), List.of(3.0, 2.0), List.of());
    assertThat(members(types(given, two)))
        .containsExactly("a 1 LL", "a 2 HH", "b 1 LH", "b 2 HH", "c 1 LL", "d 1 LH");
    // all at the mean are not above it
    assertThat(members(types(byMean, values("a 1 2 2", "b 1 2 2"))))
        .containsExactly("a 1 LL", "b 1 LL");
  }

  /** Two clouds a wide way apart. */
  static List<MeasureValue> clouds(int units, int years, long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int u = 0; u < units; u++) {
      for (int year = 2010; year < 2010 + years; year++) {
        double at = u % 2 == 0 ? 0.2 : 0.8;
        rows.add(
            String.format(
                Locale.ROOT,
                "u%02d %d %s %s",
                u,
                year,
                at + random.nextGaussian() / 40,
                at + random.nextGaussian() / 40));
      }
    }
    return values(rows.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "KMEANS, SILHOUETTE",
    "KMEANS, GAP",
    "BISECTING, SILHOUETTE",
    "GAUSSIAN_MIXTURE, SILHOUETTE",
    "GAUSSIAN_MIXTURE, BIC"
  })
  void twoCloudsAreTwoTypes(Method method, Criterion criterion) {
    Types found =
        types(
            Typologies.of("t", method, "2..4", "all", List.of(S, E), criterion), clouds(20, 2, 5));
    assertThat(found.trials())
        .extracting(Types.Trial::isChosen)
        .containsExactly(true, false, false);
    assertThat(found.members()).allMatch(m -> m.type() == (m.unitId().charAt(2) - '0') % 2 + 1);
    assertThat(found.members())
        .allMatch(m -> Double.isNaN(m.probability()) != (method == Method.GAUSSIAN_MIXTURE))
        .noneMatch(m -> m.probability() < 0.99)
        .allMatch(m -> m.silhouette() > 0.5 && m.distance() < 0.5);
    assertThat(found.stabilities().get(0).min()).isEqualTo(1);
    assertThat(found.stabilities().get(0).resamples()).isEqualTo(6);
    assertThat(found.moves())
        .filteredOn(Types.Move::isPooled)
        .extracting(Types.Move::n)
        .containsExactly(10L, 0L, 0L, 10L);
    assertThat(found.trials())
        .allMatch(t -> Double.isNaN(t.gap()) == (criterion != Criterion.GAP))
        .allMatch(t -> Double.isNaN(t.bic()) == (method != Method.GAUSSIAN_MIXTURE));
  }

  @Test
  void years() {
    List<MeasureValue> three = clouds(20, 3, 5);
    Types each = types(Typologies.of("t", Method.KMEANS, "2", "each", List.of(S, E)), three);
    assertThat(each.trials())
        .extracting(Types.Trial::years)
        .containsExactly("2010", "2011", "2012");
    assertThat(each.moves()).isEmpty();
    assertThat(each.members()).hasSize(60);
    Types span = types(Typologies.of("t", Method.KMEANS, "2", "2010..2011", List.of(S, E)), three);
    assertThat(span.trials()).extracting(Types.Trial::years).containsExactly("2010..2011");
    assertThat(span.members()).hasSize(40);
    List<MeasureValue> withoutLast =
        three.stream().filter(v -> !v.measure().equals(E) || v.year() < 2012).toList();
    Typology latest = Typologies.of("t", Method.KMEANS, "2", "latest", List.of(S, E));
    assertThat(types(latest, three).trials().get(0).years()).isEqualTo("2012");
    assertThat(types(latest, withoutLast).trials().get(0).years()).isEqualTo("2011");
    Types all = types(Typologies.of("t", Method.KMEANS, "2", "all", List.of(S, E)), withoutLast);
    assertThat(all.trials().get(0).leftOut()).isEqualTo(20);
    assertThat(all.members())
        .filteredOn(m -> m.year() == 2012)
        .allMatch(m -> m.type() == 0)
        .allMatch(m -> m.reason().equals("MISSING"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"KMEANS", "BISECTING", "GAUSSIAN_MIXTURE"})
  void fewRows(Method method) {
    Typology two = Typologies.of("t", method, "2", "all", List.of(S, E));
    Types alike = types(two, values("a 1 0.5 0.5", "b 1 0.5 0.5", "c 1 0.5 0.5"));
    assertThat(members(alike)).allMatch(m -> m.endsWith("FEWER_DIFFERENT_ROWS")).hasSize(3);
    assertThat(alike.trials())
        .extracting(Types.Trial::reason)
        .containsExactly("FEWER_DIFFERENT_ROWS");
    assertThat(alike.profiles()).isEmpty();
    assertThat(alike.stabilities()).isEmpty();
    Types none = types(two, List.of(new MeasureValue(S, "a", 1, 0.5)));
    assertThat(members(none)).containsExactly("a 1 MISSING");
    assertThat(none.trials()).extracting(Types.Trial::reason).containsExactly("NO_COMPLETE_ROW");
    assertThat(types(two, List.of()).members()).isEmpty();
  }

  @Test
  void oneUnitAndOneType() {
    Types found =
        types(
            Typologies.of("t", Method.KMEANS, "1", "all", List.of(S, E)),
            values("a 1 0.2 0.5", "a 2 0.4 0.5"));
    assertThat(found.members()).extracting(Types.Member::type).containsExactly(1, 1);
    assertThat(found.members()).allMatch(m -> Double.isNaN(m.silhouette()));
    assertThat(found.stabilities().get(0).reason()).isEqualTo("ONE_UNIT");
    assertThat(found.profiles().get(0).difference()).isZero();
    assertThat(found.profiles().get(1).reason()).isEqualTo("CONSTANT");
    assertThat(found.profiles().get(1).difference()).isNaN();
  }

  @Test
  void mixtureThatShrinks() {
    Types found =
        types(
            Typologies.of("t", Method.GAUSSIAN_MIXTURE, "2..3", "all", List.of(S)),
            values("a 1 0 0", "b 1 0 0", "c 1 1 0", "d 1 1 0", "e 1 7 0"));
    assertThat(found.trials()).extracting(Types.Trial::reason).contains("SHRUNK");
    assertThat(found.members()).allMatch(m -> (m.type() == 0) == !m.reason().isEmpty());
  }

  /** Without an overall score the first feature numbers the types. */
  @Test
  void orderedByTheFirstFeature() {
    List<MeasureValue> unscored =
        fourCities().stream().filter(v -> !v.measure().equals(ALL)).toList();
    Types found = types(Typologies.of("t", Method.KMEANS, "2", "all", List.of(E, S)), unscored);
    assertThat(found.profiles().get(0).orderedBy()).isEqualTo(E);
    assertThat(found.profiles().get(0).mean()).isLessThan(found.profiles().get(2).mean());
  }

  /** Where the overall score falls as features rise, it is the score that numbers. */
  @Test
  void orderedByTheScore() {
    List<MeasureValue> turned =
        fourCities().stream()
            .map(
                v ->
                    v.measure().equals(ALL)
                        ? new MeasureValue(ALL, v.unitId(), v.year(), 1 - v.value())
                        : v)
            .toList();
    Types found = types(Typologies.of("t", Method.KMEANS, "2", "all", List.of(S, E)), turned);
    assertThat(found.members())
        .extracting(Types.Member::type)
        .containsExactly(2, 2, 2, 1, 1, 1, 1, 1);
  }

  /** Two clouds stay two in each draw; six types of them do not. */
  @Test
  void stabilityFallsWithMoreTypesThanThereAre() {
    List<MeasureValue> clouds = clouds(20, 1, 9);
    double two = stability(clouds, "2").mean();
    double six = stability(clouds, "6").mean();
    assertThat(two).isEqualTo(1);
    assertThat(six).isLessThan(0.9);
    assertThat(stability(clouds, "6").min()).isLessThanOrEqualTo(six);
  }

  private static Types.Stability stability(List<MeasureValue> values, String k) {
    return types(Typologies.of("t", Method.KMEANS, k, "all", List.of(S, E)), values)
        .stabilities()
        .get(0);
  }
}
