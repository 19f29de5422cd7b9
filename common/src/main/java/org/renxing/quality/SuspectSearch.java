package org.renxing.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Level;
import org.renxing.model.QualityPolicy.Response;
import org.renxing.model.SuspectKind;
import org.renxing.quality.panel.Figure;
import org.renxing.quality.panel.PanelCheck;
import org.renxing.territory.Move;

/**
 * The search for figures that look wrong (docs/methods/quality.md), in plain Java.
 *
 * <p>It has three steps, each of which sees its figures at once and can be spread over machines:
 * the cells of one indicator, the figures of one check of whole panels, and what both left of one
 * unit and year. {@link Suspects} does so; {@link #in} takes them one after another.
 */
public final class SuspectSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Comparator<Finding> SURENESS =
      Comparator.comparingDouble(Finding::confidence).thenComparing(Finding::evidence);

  private final QualityPolicy policy;
  private final ArrayList<Detector> detectors;
  private final ArrayList<PanelCheck> checks;

  private record UnitYear(String unit, int year) implements Comparable<UnitYear> {
    @Override
    public int compareTo(UnitYear other) {
      int byUnit = unit.compareTo(other.unit);
      return byUnit == 0 ? Integer.compare(year, other.year) : byUnit;
    }
  }

  private SuspectSearch(QualityPolicy policy, List<Move> moves) {
    this.policy = policy;
    this.detectors = new ArrayList<>(Detectors.of(policy));
    this.checks = new ArrayList<>(PanelChecks.of(policy, moves));
  }

  /**
   * The search by a policy.
   *
   * @param moves of territory, which explain why an area changes
   */
  public static SuspectSearch of(QualityPolicy policy, List<Move> moves) {
    return new SuspectSearch(policy, moves);
  }

  /**
   * The suspects of a panel, one a cell and kind, in order of unit, year, indicator and the name of
   * the kind.
   *
   * @param figures finite, in any order, one a unit, year and indicator. The order of unit codes
   *     stands for the order of rows in yearbooks.
   * @throws IllegalArgumentException where a cell has two figures
   */
  public List<Suspect> in(Iterable<Figure> figures) {
    SortedMap<String, List<Figure>> byCode = new TreeMap<>();
    figures.forEach(x -> byCode.computeIfAbsent(x.code(), code -> new ArrayList<>()).add(x));
    Traces traces = new Traces();
    byCode.values().forEach(own -> traces.addAll(ofIndicator(own)));
    for (int check = 0; check < checks.size(); check++) {
      List<Figure> own = new ArrayList<>();
      checks.get(check).codes().forEach(code -> own.addAll(byCode.getOrDefault(code, List.of())));
      if (!own.isEmpty()) {
        traces.addAll(ofCheck(check, own));
      }
    }
    return suspects(traces);
  }

  /** The checks of whole panels. */
  List<PanelCheck> checks() {
    return checks;
  }

  /** What is seen of all figures of an indicator. */
  Traces ofIndicator(List<Figure> figures) {
    Expectation seen = new Expectation(IndicatorCells.of(figures));
    IndicatorTraces out = new IndicatorTraces(seen);
    detectors.forEach(detector -> detector.acrossUnits(seen, out));
    return out.traces();
  }

  /** What a check of whole panels finds of all figures of its indicators. */
  Traces ofCheck(int check, List<Figure> figures) {
    Traces out = new Traces();
    PanelChecks.findings(checks.get(check), figures).forEach(out::add);
    return out;
  }

  /** The suspects among all traces of some units and years. */
  List<Suspect> suspects(Traces traces) {
    List<Suspect> out = new ArrayList<>();
    traces.by(x -> new UnitYear(x.unit(), x.year())).values().forEach(row -> judge(row, out));
    return out;
  }

  private void judge(Traces row, List<Suspect> out) {
    SortedMap<String, Candidate> candidates = new TreeMap<>();
    row.candidates().forEach(candidate -> candidates.put(candidate.code(), candidate));
    List<Finding> findings = new ArrayList<>(row.findings());
    detectors.forEach(detector -> detector.acrossIndicators(candidates, findings::add));
    SortedMap<String, Finding> surest = new TreeMap<>();
    for (Finding finding : findings) {
      // a code is a word, so that the blank keeps the order of codes
      String key = finding.figure().code() + " " + finding.kind().label();
      surest.merge(key, finding, (a, b) -> SURENESS.compare(a, b) >= 0 ? a : b);
    }
    surest.values().forEach(finding -> out.add(suspect(finding)));
  }

  private Suspect suspect(Finding finding) {
    Figure figure = finding.figure();
    return new Suspect(
        figure.source(),
        figure.unit(),
        figure.year(),
        figure.code(),
        figure.value(),
        finding.kind(),
        finding.lower(),
        finding.upper(),
        finding.confidence(),
        finding.evidence(),
        level(finding.kind(), finding.confidence()));
  }

  private Level level(SuspectKind kind, double confidence) {
    Response response = policy.response(kind);
    return confidence >= response.confidence() ? response.level() : Level.WARN;
  }
}
