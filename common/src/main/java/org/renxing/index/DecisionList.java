package org.renxing.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.renxing.model.DecisionTable;

/**
 * A {@link DecisionTable} that decides. The first rule that holds decides, unless one before it
 * turns on missing evidence and says otherwise: then nothing is decided, as where no rule holds. So
 * no missing figure turns into a verdict, and none that could change nothing stands in its way.
 */
public final class DecisionList implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Why nothing is decided: a rule turns on evidence that is missing. */
  public static final String MISSING_EVIDENCE = "MISSING_EVIDENCE";

  /** Why nothing is decided: all evidence is there, and no rule holds. */
  public static final String NO_RULE_HOLDS = "NO_RULE_HOLDS";

  private final ArrayList<Rule> rules = new ArrayList<>();
  private final TreeSet<String> inputs = new TreeSet<>();

  /** A rule, its condition read. */
  private record Rule(String id, String verdict, Expression condition) implements Serializable {}

  /**
   * What is decided of one thing.
   *
   * @param verdict empty where nothing is decided
   * @param decidedBy the id of the rule that decides; empty where none does
   * @param reason why nothing is decided; empty where something is
   */
  public record Decision(String verdict, String decidedBy, String reason) {}

  /**
   * Reads the conditions.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where a condition cannot be read
   */
  public DecisionList(DecisionTable table) {
    for (DecisionTable.Rule rule : table.rules()) {
      Expression condition = Expression.parse(rule.condition());
      inputs.addAll(condition.inputs());
      rules.add(new Rule(rule.id(), rule.verdict(), condition));
    }
  }

  /** Names of the evidence that the rules ask for, sorted. */
  public List<String> inputs() {
    return List.copyOf(inputs);
  }

  /**
   * Decides.
   *
   * @param evidence by name; what is not known is not there
   */
  public Decision of(Map<String, Double> evidence) {
    List<Optional<Boolean>> holds =
        rules.stream().map(r -> r.condition().value(evidence).map(x -> x != 0.0)).toList();
    for (int i = 0; i < rules.size(); i++) {
      if (decides(i, holds)) {
        return new Decision(rules.get(i).verdict(), rules.get(i).id(), "");
      }
    }
    boolean isOpen = holds.stream().anyMatch(Optional::isEmpty);
    return new Decision("", "", isOpen ? MISSING_EVIDENCE : NO_RULE_HOLDS);
  }

  /** Whether a rule holds and none before it holds, or may hold and says otherwise. */
  private boolean decides(int rule, List<Optional<Boolean>> holds) {
    if (!holds.get(rule).orElse(false)) {
      return false;
    }
    for (int i = 0; i < rule; i++) {
      boolean isOther = !rules.get(i).verdict().equals(rules.get(rule).verdict());
      if (holds.get(i).orElse(isOther)) {
        return false;
      }
    }
    return true;
  }
}
