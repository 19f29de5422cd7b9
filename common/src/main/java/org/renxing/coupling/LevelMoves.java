package org.renxing.coupling;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.renxing.records.Accumulator;

/** Counts moves of units between coordination levels. */
public final class LevelMoves implements Accumulator<LevelMoves.Move, LevelMoves> {
  private static final long serialVersionUID = 1L;

  /** A year to the next. */
  public static final String ADJACENT = "adjacent";

  /** A unit's first year to its last. */
  public static final String FIRST_LAST = "first-last";

  private final Map<Move, Long> counts = new TreeMap<>();

  /**
   * A move.
   *
   * @param span {@link #ADJACENT} or {@link #FIRST_LAST}
   * @param from the level before
   * @param to the level after
   */
  public record Move(String pairId, String span, String from, String to)
      implements Serializable, Comparable<Move> {
    @Override
    public int compareTo(Move other) {
      int byOrigin = origin().compareTo(other.origin());
      return byOrigin == 0 ? to.compareTo(other.to) : byOrigin;
    }

    /** Whence it goes: moves of one origin and span share out. */
    private String origin() {
      return String.join("\n", pairId, span, from);
    }
  }

  /**
   * How often units moved so.
   *
   * @param share of the moves from that level in that span
   */
  public record Counted(Move move, long n, double share) {}

  /**
   * The moves of a unit: each step from a year to the next, and one from its first to its last
   * year; none where it has one year.
   *
   * @param levels the level in each year that has one
   * @param step calendar years from a year to the next
   */
  public static List<Move> of(String pairId, NavigableMap<Integer, String> levels, int step) {
    List<Move> out = new ArrayList<>();
    levels.forEach(
        (year, level) -> {
          Map.Entry<Integer, String> before = levels.lowerEntry(year);
          if (before != null && before.getKey() == year - step) {
            out.add(new Move(pairId, ADJACENT, before.getValue(), level));
          }
        });
    if (levels.size() > 1) {
      String first = levels.firstEntry().getValue();
      out.add(new Move(pairId, FIRST_LAST, first, levels.lastEntry().getValue()));
    }
    return out;
  }

  @Override
  public void add(Move move) {
    counts.merge(move, 1L, Long::sum);
  }

  @Override
  public void merge(LevelMoves other) {
    other.counts.forEach((move, n) -> counts.merge(move, n, Long::sum));
  }

  /** All moves that happened. */
  public List<Counted> counted() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((move, n) -> all.merge(move.origin(), n, Long::sum));
    List<Counted> out = new ArrayList<>();
    counts.forEach((move, n) -> out.add(new Counted(move, n, n / (double) all.get(move.origin()))));
    return out;
  }
}
