package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What sources say of one unit, or a part of it, packed: figures of all sources and vintages, and
 * the cells in which a check of quality found something. Nothing for a unit that is only listed.
 */
public final class UnitSources implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PREFERRED = 1;
  private static final int CORRECTED = 2;
  private static final int DOUBTED = 4;
  private static final int SET_ASIDE = 8;

  private final String unitId;
  private final int[] years;
  private final String[] codes;
  private final String[] sources;
  private final String[] vintages;
  private final double[] values;
  private final int[] precedences;
  private final byte[] flags;

  private UnitSources(String unitId, int size) {
    this.unitId = unitId;
    this.years = new int[size];
    this.codes = new String[size];
    this.sources = new String[size];
    this.vintages = new String[size];
    this.values = new double[size];
    this.precedences = new int[size];
    this.flags = new byte[size];
  }

  /** A unit of which nothing is known but that there is one. */
  public static UnitSources listed(String unitId) {
    return new UnitSources(unitId, 0);
  }

  /** One figure of a unit. */
  public static UnitSources of(String unitId, SourceValue value) {
    UnitSources out = new UnitSources(unitId, 1);
    out.years[0] = value.year();
    out.codes[0] = value.code();
    out.sources[0] = value.source();
    out.vintages[0] = value.vintage();
    out.values[0] = value.value();
    out.precedences[0] = value.precedence();
    out.flags[0] =
        (byte) ((value.isPreferred() ? PREFERRED : 0) | (value.isCorrected() ? CORRECTED : 0));
    return out;
  }

  /**
   * One cell of a unit in which a check of quality found something.
   *
   * @param isSetAside whether the cell is therefore to count in no scenario
   */
  public static UnitSources doubt(String unitId, int year, String code, boolean isSetAside) {
    UnitSources out = new UnitSources(unitId, 1);
    out.years[0] = year;
    out.codes[0] = code;
    out.sources[0] = "";
    out.vintages[0] = "";
    out.flags[0] = (byte) (DOUBTED | (isSetAside ? SET_ASIDE : 0));
    return out;
  }

  /** All parts of one unit together. */
  public static UnitSources of(String unitId, List<UnitSources> parts) {
    UnitSources out = new UnitSources(unitId, parts.stream().mapToInt(p -> p.years.length).sum());
    Map<String, String> texts = new HashMap<>();
    int at = 0;
    for (UnitSources part : parts) {
      int size = part.years.length;
      System.arraycopy(part.years, 0, out.years, at, size);
      System.arraycopy(part.values, 0, out.values, at, size);
      System.arraycopy(part.precedences, 0, out.precedences, at, size);
      System.arraycopy(part.flags, 0, out.flags, at, size);
      for (int i = 0; i < size; i++) {
        out.codes[at + i] = one(texts, part.codes[i]);
        out.sources[at + i] = one(texts, part.sources[i]);
        out.vintages[at + i] = one(texts, part.vintages[i]);
      }
      at += size;
    }
    return out;
  }

  /** Of equal texts always the same one, so that each is held and moved once. */
  private static String one(Map<String, String> texts, String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  /** The unit. */
  public String unitId() {
    return unitId;
  }

  private boolean is(int flag, int place) {
    return (flags[place] & flag) != 0;
  }

  /** The figures of all sources and vintages. */
  public List<SourceValue> values() {
    return IntStream.range(0, years.length)
        .filter(place -> !is(DOUBTED, place))
        .mapToObj(this::value)
        .toList();
  }

  private SourceValue value(int place) {
    return new SourceValue(
        years[place],
        codes[place],
        sources[place],
        vintages[place],
        values[place],
        precedences[place],
        is(PREFERRED, place),
        is(CORRECTED, place));
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
    int[] doubts = new int[grid.size()];
    Map<Integer, List<SourceValue>> found = new HashMap<>();
    Predicate<SourceValue> counts =
        day.isEmpty() ? SourceValue::isPreferred : v -> v.vintage().compareTo(day) <= 0;
    for (int i = 0; i < years.length; i++) {
      OptionalInt cell = grid.find(years[i], codes[i]);
      if (cell.isPresent() && is(DOUBTED, i)) {
        doubts[cell.getAsInt()] |= flags[i];
      } else if (cell.isPresent() && counts.test(value(i))) {
        found.computeIfAbsent(cell.getAsInt(), c -> new ArrayList<>(1)).add(value(i));
      }
    }
    List<BaseCell> cells = new ArrayList<>();
    found.forEach(
        (cell, all) -> {
          if ((doubts[cell] & SET_ASIDE) == 0) {
            counted(all, day).forEach(v -> cells.add(cell(v, doubts[cell] != 0)));
          }
        });
    return UnitBase.of(grid, unitId, group, cells);
  }

  /** The best one of an earlier day; now there is one, unless something is wrong. */
  private static Stream<SourceValue> counted(Collection<SourceValue> all, String day) {
    return day.isEmpty() ? all.stream() : all.stream().min(SourceValue.BEST_FIRST).stream();
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
