package org.renxing.index;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.renxing.model.DecisionTable;

/**
 * A {@link DecisionTable} as column expressions, for rows by the million. The first rule that holds
 * decides, unless one before it turns on missing evidence and says otherwise: then nothing is
 * decided, as where no rule holds. So no missing figure turns into a verdict, and none that could
 * change nothing stands in its way.
 */
public final class DecisionList {
  /** Why nothing is decided: a rule turns on evidence that is missing. */
  public static final String MISSING_EVIDENCE = "MISSING_EVIDENCE";

  /** Why nothing is decided: all evidence is there, and no rule holds. */
  public static final String NO_RULE_HOLDS = "NO_RULE_HOLDS";

  private final List<DecisionTable.Rule> rules;
  private final List<Column> holds = new ArrayList<>();
  private final Set<String> inputs = new TreeSet<>();

  /**
   * Reads the conditions.
   *
   * @param evidence the double column of a name; null where it is not known
   * @throws org.renxing.model.RenxingException CONFIGURATION where a condition cannot be read
   */
  public DecisionList(DecisionTable table, Function<String, Column> evidence) {
    this.rules = table.rules();
    for (DecisionTable.Rule rule : rules) {
      Expression condition = Expression.parse(rule.condition());
      inputs.addAll(condition.inputs());
      holds.add(condition.value(evidence).notEqual(0.0));
    }
  }

  /** Names of the evidence that the rules ask for, sorted. */
  public List<String> inputs() {
    return List.copyOf(inputs);
  }

  /** The verdict; null where nothing is decided. */
  public Column verdict() {
    return decided(rules.stream().map(DecisionTable.Rule::verdict).toList());
  }

  /** The id of the rule that decides; null where none does. */
  public Column decidedBy() {
    return decided(rules.stream().map(DecisionTable.Rule::id).toList());
  }

  /** Why nothing is decided; null where something is. */
  public Column reason() {
    Column isOpen = lit(false);
    for (Column each : holds) {
      isOpen = isOpen.or(each.isNull());
    }
    return when(verdict().isNotNull(), lit(null).cast("string"))
        .when(isOpen, MISSING_EVIDENCE)
        .otherwise(NO_RULE_HOLDS);
  }

  private Column decided(List<String> words) {
    Column out = lit(null).cast("string");
    for (int i = rules.size() - 1; i >= 0; i--) {
      out = when(decides(i), words.get(i)).otherwise(out);
    }
    return out;
  }

  /** Whether a rule holds and none before it holds, or may hold and says otherwise. */
  private Column decides(int rule) {
    Column out = coalesce(holds.get(rule), lit(false));
    for (int i = 0; i < rule; i++) {
      boolean isOther = !rules.get(i).verdict().equals(rules.get(rule).verdict());
      out = out.and(coalesce(holds.get(i), lit(isOther)).equalTo(false));
    }
    return out;
  }
}
