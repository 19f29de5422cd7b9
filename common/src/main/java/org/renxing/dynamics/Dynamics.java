package org.renxing.dynamics;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.coupling.Bands;
import org.renxing.measure.MeasurePanels;

/**
 * The dynamics of all measures of a scenario in one pass: one row a measure, with the rows of each
 * table as an array of structs.
 *
 * @param groupings names of the groups that the panels carry, in their order
 * @param step calendar years from a year to the next
 */
public record Dynamics(List<String> groupings, int step) implements Serializable {
  /** Columns of convergence. */
  static final String CONVERGENCE =
      "group_type:string,group_value:string,kind:string,estimate:double,standard_error:double,"
          + "p_value:double,r2:double,speed:double,n:bigint,n_left_out:bigint,"
          + "year_first:int,year_last:int,reason:string";

  /** Columns of transitions. */
  static final String TRANSITION =
      "from_class:string,to_class:string,from_order:int,to_order:int,n:bigint,probability:double";

  /** Columns of classes. */
  static final String CLASS =
      "class:string,class_order:int,lower:double,upper:double,n:bigint,share_first:double,"
          + "share_last:double,probability:double,reason:string";

  /** Columns of densities. */
  static final String DENSITY = "year:int,x:double,density:double,bandwidth:double,n:bigint";

  /** Columns of units. */
  static final String UNIT =
      "unit_id:string,unit_name:string,year_first:int,year_last:int,value_first:double,"
          + "value_last:double,growth:double,mean_annual_growth:double,rank_first:int,"
          + "rank_last:int,rank_change:int,class_first:string,class_last:string,n_turns:int";

  /** Columns of events. */
  static final String EVENT =
      "unit_id:string,unit_name:string,year:int,event:string,value:double,"
          + "from_class:string,to_class:string";

  static final StructType SCHEMA =
      StructType.fromDDL(
          "measure string, convergence array<struct<%s>>, transitions array<struct<%s>>, "
                  .formatted(CONVERGENCE, TRANSITION)
              + "classes array<struct<%s>>, densities array<struct<%s>>, ".formatted(CLASS, DENSITY)
              + "units array<struct<%s>>, events array<struct<%s>>".formatted(UNIT, EVENT));

  public Dynamics {
    groupings = List.copyOf(groupings);
  }

  /**
   * One row a measure: measure, convergence, transitions, classes, densities, units, events. Keep
   * it where several tables read it.
   *
   * @param panels see {@link MeasurePanels#of}, with the same groupings
   */
  public Dataset<Row> of(Dataset<Row> panels) {
    return panels.mapPartitions(new MeasureDynamics(this), Encoders.row(SCHEMA));
  }

  /**
   * Levels of coordination for measures that are coordination degrees, {@code d.PAIR} and {@code
   * d.PAIR.revised}; quarters of all values of the measure for others.
   */
  Classes classes(String measure, double[] values) {
    if (!measure.startsWith("d.")) {
      return Classes.quarters(values);
    }
    List<Bands.Band> bands = Bands.COORDINATION;
    return new Classes(
        bands.stream().map(Bands.Band::nameEn).toList(),
        bands.stream().limit(bands.size() - 1L).map(Bands.Band::upper).toList());
  }
}
