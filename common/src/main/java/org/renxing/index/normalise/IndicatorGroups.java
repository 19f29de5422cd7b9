package org.renxing.index.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.Normalisation;
import org.renxing.normalisation.Normalised;
import org.renxing.normalisation.Normaliser;
import org.renxing.normalisation.ScaleBounds;
import org.renxing.normalisation.Scaler;
import org.renxing.panel.PackedPanel;

/** Normalises the rows of one indicator and scope. */
final class IndicatorGroups implements FlatMapGroupsFunction<String, Row, Row> {
  private static final long serialVersionUID = 1L;

  /** The columns that change. */
  private static final List<String> FILLED =
      List.of("value", "is_winsorised", "lower", "upper", "normalised");

  private final String method;
  private final Normalisation.Scope scope;
  private final int[] baseYear;
  private final double[] winsorise;
  private final boolean clamp;
  private final double scale;
  private final HashMap<String, double[]> goalposts = new HashMap<>();

  IndicatorGroups(Normalisation spec) {
    method = spec.method();
    scope = spec.scope();
    baseYear = spec.baseYear().stream().mapToInt(Integer::intValue).toArray();
    winsorise =
        spec.winsorise().map(q -> new double[] {q.lower(), q.upper()}).orElse(new double[0]);
    clamp = spec.clamp();
    scale = spec.scale();
    spec.goalposts().forEach((code, b) -> goalposts.put(code, new double[] {b.lower(), b.upper()}));
  }

  /** The specification, which does not travel itself. */
  private Normalisation spec() {
    Map<String, Normalisation.Bounds> bounds = new HashMap<>();
    goalposts.forEach((code, b) -> bounds.put(code, new Normalisation.Bounds(b[0], b[1])));
    return new Normalisation(
        method,
        scope,
        Arrays.stream(baseYear).boxed().findFirst(),
        Optional.of("given").filter(r -> scope == Normalisation.Scope.FROZEN),
        winsorise.length == 0
            ? Optional.empty()
            : Optional.of(new Normalisation.Quantiles(winsorise[0], winsorise[1])),
        clamp,
        scale,
        bounds);
  }

  @Override
  public Iterator<Row> call(String key, Iterator<Row> given) {
    List<Row> rows = new ArrayList<>();
    given.forEachRemaining(rows::add);
    Row first = rows.get(0);
    String code = first.getAs("indicator_code");
    double[] values = new double[rows.size()];
    int[] years = new int[values.length];
    List<String> units = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = number(rows.get(i), "value");
      years[i] = rows.get(i).<Integer>getAs("year");
      units.add(rows.get(i).getAs("unit_id"));
    }
    Set<String> negative = first.getAs("direction").equals("-") ? Set.of(code) : Set.of();
    ScaleBounds frozen = new ScaleBounds(number(first, "lower"), number(first, "upper"));
    Normalised found =
        new Normaliser(spec(), negative)
            .of(
                new PackedPanel(units, years, List.of(code), values),
                Optional.of(Map.of(code, frozen)));
    Scaler scaler = found.scalers().values().iterator().next().get(0);
    int[] places = FILLED.stream().mapToInt(first::fieldIndex).toArray();
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      double treated = found.values().value(i, 0);
      Object[] cells = new Object[first.length()];
      Arrays.setAll(cells, rows.get(i)::get);
      cells[places[0]] = orNull(treated);
      cells[places[1]] = treated < values[i] || treated > values[i];
      cells[places[2]] = orNull(scaler.lower());
      cells[places[3]] = orNull(scaler.upper());
      cells[places[4]] = orNull(found.normalised().value(i, 0));
      out.add(RowFactory.create(cells));
    }
    return out.iterator();
  }

  private static Object orNull(double x) {
    return Double.isNaN(x) ? null : x;
  }

  private static double number(Row row, String column) {
    int at = row.fieldIndex(column);
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }
}
