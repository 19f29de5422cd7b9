package org.renxing.path;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.index.Expression;
import org.renxing.model.PathPolicy;
import org.renxing.model.PathPolicy.Rule;
import org.renxing.numerics.Decimals;

/**
 * Applies the rules of a path (methods: path).
 *
 * <p>Conditions are three-valued: one that needs missing evidence is unknown. The first rule that
 * holds decides, unless a rule before it is unknown and points elsewhere: then the path is {@code
 * undetermined}, as it is where no rule holds.
 */
public final class PathRules implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DECIMALS = 4;

  private final PathPolicy policy;
  private final List<Expression> conditions;
  private final TreeSet<String> evidence = new TreeSet<>();

  /**
   * Reads the rules.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where a condition cannot be read
   */
  public PathRules(PathPolicy policy) {
    this.policy = policy;
    this.conditions =
        policy.rules().stream().map(rule -> Expression.parse(rule.condition())).toList();
    conditions.forEach(condition -> evidence.addAll(condition.inputs()));
  }

  /**
   * The path of a unit.
   *
   * @param known its evidence, by name, without what is not known
   */
  public PathDecision decide(Map<String, Double> known) {
    List<Rule> fired = new ArrayList<>();
    List<Rule> unknown = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    Set<String> open = new HashSet<>();
    for (int i = 0; i < conditions.size(); i++) {
      Rule rule = policy.rules().get(i);
      Optional<Double> value = conditions.get(i).value(known);
      if (value.isEmpty()) {
        unknown.add(rule);
        missing.addAll(conditions.get(i).inputs());
      } else if (value.get() != 0) {
        fired.add(rule);
      }
      if (fired.isEmpty() ? value.isEmpty() : fired.size() == 1 && fired.contains(rule)) {
        open.add(rule.pointsTo().name().toLowerCase(Locale.ROOT));
      }
    }
    missing.removeAll(known.keySet());
    boolean isDecided = !fired.isEmpty() && open.size() == 1;
    String why = unknown.isEmpty() ? "NO_RULE_HOLDS" : "MISSING_EVIDENCE";
    return new PathDecision(
        isDecided ? open.iterator().next() : PathDecision.UNDETERMINED,
        isDecided ? fired.get(0).id() : "",
        ids(fired),
        ids(unknown),
        shown(known),
        String.join(",", missing),
        isDecided ? "" : why);
  }

  private static String ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).collect(joining(","));
  }

  private String shown(Map<String, Double> known) {
    return evidence.stream()
        .filter(known::containsKey)
        .map(name -> name + "=" + Decimals.round(known.get(name), DECIMALS))
        .collect(joining("; "));
  }
}
