package org.renxing.territory;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.renxing.panel.Merge;

/**
 * A move of territory as one unit sees it.
 *
 * <p>The family of a unit is the unit itself and all that pass over to it whole, directly or by
 * others; with merged boundaries its figures of earlier years are the family's sum. So what moves
 * within the family leaves such a sum as it is, and what crosses the family's edge breaks it, even
 * if it befell a member long before that one passed over.
 *
 * @param year first year in which the move is in force
 * @param text what moved, as {@code kind:from>to}
 * @param isOwn whether this unit itself gave or received
 * @param isInner whether giver and receiver both belong to the family
 * @param isEnd whether this unit ended by it
 */
record UnitEvent(int year, String text, boolean isOwn, boolean isInner, boolean isEnd)
    implements Serializable {
  private static final Comparator<UnitEvent> ORDER =
      Comparator.comparingInt(UnitEvent::year).thenComparing(UnitEvent::text);

  /**
   * The events of each unit that has any, by year and text.
   *
   * @param lastYear merges after it make no family, since until then both units stand beside each
   *     other
   */
  static Map<String, List<UnitEvent>> byUnit(List<Move> moves, int lastYear) {
    Map<String, Set<String>> heirs = heirs(moves, lastYear);
    Map<String, List<UnitEvent>> out = new TreeMap<>();
    for (Move move : moves) {
      Set<String> givers = heirs(heirs, move.from());
      Set<String> receivers = heirs(heirs, move.to());
      Set<String> concerned = new HashSet<>(givers);
      concerned.addAll(receivers);
      for (String unit : concerned) {
        boolean isGiver = unit.equals(move.from());
        boolean isOwn = isGiver || unit.equals(move.to());
        boolean isInner = givers.contains(unit) && receivers.contains(unit);
        out.computeIfAbsent(unit, u -> new ArrayList<>())
            .add(new UnitEvent(move.year(), move.text(), isOwn, isInner, isGiver && move.isEnd()));
      }
    }
    out.values().forEach(events -> events.sort(ORDER));
    return out;
  }

  /** Of each unit that passed over whole, those in whose family it is. */
  private static Map<String, Set<String>> heirs(List<Move> moves, int lastYear) {
    List<Merge> direct =
        moves.stream()
            .filter(move -> move.isMerge() && move.year() <= lastYear)
            .map(move -> new Merge(move.from(), move.to(), move.year()))
            .toList();
    Map<String, Set<String>> out = new HashMap<>();
    for (Merge merge : Merge.closure(direct)) {
      out.computeIfAbsent(merge.from(), u -> new HashSet<>()).add(merge.to());
    }
    return out;
  }

  /** A unit and its heirs; nobody for a unit outside the list. */
  private static Set<String> heirs(Map<String, Set<String>> heirs, String unit) {
    if (unit.isEmpty()) {
      return Set.of();
    }
    Set<String> out = new HashSet<>(heirs.getOrDefault(unit, Set.of()));
    out.add(unit);
    return out;
  }
}
