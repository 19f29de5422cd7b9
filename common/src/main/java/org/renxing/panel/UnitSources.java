package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What sources say of one unit, or a part of it: nothing for a unit that is only listed.
 *
 * @param values of all sources and vintages
 * @param doubts cells in which a check of quality found something
 */
public record UnitSources(String unitId, List<SourceValue> values, List<Doubt> doubts)
    implements Serializable {
  public UnitSources {
    values = List.copyOf(values);
    doubts = List.copyOf(doubts);
  }

  /**
   * A cell in which a check of quality found something.
   *
   * @param isSetAside whether the cell is therefore to count in no scenario
   */
  public record Doubt(int year, String code, boolean isSetAside) implements Serializable {}

  /** A unit of which nothing is known but that there is one. */
  public static UnitSources listed(String unitId) {
    return new UnitSources(unitId, List.of(), List.of());
  }

  /** One figure of a unit. */
  public static UnitSources of(String unitId, SourceValue value) {
    return new UnitSources(unitId, List.of(value), List.of());
  }

  /** One cell of a unit that is doubted. */
  public static UnitSources of(String unitId, Doubt doubt) {
    return new UnitSources(unitId, List.of(), List.of(doubt));
  }

  /** All parts of one unit together. */
  public static UnitSources of(String unitId, List<UnitSources> parts) {
    return new UnitSources(
        unitId,
        parts.stream().flatMap(part -> part.values().stream()).toList(),
        parts.stream().flatMap(part -> part.doubts().stream()).toList());
  }

  /**
   * The base values that count: those that are preferred, or what counted on an earlier day, where
   * sources without vintages are taken as they are. Cells that are set aside have none; those that
   * are doubted otherwise are marked.
   *
   * @param group the group whose median may stand in for a missing value; empty for none
   * @param day the earlier day as {@code 2020-12-31}; empty for what counts now
   */
  public UnitBase base(PanelGrid grid, String group, String day) {
    Map<Integer, Boolean> isSetAside = new TreeMap<>();
    for (Doubt doubt : doubts) {
      grid.find(doubt.year(), doubt.code())
          .ifPresent(cell -> isSetAside.merge(cell, doubt.isSetAside(), Boolean::logicalOr));
    }
    List<BaseCell> cells = new ArrayList<>();
    for (SourceValue value : day.isEmpty() ? preferred() : asOf(day)) {
      OptionalInt cell = grid.find(value.year(), value.code());
      if (cell.isPresent() && !isSetAside.getOrDefault(cell.getAsInt(), false)) {
        cells.add(cell(value, isSetAside.containsKey(cell.getAsInt())));
      }
    }
    return UnitBase.of(grid, unitId, group, cells);
  }

  private List<SourceValue> preferred() {
    return values.stream().filter(SourceValue::isPreferred).toList();
  }

  private List<SourceValue> asOf(String day) {
    return values.stream()
        .filter(value -> value.vintage().compareTo(day) <= 0)
        .collect(Collectors.groupingBy(value -> value.year() + " " + value.code()))
        .values()
        .stream()
        .map(all -> all.stream().min(SourceValue.BEST_FIRST).orElseThrow())
        .toList();
  }

  private static BaseCell cell(SourceValue value, boolean isDoubtful) {
    Set<BaseMark> marks = EnumSet.noneOf(BaseMark.class);
    if (value.isCorrected()) {
      marks.add(BaseMark.CORRECTED);
    }
    if (isDoubtful) {
      marks.add(BaseMark.DOUBTFUL);
    }
    return new BaseCell(value.year(), value.code(), value.value(), value.source(), "", marks);
  }
}
