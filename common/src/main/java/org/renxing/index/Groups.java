package org.renxing.index;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Groups to which units belong. */
public final class Groups {
  /** Type and value of the group that holds every unit. */
  public static final String ALL = "all";

  private Groups() {}

  /**
   * Says plainly that a grouping names no column.
   *
   * @param key the configuration key that names it
   * @throws RenxingException CONFIGURATION
   */
  public static void requireColumn(Dataset<Row> units, String column, String key) {
    List<String> known = List.of(units.columns());
    if (!known.contains(column)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          key + ": units have no column '" + column + "'; they have " + known);
    }
  }
}
