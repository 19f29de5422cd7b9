package org.renxing.jobs.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.Coupling;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario;

/** Puts together weights, scores and couplings from rows of gold. */
final class SchemeAssembly {
  private final Scenario scenario;
  private final CollectedRows gold;
  private final Map<String, Optional<Double>> normalised;
  private final Map<String, List<String>> above = new LinkedHashMap<>();

  /**
   * Rows of one unit and year.
   *
   * @param normalised normalised values by indicator
   */
  SchemeAssembly(Scenario scenario, CollectedRows gold, Map<String, Optional<Double>> normalised) {
    this.scenario = scenario;
    this.gold = gold;
    this.normalised = normalised;
    for (IndexSystem.Membership m : scenario.indexSystem().memberships()) {
      above
          .computeIfAbsent(m.indicatorCode(), k -> new ArrayList<>())
          .add(m.depth() == 0 ? IndexSystem.OVERALL : m.nodeCode());
    }
  }

  /** Every scheme with its terms and scores. */
  List<SchemeTrace> schemes() {
    return gold.rows("weight").stream()
        .map(w -> w.key("scheme"))
        .distinct()
        .sorted()
        .map(id -> new SchemeTrace(id, terms(id), nodes(id)))
        .toList();
  }

  /** The weights of one indicator in every scheme. */
  List<IndicatorTrace.Weight> weights(String code, String system) {
    return gold.rows("weight").stream()
        .filter(w -> w.key("indicator_code").equals(code))
        .sorted(Comparator.comparing(w -> w.key("scheme")))
        .map(w -> weight(w, system))
        .toList();
  }

  private IndicatorTrace.Weight weight(Fields w, String system) {
    Optional<Double> systemWeight =
        score(w.key("scheme"), system).flatMap(s -> s.number("system_weight"));
    Optional<Double> contribution =
        isArithmetic() ? product(w.number("global_weight"), w.key("indicator_code")) : none();
    return new IndicatorTrace.Weight(
        w.key("scheme"),
        w.key("weight_scope"),
        w.whole("year").orElse(0),
        w.key("within"),
        w.number("weight"),
        w.number("global_weight"),
        systemWeight,
        w.number("entropy"),
        contribution,
        contribution.flatMap(c -> systemWeight.filter(s -> s > 0).map(s -> c / s)),
        w.text("reason"));
  }

  private List<SchemeTrace.Term> terms(String scheme) {
    return gold.rows("weight").stream()
        .filter(w -> w.key("scheme").equals(scheme))
        .map(w -> term(w, w.key("indicator_code")))
        .sorted(Comparator.comparingInt(t -> place(t.indicatorCode())))
        .toList();
  }

  private SchemeTrace.Term term(Fields w, String code) {
    return new SchemeTrace.Term(
        code,
        above.getOrDefault(code, List.of()),
        normalised.getOrDefault(code, none()),
        w.number("global_weight"),
        product(w.number("global_weight"), code));
  }

  private int place(String code) {
    return List.copyOf(above.keySet()).indexOf(code);
  }

  private List<SchemeTrace.Node> nodes(String scheme) {
    return gold.rows("score").stream()
        .filter(s -> s.key("scheme").equals(scheme))
        .sorted(
            Comparator.comparing((Fields s) -> s.count("depth"))
                .thenComparing(s -> s.key("system")))
        .map(this::node)
        .toList();
  }

  private SchemeTrace.Node node(Fields s) {
    long ranked =
        gold.rows("ranked").stream()
            .filter(r -> r.key("scheme").equals(s.key("scheme")))
            .filter(r -> r.key("system").equals(s.key("system")))
            .mapToLong(r -> r.count("n"))
            .sum();
    return new SchemeTrace.Node(
        s.key("system"),
        s.whole("depth").orElse(0),
        s.number("system_weight"),
        s.number("contribution"),
        s.number("score"),
        s.whole("n_missing").orElse(0),
        s.whole("rank"),
        s.whole("order_no"),
        s.number("percentile"),
        ranked);
  }

  /** Every coupling of the unit and year. */
  List<CouplingTrace> couplings() {
    return gold.rows("coupling").stream()
        .sorted(Comparator.comparing(c -> c.key("pair_id")))
        .map(this::coupling)
        .toList();
  }

  private CouplingTrace coupling(Fields c) {
    Optional<Coupling> stated =
        scenario.couplings().stream().filter(p -> p.id().equals(c.key("pair_id"))).findFirst();
    return new CouplingTrace(
        c.key("pair_id"),
        c.key("variant"),
        stated.map(Coupling::scheme),
        stated.map(this::parts).orElse(List.of()),
        c.number("s"),
        c.number("e"),
        c.number("c"),
        c.number("t"),
        c.number("d"),
        c.text("coupling_level"),
        c.text("coordination_level"),
        c.text("coordination_stage"),
        c.text("reason"),
        c.whole("rank"));
  }

  private List<CouplingTrace.Part> parts(Coupling coupling) {
    List<CouplingTrace.Part> out = new ArrayList<>();
    for (int i = 0; i < coupling.systems().size(); i++) {
      String system = coupling.systems().get(i);
      Optional<Double> share =
          score(coupling.scheme(), system)
              .flatMap(s -> s.number("score"))
              .map(x -> x / scenario.normalisation().scale());
      out.add(new CouplingTrace.Part(system, coupling.weights().get(i), share));
    }
    return out;
  }

  private Optional<Fields> score(String scheme, String system) {
    return gold.rows("score").stream()
        .filter(s -> s.key("scheme").equals(scheme) && s.key("system").equals(system))
        .findFirst();
  }

  private Optional<Double> product(Optional<Double> weight, String code) {
    return weight.flatMap(w -> normalised.getOrDefault(code, none()).map(y -> w * y));
  }

  boolean isArithmetic() {
    return scenario.aggregation() == Scenario.Aggregation.ARITHMETIC;
  }

  private static Optional<Double> none() {
    return Optional.empty();
  }
}
