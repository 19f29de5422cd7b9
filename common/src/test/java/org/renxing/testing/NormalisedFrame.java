package org.renxing.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.IndexSystem;
import org.renxing.model.Normalisation;
import org.renxing.normalisation.Normalised;
import org.renxing.normalisation.Normaliser;
import org.renxing.panel.PackedPanel;

/** A normalised panel as rows, for what reads rows. */
public final class NormalisedFrame {
  private static final String SCHEMA =
      "unit_id string, year int, indicator_code string, value double, system string,"
          + " normalised double";

  private NormalisedFrame() {}

  /** Of rows unit_id, year, indicator_code, value. */
  public static Dataset<Row> of(Normalisation how, IndexSystem system, List<Row> values) {
    List<String> codes = new ArrayList<>(system.systemOfIndicator().keySet());
    TreeMap<String, double[]> rows = new TreeMap<>();
    TreeMap<String, Row> first = new TreeMap<>();
    for (Row row : values) {
      String key = row.getString(0) + " " + row.getInt(1);
      first.putIfAbsent(key, row);
      double[] all =
          rows.computeIfAbsent(
              key,
              k -> {
                double[] none = new double[codes.size()];
                Arrays.fill(none, Double.NaN);
                return none;
              });
      all[codes.indexOf(row.getString(2))] = row.isNullAt(3) ? Double.NaN : row.getDouble(3);
    }
    PackedPanel panel =
        new PackedPanel(
            first.values().stream().map(row -> row.getString(0)).toList(),
            first.values().stream().mapToInt(row -> row.getInt(1)).toArray(),
            codes,
            rows.values().stream().flatMapToDouble(Arrays::stream).toArray());
    return frame(new Normaliser(how, system).of(panel, Optional.empty()), system);
  }

  private static Dataset<Row> frame(Normalised found, IndexSystem system) {
    Map<String, String> systems = system.systemOfIndicator();
    PackedPanel panel = found.values();
    List<Row> out = new ArrayList<>();
    for (int row = 0; row < panel.rows(); row++) {
      for (int j = 0; j < panel.indicators().size(); j++) {
        String code = panel.indicators().get(j);
        out.add(
            Frames.row(
                panel.units().get(row),
                panel.year(row),
                code,
                orNull(panel.value(row, j)),
                systems.get(code),
                orNull(found.normalised().value(row, j))));
      }
    }
    return Frames.of(SCHEMA, out);
  }

  private static Object orNull(double x) {
    return Double.isNaN(x) ? null : x;
  }
}
