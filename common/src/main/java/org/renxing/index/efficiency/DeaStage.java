package org.renxing.index.efficiency;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.index.Groups;
import org.renxing.model.DeaModel;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Data envelopment analysis of system scores (R eq. 9–12): all models, years and systems in one
 * stage.
 *
 * <p>A first job takes the frontiers of each partition's units and brings only those to the driver,
 * which takes the frontiers of their unions (Barr and Durchholz 1997) and broadcasts them. Then
 * every unit is scored where it lies after one shuffle. The answer is the same on any number of
 * partitions, to the last bit, ties too: units are scored in blocks that depend on the data alone.
 */
public final class DeaStage {
  private final Plan plan;

  /** For one model or more. */
  public DeaStage(List<DeaModel> models) {
    this.plan = Plan.of(models);
  }

  /**
   * The unit-years with their scores side by side: scheme, unit_id, year, scores, groups. It is
   * read twice, so keep it.
   *
   * @param scores scheme, system, unit_id, year, score, each system once; a null score, or a row
   *     that is not there, is missing
   * @param units unit_id, unique, and the columns by which reference sets are parted
   */
  public Dataset<Row> panel(Dataset<Row> scores, Dataset<Row> units) {
    plan.groupColumns().forEach(c -> Groups.requireColumn(units, c, "dea: reference"));
    Object[] schemes = plan.programmes().stream().map(p -> p.model().scheme()).distinct().toArray();
    List<Column> sums = new ArrayList<>();
    List<Column> places = new ArrayList<>();
    for (int i = 0; i < plan.systems().size(); i++) {
      Column isSystem = col("system").equalTo(plan.systems().get(i));
      sums.add(max(when(isSystem, col("score"))).as("score_" + i));
      places.add(col("score_" + i));
    }
    Dataset<Row> wide =
        scores
            .where(col("scheme").isin(schemes).and(col("system").isin(plan.systems().toArray())))
            .groupBy("scheme", "unit_id", "year")
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    List<Column> attributes = new ArrayList<>(List.of(col("unit_id")));
    List<Column> groups = new ArrayList<>();
    for (int i = 0; i < plan.groupColumns().size(); i++) {
      attributes.add(col(plan.groupColumns().get(i)).cast("string").as("group_" + i));
      groups.add(col("group_" + i));
    }
    Dataset<Row> joined =
        groups.isEmpty()
            ? wide
            : wide.join(
                broadcast(units.select(attributes.toArray(Column[]::new))),
                CollectionConverters.asScala(List.of("unit_id")).toSeq(),
                "left");
    Column noGroups = array().cast("array<string>");
    return joined.select(
        col("scheme"),
        col("unit_id"),
        col("year").cast("int").as("year"),
        array(places.toArray(Column[]::new)).as("scores"),
        (groups.isEmpty() ? noGroups : array(groups.toArray(Column[]::new))).as("groups"));
  }

  /**
   * One row a model, system that stands alone, unit and year: the columns of gold's DEA tables,
   * with slacks and peers as arrays. A unit-year that lacks a score never enters a reference set,
   * and has status MISSING. Runs one job at once, for the frontiers; the scores are computed when
   * they are read.
   *
   * @param panel see {@link #panel}
   * @throws org.renxing.model.RenxingException DATA_CHECK for a score that is NaN, infinite or
   *     below 0, and for a unit whose inputs are all 0, naming unit, year and system
   */
  public Dataset<Row> score(Dataset<Row> panel) {
    SparkSession spark = panel.sparkSession();
    List<Cell> cells =
        panel
            .mapPartitions(new PartitionFrontiers(plan), Encoders.javaSerialization(Cell.class))
            .collectAsList();
    Frontiers found = Frontiers.of(plan, cells);
    Broadcast<Frontiers> frontiers =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(found);
    int partitions =
        Math.max(1, Math.min(found.blocks(plan), spark.sparkContext().defaultParallelism()));
    Column[] block = {col("programme"), col("year"), col("reference_group"), col("block")};
    return panel
        .mapPartitions(new Questions(plan, frontiers), Encoders.row(Questions.SCHEMA))
        .repartition(partitions, block)
        .sortWithinPartitions(block[0], block[1], block[2], block[3], col("unit_id"))
        .mapPartitions(new Answers(plan, frontiers), Encoders.row(ScoreRow.SCHEMA));
  }
}
