package org.renxing.jobs.learning;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.learning.LearningData;

/**
 * Response and candidates as MLlib wants them. They go to the tasks once. A training set is one
 * partition: sums over several would depend on how many there are and on which ends first, and
 * MLlib draws by partition; what is to run side by side are trainings.
 */
final class TrainingRows implements AutoCloseable {
  private static final StructType SCHEMA =
      new StructType().add("label", DataTypes.DoubleType).add("features", new VectorUDT());

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Broadcast<double[][]> rows;
  private final Broadcast<double[]> response;

  TrainingRows(SparkSession spark, LearningData data) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.rows = context.broadcast(data.rows());
    this.response = context.broadcast(data.y());
  }

  /** Some of the rows. */
  Dataset<Row> select(int[] some) {
    Broadcast<double[][]> x = rows;
    Broadcast<double[]> y = response;
    JavaRDD<Row> one =
        context
            .parallelize(List.of(some), 1)
            .flatMap(
                places ->
                    Arrays.stream(places)
                        .mapToObj(i -> RowFactory.create(y.value()[i], Vectors.dense(x.value()[i])))
                        .iterator());
    return spark.createDataFrame(one, SCHEMA);
  }

  @Override
  public void close() {
    rows.destroy();
    response.destroy();
  }
}
