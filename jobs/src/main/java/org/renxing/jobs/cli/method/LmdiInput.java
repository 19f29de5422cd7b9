package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.renxing.decomposition.Factor;
import org.renxing.decomposition.SectorExpression;
import org.renxing.decomposition.SectorExpression.Value;
import org.renxing.decomposition.SectorLevels;

/** Reads the periods that are decomposed: totals, factors and the driver of elasticities. */
final class LmdiInput {
  private final SeriesTable table;
  private final SectorExpression total;
  private final List<Factor> factors;
  private final Optional<SectorExpression> driver;
  private final Map<String, String> columns = new HashMap<>();

  LmdiInput(
      SeriesTable table,
      SectorExpression total,
      List<Factor> factors,
      Optional<SectorExpression> driver) {
    this.table = table;
    this.total = total;
    this.factors = factors;
    this.driver = driver;
    columns.putAll(table.columns("--total", total.inputs()));
    Set<String> read = new LinkedHashSet<>();
    factors.forEach(f -> read.addAll(f.expression().inputs()));
    columns.putAll(table.columns("--factors", read));
    driver.ifPresent(d -> columns.putAll(table.columns("--driver", d.inputs())));
  }

  /**
   * A period of a unit.
   *
   * @param levels what is decomposed, where nothing is missing
   * @param driver of elasticities; NaN where it is missing or none is asked for
   * @param reason why there are no levels; empty where there are
   */
  record Period(
      int year, Set<String> sectors, Optional<SectorLevels> levels, double driver, String reason) {}

  /**
   * The periods of a unit, upwards.
   *
   * @throws org.renxing.model.RenxingException DATA_CHECK for totals that are no product of their
   *     factors and for negative figures, by row
   */
  List<Period> periods(SortedMap<Integer, SortedMap<String, Integer>> rows) {
    List<Period> out = new ArrayList<>();
    rows.forEach((year, sectors) -> out.add(period(year, sectors)));
    return out;
  }

  private Period period(int year, SortedMap<String, Integer> rows) {
    List<Integer> places = List.copyOf(rows.values());
    List<Map<String, Double>> sectors = places.stream().map(this::figures).toList();
    List<Value> totals = total.values(sectors);
    List<List<Value>> values = new ArrayList<>();
    factors.forEach(f -> values.add(f.expression().values(sectors)));
    double driven = driver.map(d -> driver(d.values(sectors), places)).orElse(Double.NaN);
    List<Value> all = new ArrayList<>(totals);
    values.forEach(all::addAll);
    Optional<String> missing = all.stream().filter(Value::isMissing).map(Value::reason).findFirst();
    if (missing.isPresent()) {
      return new Period(year, rows.keySet(), Optional.empty(), driven, missing.get());
    }
    double[][] levels = new double[places.size()][factors.size()];
    for (int i = 0; i < levels.length; i++) {
      for (int k = 0; k < factors.size(); k++) {
        levels[i][k] = values.get(k).get(i).number();
      }
    }
    SectorLevels found =
        new SectorLevels(totals.stream().mapToDouble(Value::number).toArray(), levels);
    List<String> names = factors.stream().map(Factor::name).toList();
    for (int i = 0; i < levels.length; i++) {
      int row = places.get(i);
      found
          .fault(i, names)
          .ifPresent(
              fault -> {
                throw table.broken(row, ": " + fault);
              });
    }
    return new Period(year, rows.keySet(), Optional.of(found), driven, "");
  }

  /** The driver of a period, one for all of its sectors. */
  private double driver(List<Value> values, List<Integer> rows) {
    double first = values.get(0).number();
    for (int i = 1; i < values.size(); i++) {
      if (Double.compare(values.get(i).number(), first) != 0) {
        throw table.broken(
            rows.get(i),
            ": --driver is %s here and %s in another sector; write sum(…) for that of all"
                .formatted(values.get(i).number(), first));
      }
    }
    return first;
  }

  private Map<String, Double> figures(int row) {
    Map<String, Double> out = new HashMap<>();
    columns.forEach(
        (name, column) ->
            table.cells().figure(row, column, table.who(row)).ifPresent(x -> out.put(name, x)));
    return out;
  }
}
