package org.renxing.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.panel.UnitFigures;

/** Statistics of units from literal rows, and results by key; without a session. */
public final class Series {
  private Series() {}

  /** The units of rows {@code unit_id string, year int, population double, …}; null is missing. */
  public static List<UnitFigures> of(String ddl, List<Row> rows) {
    String[] names = StructType.fromDDL(ddl).fieldNames();
    List<String> columns = List.copyOf(Arrays.asList(names).subList(2, names.length));
    Map<String, List<Row>> units = new LinkedHashMap<>();
    rows.forEach(r -> units.computeIfAbsent(r.getString(0), u -> new ArrayList<>()).add(r));
    List<UnitFigures> out = new ArrayList<>();
    units.forEach((unit, years) -> out.add(unit(unit, years, columns)));
    return out;
  }

  /** The same of literal rows. */
  public static List<UnitFigures> of(String ddl, Row... rows) {
    return of(ddl, Arrays.asList(rows));
  }

  private static UnitFigures unit(String unit, List<Row> rows, List<String> columns) {
    List<Row> years = rows.stream().sorted(Comparator.comparingInt(r -> r.getInt(1))).toList();
    double[] values = new double[years.size() * columns.size()];
    for (int i = 0; i < values.length; i++) {
      Row row = years.get(i / columns.size());
      int at = 2 + i % columns.size();
      values[i] = row.isNullAt(at) ? Double.NaN : row.getDouble(at);
    }
    return new UnitFigures(unit, years.stream().map(r -> r.getInt(1)).toList(), columns, values);
  }

  /** What a kernel makes of each unit. */
  public static <T> List<T> each(List<UnitFigures> units, Function<UnitFigures, List<T>> kernel) {
    return units.stream().flatMap(unit -> kernel.apply(unit).stream()).toList();
  }

  /** Results by a text key. */
  public static <T> Map<String, T> by(Iterable<T> results, Function<T, String> key) {
    Map<String, T> out = new LinkedHashMap<>();
    for (T one : results) {
      if (out.put(key.apply(one), one) != null) {
        throw new AssertionError("two results with key " + key.apply(one));
      }
    }
    return out;
  }
}
