package org.renxing.index.vector;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.panel.IndicatorOrder;

/** Puts the cells of each unit and year in the order of the indicators. */
final class VectorAssembly extends RowKernel {
  private static final long serialVersionUID = 1L;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> schemes = new HashMap<>();

  VectorAssembly(IndicatorOrder order, List<String> schemes) {
    order.codes().forEach(code -> places.put(code, places.size()));
    schemes.forEach(scheme -> this.schemes.put(scheme, this.schemes.size()));
  }

  /**
   * One vector.
   *
   * @param row unit_id, year, cells: (indicator_code, normalised, scheme, global_weight)
   */
  @Override
  protected List<Row> of(Row row) {
    double[] y = missing(places.size());
    double[] w = missing(places.size() * schemes.size());
    for (Row cell : row.<Row>getList(2)) {
      Integer place = places.get(cell.getString(0));
      if (place == null) {
        continue;
      }
      if (!cell.isNullAt(1)) {
        y[place] = cell.getDouble(1);
      }
      Integer scheme = schemes.get(cell.getString(2));
      if (scheme != null && !cell.isNullAt(3)) {
        w[scheme * places.size() + place] = cell.getDouble(3);
      }
    }
    return List.of(RowFactory.create(row.getString(0), row.getInt(1), y, w));
  }

  private static double[] missing(int size) {
    double[] out = new double[size];
    Arrays.fill(out, Double.NaN);
    return out;
  }
}
