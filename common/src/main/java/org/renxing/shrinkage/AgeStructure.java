package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ShrinkagePolicy.Pyramid;
import org.renxing.model.Statistic;

/** Shares of the ages in a population, and the type of its pyramid (methods: shrinkage). */
public final class AgeStructure {
  private AgeStructure() {}

  /**
   * One row a unit and year: unit_id, year, child_share_pct, working_age_share_pct, old_share_pct
   * (each of the sum of the three ages), old_dependency_pct (old to working age), ageing_index_pct
   * (old to children), pyramid (growing, stable, declining), reason. All but the reason are null
   * where an age is missing or negative, or nobody is counted; a ratio alone where it has nothing
   * to divide by.
   *
   * @param statistics unit_id, year, and population_0_14, population_15_64, population_65_plus
   */
  public static Dataset<Row> of(Dataset<Row> statistics, Pyramid pyramid) {
    Column child = age(statistics, Statistic.POPULATION_0_14);
    Column working = age(statistics, Statistic.POPULATION_15_64);
    Column old = age(statistics, Statistic.POPULATION_65_PLUS);
    Dataset<Row> ages =
        statistics.select(
            col("unit_id"), col("year"), child.as("child"), working.as("working"), old.as("old"));
    Column total = col("child").plus(col("working")).plus(col("old"));
    Column isNegative = col("child").lt(0).or(col("working").lt(0)).or(col("old").lt(0));
    Column isSound = total.gt(0).and(not(isNegative));
    Dataset<Row> shares =
        ages.select(
            col("unit_id"),
            col("year"),
            share(isSound, col("child"), total).as("child_share_pct"),
            share(isSound, col("working"), total).as("working_age_share_pct"),
            share(isSound, col("old"), total).as("old_share_pct"),
            share(isSound.and(col("working").gt(0)), col("old"), col("working"))
                .as("old_dependency_pct"),
            share(isSound.and(col("child").gt(0)), col("old"), col("child")).as("ageing_index_pct"),
            when(total.isNull(), "AGE_MISSING")
                .when(not(coalesce(isSound, lit(false))), "NO_POPULATION")
                .as("reason"));
    return shares.withColumn("pyramid", type(pyramid));
  }

  private static Column type(Pyramid p) {
    Column child = col("child_share_pct");
    Column old = col("old_share_pct");
    Column isGrowing = child.gt(p.growingChildPct()).and(old.lt(p.growingOldPct()));
    Column isDeclining = child.lt(p.decliningChildPct()).and(old.gt(p.decliningOldPct()));
    return when(
        child.isNotNull().and(old.isNotNull()),
        when(isGrowing, "growing").when(isDeclining, "declining").otherwise("stable"));
  }

  private static Column share(Column condition, Column part, Column whole) {
    return when(condition, part.divide(whole).multiply(lit(100.0)));
  }

  private static Column age(Dataset<Row> frame, Statistic statistic) {
    boolean isThere = Arrays.asList(frame.columns()).contains(statistic.column());
    return (isThere ? col(statistic.column()) : lit(null)).cast("double");
  }
}
