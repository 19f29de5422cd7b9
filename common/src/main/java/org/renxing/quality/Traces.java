package org.renxing.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.renxing.quality.panel.Figure;

/** What was found so far, and the cells that are still to be looked at beside others. */
final class Traces {
  private final ArrayList<Finding> findings = new ArrayList<>();
  private final ArrayList<Candidate> candidates = new ArrayList<>();

  void add(Finding finding) {
    findings.add(finding);
  }

  void add(Candidate candidate) {
    candidates.add(candidate);
  }

  void addAll(Traces others) {
    addAll(others.findings, others.candidates);
  }

  void addAll(List<Finding> moreFindings, List<Candidate> moreCandidates) {
    findings.addAll(moreFindings);
    candidates.addAll(moreCandidates);
  }

  List<Finding> findings() {
    return findings;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** The traces apart by what a key makes of their figures. */
  <K extends Comparable<K>> SortedMap<K, Traces> by(Function<Figure, K> key) {
    Map<K, Traces> out = new HashMap<>();
    findings.forEach(x -> at(out, key.apply(x.figure())).add(x));
    candidates.forEach(x -> at(out, key.apply(x.cell().figure())).add(x));
    return new TreeMap<>(out);
  }

  private static <K> Traces at(Map<K, Traces> traces, K key) {
    return traces.computeIfAbsent(key, k -> new Traces());
  }
}
