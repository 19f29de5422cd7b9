package org.renxing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.IndexSystem;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.normalisation.Normalised;
import org.renxing.normalisation.Normaliser;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.PackedPanel;
import org.renxing.scores.Scores;
import org.renxing.weights.Weights;

/** Every double of the chain has the same bits in whatever order the rows come. */
class OrderTest {
  private static final List<String> CODES = List.of("a", "b", "c", "f", "g", "h");
  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("a", "x"), leaf("b", "x"), leaf("c", "x")),
          node("e", leaf("f", "x"), leaf("g", "x"), leaf("h", "x")));

  /** A unit in a year. */
  private record Line(String unit, int year, List<Double> values) {}

  private static List<Line> lines() {
    Random random = new Random(11);
    List<Line> out = new ArrayList<>();
    for (int unit = 0; unit < 30; unit++) {
      for (int year = 2019; year <= 2021; year++) {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < CODES.size(); j++) {
          double x = 1e6 * Math.exp(random.nextGaussian());
          values.add(random.nextInt(100) == 0 ? Double.NaN : x);
        }
        out.add(new Line("u" + unit, year, values));
      }
    }
    return out;
  }

  private static PackedPanel panel(List<Line> lines) {
    return new PackedPanel(
        lines.stream().map(Line::unit).toList(),
        lines.stream().mapToInt(Line::year).toArray(),
        CODES,
        lines.stream()
            .flatMap(line -> line.values().stream())
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  /** Every figure as text, with its place and its bits. */
  private static Set<String> chain(List<Line> lines, String method, String scheme) {
    Normalisation how =
        new Normalisation(
            method,
            Normalisation.Scope.POOLED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1,
            Map.of());
    Normalised normalised = new Normaliser(how, SYSTEM).of(panel(lines), Optional.empty());
    IndicatorOrder order = IndicatorOrder.of(SYSTEM);
    Scores scores =
        Scores.of(
            normalised.normalised(),
            Weights.of(normalised, SYSTEM, scheme(scheme)),
            order,
            Aggregation.ARITHMETIC);
    Set<String> out = new TreeSet<>();
    for (int row = 0; row < lines.size(); row++) {
      String place = lines.get(row).unit() + " " + lines.get(row).year();
      for (int j = 0; j < CODES.size(); j++) {
        out.add(place + " " + CODES.get(j) + bits(normalised.normalised().value(row, j)));
      }
      for (int node = 0; node < order.nodes().size(); node++) {
        out.add(
            place + " " + order.nodes().get(node).code() + bits(scores.score(row, node).score()));
      }
    }
    return out;
  }

  private static String bits(double x) {
    return " " + Double.doubleToLongBits(x);
  }

  @ParameterizedTest
  @ValueSource(strings = {"min-max entropy", "min-max equal", "z-score critic-improved"})
  void wholeChain(String methods) {
    List<String> both = List.of(methods.substring(0, 7), methods.substring(8));
    List<Line> lines = lines();
    Set<String> once = chain(lines, both.get(0), both.get(1));
    assertThat(once).hasSize(lines.size() * (CODES.size() + 3));
    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(lines, new Random(seed));
      assertThat(chain(lines, both.get(0), both.get(1))).isEqualTo(once);
    }
  }
}
