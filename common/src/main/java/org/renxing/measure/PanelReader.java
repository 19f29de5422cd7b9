package org.renxing.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** Puts the rows of {@link MeasurePanels#of}, as they come, together to one panel a measure. */
final class PanelReader implements Iterator<MeasurePanel> {
  private final Iterator<Row> rows;
  private Row next;

  PanelReader(Iterator<Row> rows) {
    this.rows = rows;
    this.next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public MeasurePanel next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    String measure = next.getString(0);
    List<MeasurePanel.Unit> units = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    Set<Integer> years = new TreeSet<>();
    String unit = "";
    while (next != null && next.getString(0).equals(measure)) {
      if (units.isEmpty() || !next.getString(1).equals(unit)) {
        unit = next.getString(1);
        units.add(unit(next));
      }
      cells.add(new Cell(units.size() - 1, next.getInt(2), next.getDouble(3)));
      years.add(next.getInt(2));
      next = rows.hasNext() ? rows.next() : null;
    }
    return panel(measure, units, cells, years);
  }

  private record Cell(int unit, int year, double value) {}

  private static MeasurePanel.Unit unit(Row row) {
    return new MeasurePanel.Unit(
        row.getString(1),
        row.getString(4),
        new ArrayList<>(row.<String>getList(5)), // groups may be null
        row.isNullAt(6) ? Double.NaN : row.getDouble(6),
        row.isNullAt(7) ? Double.NaN : row.getDouble(7));
  }

  private static MeasurePanel panel(
      String measure, List<MeasurePanel.Unit> units, List<Cell> cells, Set<Integer> years) {
    int[] ordered = years.stream().mapToInt(Integer::intValue).toArray();
    double[][] values = new double[units.size()][ordered.length];
    for (double[] series : values) {
      Arrays.fill(series, Double.NaN);
    }
    for (Cell cell : cells) {
      values[cell.unit()][Arrays.binarySearch(ordered, cell.year())] = cell.value();
    }
    return new MeasurePanel(measure, units, ordered, values);
  }
}
