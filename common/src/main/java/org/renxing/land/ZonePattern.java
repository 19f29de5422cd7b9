package org.renxing.land;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.DecisionList;
import org.renxing.model.LandRules;

/**
 * The pattern in which a city empties, perforated or doughnut (source X), by the rules of
 * conf/rules/zone-pattern.conf (methods: land).
 */
public final class ZonePattern {
  /** The pattern of a unit of which the evidence does not decide. */
  public static final String UNKNOWN = "unknown";

  private static final int DECIMALS = 4;

  private ZonePattern() {}

  /**
   * One row a unit and year that has a row of vacancy or of vacant land: unit_id, year, pattern
   * (perforated, doughnut, compact, unknown), decided_by (rule; null where unknown), evidence
   * (name=value of what the rules ask for and is known; empty for none), missing_evidence (names of
   * what they ask for and is not known; null for none), reason (why the pattern is unknown:
   * MISSING_EVIDENCE or NO_RULE_HOLDS).
   *
   * @param vacancy use, zone, unit_id, year, vacancy_rate; one row a use, zone, unit and year
   * @param land kind, zone, unit_id, year, share; one row a kind, zone, unit and year
   */
  public static Dataset<Row> of(Dataset<Row> vacancy, Dataset<Row> land, LandRules rules) {
    DecisionList decisions =
        new DecisionList(rules.zonePattern(), name -> col(name).cast("double"));
    Dataset<Row> figures =
        vacancy
            .select(
                col("unit_id"),
                col("year"),
                concat(col("zone"), lit("_"), col("use"), lit("_vacancy")).as("name"),
                col("vacancy_rate").as("value"))
            .unionByName(
                land.where(col("kind").equalTo(LandUse.VACANT))
                    .select(
                        col("unit_id"),
                        col("year"),
                        concat(col("zone"), lit("_vacant_land")).as("name"),
                        col("share").as("value")));
    List<Column> wide = new ArrayList<>();
    for (String name : LandRules.zoneEvidence()) {
      wide.add(max(when(col("name").equalTo(name), col("value"))).as(name));
    }
    List<Column> known = new ArrayList<>();
    List<Column> missing = new ArrayList<>(List.of(lit(null).cast("string")));
    for (String name : decisions.inputs()) {
      known.add(concat(lit(name + "="), round(col(name), DECIMALS).cast("string")));
      missing.add(when(col(name).isNull(), lit(name)));
    }
    Column lacking = array_join(array(missing.toArray(Column[]::new)), ",");
    return figures
        .groupBy("unit_id", "year")
        .agg(wide.get(0), wide.subList(1, wide.size()).toArray(Column[]::new))
        .select(
            col("unit_id"),
            col("year"),
            coalesce(decisions.verdict(), lit(UNKNOWN)).as("pattern"),
            decisions.decidedBy().as("decided_by"),
            concat_ws("; ", known.toArray(Column[]::new)).as("evidence"),
            when(lacking.notEqual(""), lacking).as("missing_evidence"),
            decisions.reason().as("reason"));
  }
}
