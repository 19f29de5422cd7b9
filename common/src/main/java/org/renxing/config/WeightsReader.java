package org.renxing.config;

import com.typesafe.config.ConfigValueType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Key;
import org.renxing.model.WeightScheme;

/** Reads the weight schemes of a scenario. */
final class WeightsReader {
  private static final double TOLERANCE = 1e-9;
  private static final String COMBINED = "combined";
  private static final WeightScheme ENTROPY =
      new WeightScheme(
          "entropy",
          "entropy",
          WeightScheme.Within.SYSTEM,
          WeightScheme.Scope.POOLED,
          Optional.empty(),
          0,
          Map.of());

  private final Binder binder;
  private final Optional<IndexSystem> system;
  private final Catalog<String> systems;
  private final Map<String, String> methods;
  private final Set<String> schemeIds = new TreeSet<>();

  WeightsReader(Binder binder, Optional<IndexSystem> system) {
    this.binder = binder;
    this.system = system;
    this.systems = system.map(WeightsReader::codes).orElse(Catalog.unknown());
    this.methods =
        binder.vocabulary().weightingMethods().stream()
            .collect(Collectors.toMap(Function.identity(), m -> m));
  }

  /** The codes of the systems of an index system, in its order. */
  private static Catalog<String> codes(IndexSystem system) {
    return Catalog.of(system.systems().stream().map(IndexNode::code).toList());
  }

  List<WeightScheme> schemes(Section scenario) {
    List<WeightScheme> out = binder.list(scenario, "weights", WeightScheme.class, this::scheme);
    if (!scenario.has("weights")) {
      schemeIds.add(ENTROPY.id());
      return List.of(ENTROPY);
    }
    if (scenario.sections("weights").isEmpty() && !scenario.isTroubled("weights")) {
      scenario.problem("weights", "needs one scheme or more");
    }
    return out;
  }

  /** What of a scheme depends on its method and on the index system. */
  private Map<String, ?> scheme(Section s) {
    String method = s.has("method") ? s.choice("method", methods, "") : s.text("method");
    String id = s.text("id", method);
    if (!id.isEmpty()) {
      schemeIds.add(id);
    }
    checkParts(s, method.equals(COMBINED));
    boolean isAsPrinted = s.is(ConfigValueType.STRING, "system-weights");
    Map<String, Double> systemWeights = isAsPrinted ? published(s) : systemWeights(s);
    return Map.of(
        "id", id, "method", method, "systemWeights", systemWeights, "isAsPrinted", isAsPrinted);
  }

  private void checkParts(Section s, boolean isCombined) {
    if (isCombined && !s.has("parts")) {
      s.problem("parts", "method combined needs two methods or more");
    }
    if (!isCombined && s.has("parts")) {
      s.problem("parts", "belongs to method combined only");
    }
    Set<String> known = new TreeSet<>(methods.keySet());
    known.remove(COMBINED);
    s.texts("parts", List.of()).stream()
        .filter(part -> !known.contains(part))
        .forEach(part -> s.unknown("parts", "'" + part + "' cannot be a part", part, known));
  }

  /** The weights that the index system's file states for its systems, as they stand. */
  private Map<String, Double> published(Section s) {
    Map<String, Double> out = new TreeMap<>();
    s.choice("system-weights", Map.of("published", true), true);
    system.ifPresent(
        tree -> {
          tree.systems().forEach(node -> out.put(node.code(), node.weight()));
          if (!s.isTroubled("system-weights") && out.values().stream().allMatch(w -> w == 1)) {
            s.problem("system-weights", "the index system states no weights of its systems");
          }
        });
    return out;
  }

  private record Written(
      @Key(names = Key.SYSTEM, or = "0", is = "0 or more") Map<String, Double> systemWeights) {}

  private Map<String, Double> systemWeights(Section s) {
    Bound<Written> read = binder.knowing(Key.SYSTEM, systems).read(s, Written.class, Map.of());
    Map<String, Double> out = read.get("systemWeights");
    double sum = out.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!out.isEmpty() && Math.abs(sum - 1) > TOLERANCE) {
      s.problem("system-weights", "must sum to 1, found " + sum);
    }
    Set<String> missing = new TreeSet<>(systems.names());
    missing.removeAll(out.keySet());
    if (!out.isEmpty() && !missing.isEmpty() && systems.names().containsAll(out.keySet())) {
      s.problem("system-weights", "no weight for " + String.join(", ", missing));
    }
    return out;
  }

  /** A binder that knows the schemes read so far, and the systems of the index system. */
  Binder withSchemes() {
    return binder.knowing(Key.WEIGHT_SCHEME, Catalog.of(schemeIds)).knowing(Key.SYSTEM, systems);
  }

  /** For want of weights, systems weigh the same. */
  static Map<String, ?> coupling(Section s) {
    List<Double> written = s.numbers("weights");
    int count = s.texts("systems", List.of()).size();
    return Map.of("weights", s.has("weights") ? written : Collections.nCopies(count, 1.0 / count));
  }
}
