package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Series of successors in their later boundaries (methods: panel). */
public final class MergedBoundaries implements Serializable {
  /** Cause of a missing value: a unit that passed over, or the successor itself, lacks one. */
  public static final String MERGE_INCOMPLETE = "MERGE_INCOMPLETE";

  private static final long serialVersionUID = 1L;

  private final Map<String, List<Merge>> merges = new TreeMap<>();
  private final Set<String> additive;

  /**
   * The boundaries after some merges.
   *
   * @param merges the indirect ones too ({@link Merge#closure})
   * @param additive codes of the base indicators whose values add up over units
   */
  public MergedBoundaries(List<Merge> merges, Collection<String> additive) {
    this.additive = new TreeSet<>(additive);
    merges.forEach(m -> this.merges.computeIfAbsent(m.to(), to -> new ArrayList<>()).add(m));
  }

  /** The units to which others passed over. */
  public Set<String> successors() {
    return merges.keySet();
  }

  /** The units that passed over to a successor. */
  public List<String> predecessors(String successor) {
    return merges.getOrDefault(successor, List.of()).stream().map(Merge::from).distinct().toList();
  }

  /**
   * Adds to a successor's additive values of the years before a merge those of the units that
   * passed over to it: X'(t) = X(t) + sum over the merges of later years of X_from(t), in the order
   * of year and unit. One part that is missing makes the sum missing, for the cause {@link
   * #MERGE_INCOMPLETE}; a cell that no part has stays unobserved.
   *
   * @param predecessors the units that passed over, as reported; one that is not given has no value
   */
  public UnitBase of(PanelGrid grid, UnitBase successor, Map<String, UnitBase> predecessors) {
    List<BaseCell> cells = new ArrayList<>();
    for (int cell = 0; cell < grid.size(); cell++) {
      List<Optional<BaseCell>> parts = new ArrayList<>();
      parts.add(successor.cell(grid, cell));
      if (additive.contains(grid.code(cell))) {
        for (Merge merge : merges.getOrDefault(successor.unitId(), List.of())) {
          if (grid.year(cell) < merge.year()) {
            int place = cell;
            parts.add(
                Optional.ofNullable(predecessors.get(merge.from()))
                    .flatMap(unit -> unit.cell(grid, place)));
          }
        }
      }
      (parts.size() == 1 ? parts.get(0) : sum(parts)).ifPresent(cells::add);
    }
    return UnitBase.of(grid, successor.unitId(), successor.group(), cells);
  }

  private static Optional<BaseCell> sum(List<Optional<BaseCell>> parts) {
    List<BaseCell> observed = parts.stream().flatMap(Optional::stream).toList();
    if (observed.isEmpty()) {
      return Optional.empty();
    }
    boolean isWhole = observed.stream().filter(BaseCell::isKnown).count() == parts.size();
    Set<String> sources = new TreeSet<>();
    Set<BaseMark> marks = EnumSet.noneOf(BaseMark.class);
    double sum = 0;
    for (BaseCell part : observed) {
      sum += part.value();
      if (!part.source().isEmpty()) {
        sources.add(part.source());
      }
      marks.addAll(part.marks());
    }
    if (isWhole) {
      marks.add(BaseMark.MERGED);
    }
    BaseCell first = observed.get(0);
    return Optional.of(
        new BaseCell(
            first.year(),
            first.code(),
            isWhole ? sum : Double.NaN,
            String.join(",", sources),
            isWhole ? "" : MERGE_INCOMPLETE,
            marks));
  }
}
