package org.renxing.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.renxing.detector.Convention;
import org.renxing.detector.Discretisation;
import org.renxing.detector.EcologicalTest;
import org.renxing.detector.FactorDetector;
import org.renxing.detector.GeographicalDetector;
import org.renxing.detector.Interaction;
import org.renxing.detector.OptimalStrata;
import org.renxing.detector.RiskDifference;
import org.renxing.detector.Strata;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverAnalysis.By;
import org.renxing.model.DriverAnalysis.Cut;

/**
 * The geographical detector of the response and candidates of an analysis. Rows count that have the
 * response and every candidate of which the period has any value; candidates are cut by the values
 * of these rows. One that does not vary has a reason and takes no part in pairs.
 */
final class DetectorStudy {
  /** The fewest strata among which the best number is sought. */
  private static final int FEWEST = 3;

  private final DriverAnalysis analysis;
  private final DriverRows rows;

  DetectorStudy(DriverAnalysis analysis, DriverRows rows) {
    this.analysis = analysis;
    this.rows = rows;
  }

  /** All years together, then each year where that is wanted. */
  List<DetectorAnswer> answers() {
    List<DetectorAnswer> out = new ArrayList<>();
    if (analysis.detector().isOn()) {
      out.add(answer(DetectorAnswer.ALL, rows.all()));
    }
    if (analysis.detector().isOn() && analysis.detector().by() == By.YEAR) {
      Arrays.stream(rows.years())
          .distinct()
          .sorted()
          .forEach(year -> out.add(answer(String.valueOf(year), rows.of(year))));
    }
    return out;
  }

  /** A candidate in strata, or why it is not. */
  private record Cutting(Optional<Strata> strata, String way, String reason) {}

  private DetectorAnswer answer(String period, int[] places) {
    double[] all = values(analysis.response(), places);
    Map<String, double[]> candidates = new LinkedHashMap<>();
    analysis.candidates().forEach(name -> candidates.put(name, values(name, places)));
    int[] complete =
        IntStream.range(0, places.length)
            .filter(i -> !Double.isNaN(all[i]))
            .filter(
                i ->
                    candidates.values().stream()
                        .allMatch(of -> isEmpty(of) || !Double.isNaN(of[i])))
            .toArray();
    double[] y = select(all, complete);
    Map<String, Cutting> cuttings = new LinkedHashMap<>();
    candidates.forEach((name, x) -> cuttings.put(name, cutting(name, y, x, complete)));
    GeographicalDetector detector =
        GeographicalDetector.of(
            y,
            cuttings.values().stream().flatMap(cut -> cut.strata().stream()).toList(),
            Convention.GDVERSE);
    Map<String, FactorDetector> found =
        detector.factors().stream().collect(Collectors.toMap(FactorDetector::factor, f -> f));
    List<DetectorAnswer.Factor> factors = new ArrayList<>();
    cuttings.forEach(
        (name, cut) ->
            factors.add(factor(name, cut, Optional.ofNullable(found.get(name)), places.length)));
    return new DetectorAnswer(period, factors, pairs(detector), risks(detector, cuttings));
  }

  private double[] values(String name, int[] places) {
    return select(rows.column(name), places);
  }

  private static double[] select(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  private static boolean isEmpty(double[] values) {
    return Arrays.stream(values).allMatch(Double::isNaN);
  }

  private Cutting cutting(String name, double[] y, double[] all, int[] complete) {
    if (isEmpty(all)) {
      return new Cutting(Optional.empty(), "", "NO_VALUES");
    }
    double[] x = select(all, complete);
    int strata = analysis.detector().strata();
    Cut cut = analysis.detector().discretise();
    if (Arrays.stream(x).distinct().count() <= strata) {
      List<String> texts = DoubleStream.of(x).mapToObj(DetectorStudy::text).toList();
      return new Cutting(Optional.of(Strata.of(name, texts)), "values", "");
    }
    boolean isPositive = Arrays.stream(x).allMatch(v -> v > 0);
    if (cut == Cut.BEST) {
      List<Discretisation> ways =
          Arrays.stream(Discretisation.values())
              .filter(way -> isPositive || way != Discretisation.GEOMETRIC)
              .toList();
      return OptimalStrata.of(
              name, y, x, ways, Math.min(FEWEST, strata), strata, Convention.GDVERSE)
          .map(best -> new Cutting(Optional.of(best.strata()), best.way().text(), ""))
          .orElseGet(() -> new Cutting(Optional.empty(), "", "ALL_EQUAL"));
    }
    Discretisation way = Discretisation.valueOf(cut.name());
    return way == Discretisation.GEOMETRIC && !isPositive
        ? new Cutting(Optional.empty(), "", "NOT_ABOVE_0")
        : new Cutting(Optional.of(Strata.of(name, x, way.breaks(x, strata))), way.text(), "");
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static DetectorAnswer.Factor factor(
      String name, Cutting cut, Optional<FactorDetector> found, int rows) {
    String reason = found.map(FactorDetector::reason).orElse(cut.reason());
    boolean isKnown = reason.isEmpty();
    int counted = found.map(FactorDetector::rows).orElse(0);
    return new DetectorAnswer.Factor(
        name,
        counted,
        rows - counted,
        found.map(FactorDetector::strata).orElse(0),
        cut.way(),
        isKnown ? found.orElseThrow().q() : Double.NaN,
        isKnown ? found.orElseThrow().f() : Double.NaN,
        isKnown ? found.orElseThrow().pValue() : Double.NaN,
        reason);
  }

  private static List<DetectorAnswer.Pair> pairs(GeographicalDetector detector) {
    List<String> known =
        detector.factors().stream()
            .filter(f -> f.reason().isEmpty())
            .map(FactorDetector::factor)
            .toList();
    List<Interaction> interactions = detector.interactions();
    List<EcologicalTest> tests = detector.ecological();
    List<DetectorAnswer.Pair> out = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      Interaction both = interactions.get(i);
      EcologicalTest test = tests.get(i);
      if (known.contains(both.first()) && known.contains(both.second())) {
        out.add(
            new DetectorAnswer.Pair(
                both.first(),
                both.second(),
                both.qFirst(),
                both.qSecond(),
                both.q(),
                both.type(),
                test.f(),
                test.pValue()));
      }
    }
    return out;
  }

  private List<DetectorAnswer.Risk> risks(
      GeographicalDetector detector, Map<String, Cutting> cuttings) {
    List<DetectorAnswer.Risk> out = new ArrayList<>();
    for (RiskDifference risk : detector.risks(analysis.detector().strata())) {
      List<String> labels = cuttings.get(risk.factor()).strata().orElseThrow().labels();
      out.add(
          new DetectorAnswer.Risk(
              risk.factor(),
              labels.indexOf(risk.first()) + 1,
              labels.indexOf(risk.second()) + 1,
              risk.first(),
              risk.second(),
              risk.meanFirst(),
              risk.meanSecond(),
              risk.t(),
              risk.degreesOfFreedom(),
              risk.pValue()));
    }
    return out;
  }
}
