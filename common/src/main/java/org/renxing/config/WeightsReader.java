package org.renxing.config;

import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.renxing.model.Coupling;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;

/** Reads the weight schemes of a scenario and the couplings that build on them. */
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

  private final Optional<IndexSystem> system;
  private final Optional<Set<String>> systemCodes;
  private final Map<String, String> methods;
  private final Set<String> schemeIds = new TreeSet<>();

  WeightsReader(Optional<IndexSystem> system, Set<String> methods) {
    this.system = system;
    this.systemCodes =
        system.map(s -> s.systems().stream().map(IndexNode::code).collect(Collectors.toSet()));
    this.methods = methods.stream().collect(Collectors.toMap(Function.identity(), m -> m));
  }

  List<WeightScheme> schemes(Section scenario) {
    if (!scenario.has("weights")) {
      scenario.sections("weights");
      schemeIds.add(ENTROPY.id());
      return List.of(ENTROPY);
    }
    List<WeightScheme> out = new ArrayList<>();
    List<Section> sections = scenario.sections("weights");
    if (sections.isEmpty() && !scenario.isTroubled("weights")) {
      scenario.problem("weights", "needs one scheme or more");
    }
    for (Section section : sections) {
      scheme(section).ifPresent(out::add);
    }
    return out;
  }

  private Optional<WeightScheme> scheme(Section s) {
    String method = s.has("method") ? s.choice("method", methods, "") : s.text("method");
    String id = s.text("id", method);
    requireNew(s, schemeIds, id);
    var within = s.choice("within", WeightScheme.Within.class, WeightScheme.Within.SYSTEM);
    var scope = s.choice("scope", WeightScheme.Scope.class, WeightScheme.Scope.POOLED);
    Optional<String> frozenRelease = s.optionalText("frozen-release");
    double shift = s.number("shift", 0, v -> v >= 0, "0 or more");
    boolean isAsPrinted = s.is(ConfigValueType.STRING, "system-weights");
    Map<String, Double> systemWeights = isAsPrinted ? published(s) : systemWeights(s);
    Supplier<WeightOptions> options = options(s, method, isAsPrinted);
    return s.build(
        () ->
            new WeightScheme(
                id, method, within, scope, frozenRelease, shift, systemWeights, options.get()));
  }

  private Supplier<WeightOptions> options(Section s, String method, boolean isAsPrinted) {
    var basis = s.choice("basis", WeightOptions.Basis.class, WeightOptions.Basis.NORMALISED);
    var sigma = s.choice("sigma", WeightOptions.Sigma.class, WeightOptions.Sigma.POPULATION);
    var keep = s.choice("keep", WeightOptions.Retention.class, WeightOptions.Retention.EIGENVALUE);
    var combine =
        s.choice("combine", WeightOptions.Combination.class, WeightOptions.Combination.PRODUCT);
    List<String> parts = s.texts("parts", List.of());
    boolean isCombined = method.equals(COMBINED);
    if (isCombined && !s.has("parts")) {
      s.problem("parts", "method combined needs two methods or more");
    }
    if (!isCombined && s.has("parts")) {
      s.problem("parts", "belongs to method combined only");
    }
    for (String part : parts) {
      if (!methods.containsKey(part) || part.equals(COMBINED)) {
        Set<String> known = new TreeSet<>(methods.keySet());
        known.remove(COMBINED);
        s.unknown("parts", "'" + part + "' cannot be a part", part, known);
      }
    }
    return () -> new WeightOptions(basis, sigma, keep, combine, parts, isAsPrinted);
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

  private Map<String, Double> systemWeights(Section s) {
    Map<String, Double> out = new TreeMap<>();
    Section weights = s.section("system-weights");
    for (String code : weights.keys()) {
      out.put(code, weights.number(code, 0, v -> v >= 0, "0 or more"));
      systemCodes.ifPresent(known -> requireSystem(weights, code, code, known));
    }
    double sum = out.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!out.isEmpty() && Math.abs(sum - 1) > TOLERANCE) {
      s.problem("system-weights", "must sum to 1, found " + sum);
    }
    systemCodes.ifPresent(
        known -> {
          Set<String> missing = new TreeSet<>(known);
          missing.removeAll(out.keySet());
          if (!out.isEmpty() && !missing.isEmpty() && known.containsAll(out.keySet())) {
            s.problem("system-weights", "no weight for " + String.join(", ", missing));
          }
        });
    return out;
  }

  /** Ids of the schemes read so far. */
  Set<String> schemeIds() {
    return Set.copyOf(schemeIds);
  }

  List<Coupling> couplings(Section scenario) {
    List<Coupling> out = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : scenario.sections("coupling")) {
      coupling(section, ids).ifPresent(out::add);
    }
    return out;
  }

  private Optional<Coupling> coupling(Section s, Set<String> ids) {
    String id = s.text("id");
    requireNew(s, ids, id);
    String first = schemeIds.stream().findFirst().orElse("");
    String scheme = schemeIds.size() == 1 ? s.text("scheme", first) : s.text("scheme");
    if (!scheme.isEmpty() && !schemeIds.contains(scheme)) {
      s.unknown("scheme", "there is no weight scheme '" + scheme + "'", scheme, schemeIds);
    }
    List<String> systems = s.texts("systems", List.of());
    for (String code : systems) {
      systemCodes.ifPresent(known -> requireSystem(s, "systems", code, known));
    }
    List<Double> given = s.numbers("weights");
    List<Double> weights =
        s.has("weights") ? given : Collections.nCopies(systems.size(), 1.0 / systems.size());
    var variant = s.choice("variant", Coupling.Variant.class, Coupling.Variant.STANDARD);
    return s.build(() -> new Coupling(id, scheme, systems, weights, variant));
  }

  private static void requireSystem(Section s, String key, String code, Set<String> known) {
    if (!known.contains(code)) {
      s.unknown(key, "the index system has no system '" + code + "'", code, known);
    }
  }

  private static void requireNew(Section s, Set<String> ids, String id) {
    if (!id.isEmpty() && !ids.add(id)) {
      s.problem("id", "'" + id + "' is used twice");
    }
  }
}
