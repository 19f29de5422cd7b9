package org.renxing.space;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.measure.MeasurePanels;

/**
 * Spatial autocorrelation of all measures of a scenario in one pass: one row a measure and year,
 * with the local statistics as an array of structs.
 *
 * @param scenario its id, which seeds chance along with the seed
 */
public record Autocorrelation(String scenario, int permutations, long seed)
    implements Serializable {
  /** Columns of local statistics. */
  static final String LOCAL =
      "unit_id:string,unit_name:string,value:double,standardised:double,lag:double,"
          + "local_i:double,quadrant:string,p_value:double,p_value_two_sided:double,"
          + "is_significant:boolean,"
          + "is_significant_fdr:boolean,n_neighbours:int";

  static final StructType SCHEMA =
      StructType.fromDDL(
          "measure string, year int, weights string, n bigint, n_left_out bigint, "
              + "mean_neighbours double, morans_i double, expected double, sd double, z double, "
              + "p_normal double, p_value double, p_value_two_sided double, permutations int, "
              + "reason string, "
              + "units array<struct<%s>>".formatted(LOCAL));

  /**
   * One row a measure and year. Keep it where several tables read it.
   *
   * @param panels see {@link MeasurePanels#of}
   * @param rule who is whose neighbour, among the units that have a value in the year
   */
  public Dataset<Row> of(Dataset<Row> panels, NeighbourRule rule) {
    Broadcast<NeighbourRule> shared =
        JavaSparkContext.fromSparkContext(panels.sparkSession().sparkContext()).broadcast(rule);
    Chance chance = new Chance(seed, scenario, permutations);
    return panels.mapPartitions(new MeasureSpace(chance, shared), Encoders.row(SCHEMA));
  }
}
