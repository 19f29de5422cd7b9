package org.renxing.typology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.renxing.measure.MeasureValue;
import org.renxing.model.Typology;
import org.renxing.model.Typology.Method;

class TypologyPropertiesTest {
  private static final String ALL = "score.w.overall";
  private static final List<String> FEATURES = List.of("score.w.s", "v", "w");

  private static List<MeasureValue> values(long seed, int units, int levels) {
    Random random = new Random(seed);
    List<MeasureValue> out = new ArrayList<>();
    for (int u = 0; u < units; u++) {
      for (int year = 2010; year < 2013; year++) {
        for (String feature : FEATURES) {
          if (random.nextInt(40) > 0) {
            double value = levels > 0 ? random.nextInt(levels) : random.nextDouble();
            out.add(new MeasureValue(feature, "u" + u, year, value));
          }
        }
        out.add(new MeasureValue(ALL, "u" + u, year, random.nextDouble()));
      }
    }
    return out;
  }

  private static Types types(Method method, String years, List<MeasureValue> values) {
    Typology typology =
        method.isRule()
            ? Typologies.of("t", method, "", "all", FEATURES.subList(0, 2))
            : Typologies.of("t", method, "2..4", years, FEATURES);
    return new TypologyKernel(typology, ALL, 1).of(values);
  }

  /** Any order of values gives the same figures, bit for bit. */
  @Property(tries = 60)
  void orderOfRows(
      @ForAll Method method, @ForAll @IntRange(min = 1, max = 25) int units, @ForAll long seed) {
    List<MeasureValue> values = values(seed, units, 0);
    String years = seed % 2 == 0 ? "all" : "each";
    List<MeasureValue> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed + 1));
    assertThat(types(method, years, shuffled)).isEqualTo(types(method, years, values));
  }

  /** Features in other units of measure give the same types; times powers of two, to the bit. */
  @Property(tries = 60)
  void scale(
      @ForAll Method method, @ForAll @IntRange(min = -9, max = 9) int power, @ForAll long seed) {
    List<MeasureValue> values = values(seed, 12, 0);
    // a ratio stays where both have one unit of measure; others may have different ones
    List<MeasureValue> scaled =
        values.stream()
            .map(
                v ->
                    v.measure().equals(ALL) || (v.measure().equals("w") && method != Method.LAG)
                        ? v
                        : new MeasureValue(
                            v.measure(), v.unitId(), v.year(), Math.scalb(v.value(), power)))
            .toList();
    Types of = types(method, "all", values);
    Types again = types(method, "all", scaled);
    assertThat(again.members()).isEqualTo(of.members());
    assertThat(again.trials()).isEqualTo(of.trials());
    assertThat(again.stabilities()).isEqualTo(of.stabilities());
    assertThat(again.moves()).isEqualTo(of.moves());
  }

  /** Rows alike are of one type; each complete row has one or a reason, and types are 1 to k. */
  @Property(tries = 60)
  void duplicates(
      @ForAll Method method, @ForAll @IntRange(min = 1, max = 20) int units, @ForAll long seed) {
    List<MeasureValue> values = values(seed, units, 3);
    Types found = types(method, "all", values);
    Map<String, Map<String, Double>> rows = new HashMap<>();
    values.stream()
        .filter(v -> !v.measure().equals(ALL))
        .forEach(
            v ->
                rows.computeIfAbsent(v.unitId() + " " + v.year(), key -> new HashMap<>())
                    .put(v.measure(), v.value()));
    Map<Map<String, Double>, Integer> typeOf = new HashMap<>();
    for (Types.Member member : found.members()) {
      assertThat(member.type() == 0).isEqualTo(!member.reason().isEmpty());
      Map<String, Double> row =
          new HashMap<>(rows.getOrDefault(member.unitId() + " " + member.year(), Map.of()));
      if (method == Method.LAG) {
        row.remove("w");
      }
      if (member.type() > 0 && method != Method.QUADRANT) {
        assertThat(typeOf.computeIfAbsent(row, key -> member.type())).isEqualTo(member.type());
      }
    }
    int[] held =
        found.members().stream()
            .mapToInt(Types.Member::type)
            .filter(t -> t > 0)
            .distinct()
            .sorted()
            .toArray();
    for (int i = 0; i < held.length && !method.isRule(); i++) {
      assertThat(held[i]).isEqualTo(i + 1);
    }
    assertThat(found.profiles().stream().mapToInt(Types.Profile::n).sum())
        .isEqualTo(
            (int) found.members().stream().filter(m -> m.type() > 0).count()
                * (method.isRule() ? 2 : 3));
  }

  /** Types are numbered by the mean of what orders them. */
  @Property(tries = 30)
  void numbers(@ForAll long seed) {
    List<MeasureValue> values = values(seed, 15, 0);
    Types found = types(Method.KMEANS, "all", values);
    Map<String, Double> scores = new HashMap<>();
    values.stream()
        .filter(v -> v.measure().equals(ALL))
        .forEach(v -> scores.put(v.unitId() + " " + v.year(), v.value()));
    Map<Integer, List<Double>> byType = new HashMap<>();
    found.members().stream()
        .filter(m -> m.type() > 0)
        .forEach(
            m ->
                byType
                    .computeIfAbsent(m.type(), t -> new ArrayList<>())
                    .add(scores.get(m.unitId() + " " + m.year())));
    double last = -1;
    for (int type = 1; type <= byType.size(); type++) {
      double mean =
          byType.get(type).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      assertThat(mean).isGreaterThanOrEqualTo(last);
      last = mean;
    }
  }
}
