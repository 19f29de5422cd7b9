package org.renxing.path;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Expression;
import org.renxing.model.PathPolicy;

/**
 * Applies the rules of a path (methods: path).
 *
 * <p>Conditions are three-valued: one that needs missing evidence is unknown. The first rule that
 * holds decides, unless a rule before it is unknown and points elsewhere: then the path is {@code
 * undetermined}, as it is where no rule holds.
 */
public final class PathRules {
  /** The path of a unit of which the evidence does not decide. */
  public static final String UNDETERMINED = "undetermined";

  private static final int DECIMALS = 4;

  private final PathPolicy policy;
  private final List<Expression> conditions;
  private final Set<String> evidence = new TreeSet<>();

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
   * Adds path (growth, smart_shrinkage, undetermined), decided_by (rule; null where undetermined),
   * rules_fired and rules_unknown (ids in the order of the rules, separated by commas; empty for
   * none), evidence (name=value of what the rules ask for and is known), missing_evidence (names
   * that unknown rules lack) and reason (why the path is undetermined: MISSING_EVIDENCE or
   * NO_RULE_HOLDS).
   *
   * @param frame from {@link EvidenceTable#of}; its evidence is dropped
   */
  public Dataset<Row> of(Dataset<Row> frame) {
    List<Column> rules = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      rules.add(outcome(policy.rules().get(i), conditions.get(i), i));
    }
    Column outcomes = array(rules.toArray(Column[]::new));
    Column known = concat_ws("; ", evidence.stream().map(PathRules::shown).toArray(Column[]::new));
    return frame
        .select(
            col("unit_id"),
            col("year"),
            col("year_from"),
            outcomes.as("outcomes"),
            known.as("evidence"))
        .select(
            col("unit_id"),
            col("year"),
            col("year_from"),
            fired().as("fired"),
            unknown().as("unknown"),
            col("evidence"))
        .select(
            col("unit_id"),
            col("year"),
            col("year_from"),
            path().as("path"),
            when(path().notEqual(UNDETERMINED), get(col("fired"), lit(0)).getField("id"))
                .as("decided_by"),
            ids("fired").as("rules_fired"),
            ids("unknown").as("rules_unknown"),
            col("evidence"),
            missing().as("missing_evidence"),
            when(path().equalTo(UNDETERMINED), why()).as("reason"));
  }

  private static Column outcome(PathPolicy.Rule rule, Expression condition, int order) {
    List<Column> missing = new ArrayList<>();
    new TreeSet<>(condition.inputs())
        .forEach(name -> missing.add(when(col(name).isNull(), lit(name))));
    return struct(
        lit(order).as("place"),
        lit(rule.id()).as("id"),
        lit(rule.pointsTo().name().toLowerCase(Locale.ROOT)).as("path"),
        condition.value(name -> col(name)).notEqual(0.0).as("holds"),
        filter(array(missing.toArray(Column[]::new)), Column::isNotNull).as("missing"));
  }

  private static Column fired() {
    return filter(col("outcomes"), r -> r.getField("holds"));
  }

  private static Column unknown() {
    return filter(col("outcomes"), r -> r.getField("holds").isNull());
  }

  /** The paths that are open: that of the first rule that holds, and of the unknown before it. */
  private static Column path() {
    Column first = get(col("fired"), lit(0));
    Column before =
        filter(
            col("unknown"),
            r -> size(col("fired")).equalTo(0).or(r.getField("place").lt(first.getField("place"))));
    Column open = transform(before, r -> r.getField("path"));
    Column decided = when(size(col("fired")).gt(0), first.getField("path")).otherwise(UNDETERMINED);
    Column all = array_distinct(concat(array(decided), open));
    return when(size(all).equalTo(1), decided).otherwise(UNDETERMINED);
  }

  private static Column why() {
    return when(size(col("unknown")).gt(0), "MISSING_EVIDENCE").otherwise("NO_RULE_HOLDS");
  }

  private static Column ids(String outcomes) {
    return array_join(transform(col(outcomes), r -> r.getField("id")), ",");
  }

  private static Column missing() {
    Column all = flatten(transform(col("unknown"), r -> r.getField("missing")));
    return nullif(coalesce(array_join(array_sort(array_distinct(all)), ","), lit("")), lit(""));
  }

  private static Column shown(String name) {
    return concat(lit(name + "="), round(col(name), DECIMALS).cast("string"));
  }
}
