package org.renxing.panel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The base values of one unit, packed along a {@link PanelGrid}, with what is known of each. A cell
 * may be observed and yet have no value, as where a source prints a dash.
 */
public final class UnitBase implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int OBSERVED = 16;

  private final String unitId;
  private final String group;
  private final double[] values;
  private final String[] sources;
  private final String[] causes;
  private final byte[] marks;

  private UnitBase(String unitId, String group, int size) {
    this.unitId = unitId;
    this.group = group;
    this.values = new double[size];
    this.sources = new String[size];
    this.causes = new String[size];
    this.marks = new byte[size];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(sources, "");
    Arrays.fill(causes, "");
  }

  /**
   * Packs the cells of a unit; those outside the grid are left out.
   *
   * @param group the group whose median may stand in for a missing value; empty for none
   * @throws IllegalArgumentException where a cell stands twice
   */
  public static UnitBase of(PanelGrid grid, String unitId, String group, Iterable<BaseCell> cells) {
    UnitBase out = new UnitBase(unitId, group, grid.size());
    for (BaseCell cell : cells) {
      OptionalInt place = grid.find(cell.year(), cell.code());
      if (place.isPresent()) {
        if (out.isObserved(place.getAsInt())) {
          throw new IllegalArgumentException(
              "unit %s has two values of %s in %s".formatted(unitId, cell.code(), cell.year()));
        }
        out.put(place.getAsInt(), cell);
      }
    }
    return out;
  }

  private void put(int place, BaseCell cell) {
    values[place] = cell.value();
    sources[place] = cell.source();
    causes[place] = cell.cause();
    int bits = OBSERVED;
    for (BaseMark mark : cell.marks()) {
      bits |= mark.bit();
    }
    marks[place] = (byte) bits;
  }

  /** The unit. */
  public String unitId() {
    return unitId;
  }

  /** Its group; empty for none. */
  public String group() {
    return group;
  }

  /** The value of a cell; NaN where it is missing. */
  public double value(int cell) {
    return values[cell];
  }

  /** The known values of some indicators in a calendar year. */
  Map<String, Double> known(PanelGrid grid, int year, Set<String> codes) {
    Map<String, Double> out = new HashMap<>();
    for (String code : codes) {
      double value = values[grid.find(year, code).orElseThrow()];
      if (!Double.isNaN(value)) {
        out.put(code, value);
      }
    }
    return out;
  }

  /** Why an adjustment made a cell missing; empty where none did. */
  public String cause(int cell) {
    return causes[cell];
  }

  /** Ids of the sources of a cell, separated by commas; empty where they are not known. */
  String sources(int cell) {
    return sources[cell];
  }

  /** What is known of a cell, as bits of {@link BaseMark}. */
  byte marks(int cell) {
    return (byte) (marks[cell] & ~OBSERVED);
  }

  /** Whether there is an observation, with or without a value. */
  public boolean isObserved(int cell) {
    return (marks[cell] & OBSERVED) != 0;
  }

  /** All that is known of a cell; empty where it is not observed. */
  public Optional<BaseCell> cell(PanelGrid grid, int cell) {
    if (!isObserved(cell)) {
      return Optional.empty();
    }
    Set<BaseMark> known = EnumSet.noneOf(BaseMark.class);
    for (BaseMark mark : BaseMark.values()) {
      if ((marks[cell] & mark.bit()) != 0) {
        known.add(mark);
      }
    }
    return Optional.of(
        new BaseCell(
            grid.year(cell), grid.code(cell), values[cell], sources[cell], causes[cell], known));
  }

  /** The observed cells, by year and then in the order of the indicators. */
  public List<BaseCell> cells(PanelGrid grid) {
    return IntStream.range(0, grid.size())
        .mapToObj(i -> cell(grid, i))
        .flatMap(Optional::stream)
        .toList();
  }
}
