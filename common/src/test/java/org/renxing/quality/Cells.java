package org.renxing.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.quality.panel.Figure;
import org.renxing.testing.SharedCases;

/** A panel in memory, so that tests can spoil some of its cells. */
public final class Cells {
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

  /** The panel as the search takes it. */
  public static List<Figure> figures(Map<Key, Double> cells) {
    List<Figure> out = new ArrayList<>();
    cells.forEach(
        (key, value) ->
            out.add(new Figure(key.unit(), key.year(), key.indicator(), value, "source")));
    return out;
  }

  public static Key keyOf(Suspect suspect) {
    return new Key(suspect.indicatorCode(), suspect.year(), suspect.unitId());
  }
}
