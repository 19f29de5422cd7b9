package org.renxing.panel;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The axes of packed values: the cell of a year and an indicator stands at {@code year × number of
 * indicators + indicator}, each counted from 0.
 */
public final class PanelGrid implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Integer> years;
  private final List<String> codes;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * Lays out a grid.
   *
   * @param years calendar years in ascending order, each once
   * @param codes codes of indicators, each once
   */
  public PanelGrid(Collection<Integer> years, Collection<String> codes) {
    for (int year : years) {
      if (places.put(year, places.size()) != null) {
        throw new IllegalArgumentException("the year " + year + " stands twice in a grid");
      }
    }
    for (String code : codes) {
      if (columns.put(code, columns.size()) != null) {
        throw new IllegalArgumentException("the indicator " + code + " stands twice in a grid");
      }
    }
    this.years = List.copyOf(years);
    this.codes = List.copyOf(codes);
  }

  /** The calendar years. */
  public List<Integer> years() {
    return years;
  }

  /** The codes of the indicators. */
  public List<String> codes() {
    return codes;
  }

  /** How many cells. */
  public int size() {
    return years.size() * codes.size();
  }

  /** The cell of the year and indicator that stand at these places. */
  public int at(int year, int code) {
    return year * codes.size() + code;
  }

  /** The cell of a calendar year and an indicator; empty where the grid lacks one of them. */
  public OptionalInt find(int year, String code) {
    Integer place = places.get(year);
    Integer column = columns.get(code);
    return place == null || column == null
        ? OptionalInt.empty()
        : OptionalInt.of(at(place, column));
  }

  /** Where the cells of a part of this grid stand in it, in the part's order. */
  int[] places(PanelGrid part) {
    return IntStream.range(0, part.size())
        .map(cell -> find(part.year(cell), part.code(cell)).orElseThrow())
        .toArray();
  }

  /** The calendar year of a cell. */
  public int year(int cell) {
    return years.get(cell / codes.size());
  }

  /** The indicator of a cell. */
  public String code(int cell) {
    return codes.get(cell % codes.size());
  }
}
