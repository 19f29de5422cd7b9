package org.renxing.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.testing.Frames;
import org.renxing.testing.SharedCases;

/** A panel in memory, so that tests can spoil some of its cells. */
public final class Cells {
  static final String SCHEMA =
      "unit_id string, year int, indicator_code string, value double, source_id string";

  private static final Set<String> KEYS =
      Set.of("code", "name", "province", "region4", "in_city_yearbook", "resource_type", "year");

  /** The address of a cell; the order is that of a yearbook. */
  public record Key(String indicator, int year, String unit) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byIndicator = indicator.compareTo(other.indicator);
      int byYear = byIndicator == 0 ? Integer.compare(year, other.year) : byIndicator;
      return byYear == 0 ? unit.compareTo(other.unit) : byYear;
    }
  }

  private Cells() {}

  /** The real panel of the reference data: all its indicators. */
  public static SortedMap<Key, Double> real(Path csv) throws IOException {
    SortedMap<Key, Double> out = new TreeMap<>();
    for (Map<String, String> row : SharedCases.rows(csv)) {
      row.forEach(
          (column, text) -> {
            if (!KEYS.contains(column) && !text.isEmpty()) {
              Key key = new Key(column, Integer.parseInt(row.get("year")), row.get("code"));
              out.put(key, Double.parseDouble(text));
            }
          });
    }
    return out;
  }

  /** The panel as the detectors take it. */
  public static Dataset<Row> frame(Map<Key, Double> cells) {
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (key, value) ->
            rows.add(Frames.row(key.unit(), key.year(), key.indicator(), value, "source")));
    return Frames.of(SCHEMA, rows);
  }

  public static Key keyOf(Row suspect) {
    return new Key(
        suspect.getAs("indicator_code"), suspect.getAs("year"), suspect.getAs("unit_id"));
  }
}
