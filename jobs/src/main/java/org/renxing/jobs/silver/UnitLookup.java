package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.run.Inputs;

/** Which unit a code or name means in a year. */
public final class UnitLookup {
  private UnitLookup() {}

  /**
   * Adds to rows with unit_text and division_year: alias, candidates (the units of that name in any
   * year; null for none), in_year (those of the year) and best (unit ids of the lowest rank of
   * these, each once: one where the text is clear).
   */
  public static Dataset<Row> of(Dataset<Row> rows, Inputs inputs) {
    Dataset<Row> aliases = inputs.local("unit aliases", () -> UnitAlias.candidates(inputs));
    return rows.join(
            broadcast(aliases), UnitAlias.key(col("unit_text")).equalTo(col("alias")), "left")
        .withColumn("in_year", inYear())
        .withColumn("best", best());
  }

  private static Column inYear() {
    return filter(
        col("candidates"),
        c ->
            c.getField("valid_from")
                .leq(col("division_year"))
                .and(c.getField("valid_to").geq(col("division_year"))));
  }

  /** The units of the year that the name means: of the lowest rank, each once. */
  private static Column best() {
    Column lowest = element_at(col("in_year"), lit(1)).getField("rank");
    Column chosen = filter(col("in_year"), c -> c.getField("rank").equalTo(lowest));
    return array_distinct(transform(chosen, c -> c.getField("unit_id")));
  }
}
