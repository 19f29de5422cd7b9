package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renxing.model.Adjustment;

/** Money in the prices of one year (methods: panel). */
public final class ConstantPrices implements Serializable {
  /** Cause of a missing value: no deflator of the unit or its province in one of the two years. */
  public static final String NO_DEFLATOR = "NO_DEFLATOR";

  private static final long serialVersionUID = 1L;

  private final int wanted;
  private final String deflator;
  private final Set<String> current = new TreeSet<>();
  private final Map<String, Integer> constant = new TreeMap<>();

  /**
   * The prices that an adjustment wants.
   *
   * @param adjustment what money there is, and in which prices
   */
  public ConstantPrices(Adjustment.Prices prices, Adjustment adjustment) {
    this.wanted = prices.year();
    this.deflator = prices.deflator();
    for (String code : adjustment.deflated()) {
      adjustment
          .basis(code)
          .constantYear()
          .ifPresentOrElse(year -> constant.put(code, year), () -> current.add(code));
    }
  }

  /** Whether a base indicator is money that is brought to other prices than it is in. */
  public boolean isMoney(String code) {
    return current.contains(code) || constant.containsKey(code);
  }

  /** The base indicator that is the level of prices. */
  public String deflator() {
    return deflator;
  }

  /** The calendar years, beside those of the values, of which levels are needed. */
  public Set<Integer> years() {
    Set<Integer> out = new TreeSet<>(constant.values());
    out.add(wanted);
    return out;
  }

  /**
   * Brings money to the prices of year Y: x_t · (P_Y / P_s), where P is the deflator, on any base,
   * and s the year whose prices x_t is in: t itself for current prices, and the stated one for
   * constant prices. Both levels come from one series: the unit's, or else that of its province.
   * Where neither has both years, or a level is not above 0, the value is missing for the cause
   * {@link #NO_DEFLATOR}. Money in prices of Y stays as it is.
   *
   * @param province the base values of the unit's province, after its boundaries were merged; empty
   *     where none may stand in
   */
  public UnitBase of(PanelGrid grid, UnitBase unit, Optional<UnitBase> province) {
    List<UnitBase> series = Stream.concat(Stream.of(unit), province.stream()).toList();
    List<BaseCell> cells = new ArrayList<>();
    for (BaseCell cell : unit.cells(grid)) {
      cells.add(isMoney(cell.code()) ? deflated(grid, cell, series) : cell);
    }
    return UnitBase.of(grid, unit.unitId(), unit.group(), cells);
  }

  private BaseCell deflated(PanelGrid grid, BaseCell cell, List<UnitBase> series) {
    int year = constant.getOrDefault(cell.code(), cell.year());
    for (UnitBase unit : series) {
      Optional<BaseCell> from = level(grid, unit, year);
      Optional<BaseCell> to = level(grid, unit, wanted);
      if (from.isPresent() && to.isPresent()) {
        return deflated(cell, from.get(), to.get());
      }
    }
    String cause = cell.isKnown() ? NO_DEFLATOR : cell.cause();
    return new BaseCell(cell.year(), cell.code(), Double.NaN, cell.source(), cause, cell.marks());
  }

  private Optional<BaseCell> level(PanelGrid grid, UnitBase unit, int year) {
    OptionalInt place = grid.find(year, deflator);
    return place.isEmpty()
        ? Optional.empty()
        : unit.cell(grid, place.getAsInt()).filter(level -> level.value() > 0);
  }

  private static BaseCell deflated(BaseCell cell, BaseCell from, BaseCell to) {
    Set<BaseMark> marks = EnumSet.noneOf(BaseMark.class);
    marks.addAll(cell.marks());
    for (BaseMark mark : List.of(BaseMark.CORRECTED, BaseMark.DOUBTFUL)) {
      if (from.marks().contains(mark) || to.marks().contains(mark)) {
        marks.add(mark);
      }
    }
    if (cell.isKnown()) {
      marks.add(BaseMark.DEFLATED);
    }
    String source =
        Stream.of(cell.source(), from.source())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(","));
    double value = cell.value() * (to.value() / from.value());
    return new BaseCell(cell.year(), cell.code(), value, source, cell.cause(), marks);
  }
}
