package org.renxing.territory;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;

/**
 * Whether figures of two years are about the same territory (methods: panel, shrinkage).
 *
 * <p>A span is its years after the first and up to the last: what moved in the first year is in the
 * figures of the first year already.
 */
public final class Boundaries implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Flags: nothing moved; all figures are about one territory; wholes were added; a break. */
  public static final String NONE = "none";

  public static final String ADJUSTED = "adjusted";
  public static final String MERGED = "merged";
  public static final String BREAK = "break";

  /** Why there is no figure or verdict over a break. */
  public static final String BOUNDARY_BREAK = "BOUNDARY_BREAK";

  private final Map<String, List<UnitEvent>> events;
  private final Map<Statistic, Basis> bases;

  private Boundaries(Map<String, List<UnitEvent>> events, Map<Statistic, Basis> bases) {
    this.events = Map.copyOf(events);
    this.bases = Map.copyOf(bases);
  }

  /**
   * Those of moves.
   *
   * @param lastYear merges after it count as if there were none: until then both units stand beside
   *     each other
   * @param bases of the statistics; one that is not named is as reported
   */
  public static Boundaries of(List<Move> moves, int lastYear, Map<Statistic, Basis> bases) {
    return new Boundaries(UnitEvent.byUnit(moves, lastYear), bases);
  }

  /** Those that a scenario's statistics see. */
  public static Boundaries of(Scenario scenario, List<Move> moves) {
    return of(moves, scenario.years().last(), Basis.of(scenario));
  }

  /** The bases of statistics, each once. */
  public Set<Basis> bases(Statistic... statistics) {
    EnumSet<Basis> out = EnumSet.noneOf(Basis.class);
    Arrays.stream(statistics).forEach(s -> out.add(bases.getOrDefault(s, Basis.AS_REPORTED)));
    return out;
  }

  /** The flag of what is made of statistics of both years of a span. */
  public String flag(String unit, int from, int to, Statistic... statistics) {
    return flag(unit, from, to, bases(statistics));
  }

  /** Whether such figures can be compared: all but a break. */
  public boolean isComparable(String unit, int from, int to, Statistic... statistics) {
    return isComparable(unit, from, to, bases(statistics));
  }

  /** What moved, in words, as far as it touches the statistics; empty for nothing. */
  public String text(String unit, int from, int to, Statistic... statistics) {
    return text(unit, from, to, bases(statistics));
  }

  /** Whether a statistic of a year is the sum of units of which some pass over later. */
  public boolean isSum(String unit, int year, Statistic statistic) {
    return bases(statistic).contains(Basis.MERGED)
        && any(unit, year, Integer.MAX_VALUE, UnitEvent::isInner);
  }

  /**
   * The flag of figures on these bases: break where one of them breaks; else merged where wholes
   * were added to one; else adjusted where the territory of one is fixed.
   */
  public String flag(String unit, int from, int to, Set<Basis> on) {
    if (!isComparable(unit, from, to, on)) {
      return BREAK;
    }
    if (on.contains(Basis.MERGED) && any(unit, from, to, event -> true)) {
      return MERGED;
    }
    return on.contains(Basis.FIXED) && any(unit, from, to, UnitEvent::isOwn) ? ADJUSTED : NONE;
  }

  /** Whether figures on these bases can be compared. */
  public boolean isComparable(String unit, int from, int to, Set<Basis> on) {
    boolean isBroken = on.contains(Basis.AS_REPORTED) && any(unit, from, to, UnitEvent::isOwn);
    boolean isCrossed = on.contains(Basis.MERGED) && any(unit, from, to, e -> !e.isInner());
    return !isBroken && !isCrossed;
  }

  /** What moved, in words: of the unit itself, and of its family where totals are added. */
  public String text(String unit, int from, int to, Set<Basis> on) {
    return within(unit, from, to).stream()
        .filter(event -> on.contains(Basis.MERGED) || event.isOwn())
        .map(UnitEvent::text)
        .collect(joining("; "));
  }

  /** Whether the unit itself ended within a span. */
  public boolean isEnd(String unit, int from, int to) {
    return any(unit, from, to, UnitEvent::isEnd);
  }

  private boolean any(String unit, int from, int to, Predicate<UnitEvent> what) {
    return within(unit, from, to).stream().anyMatch(what);
  }

  private List<UnitEvent> within(String unit, int from, int to) {
    return events.getOrDefault(unit, List.of()).stream()
        .filter(event -> event.year() > from && event.year() <= to)
        .toList();
  }
}
