package org.renxing.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Figures that stand in the row of another unit. A cell that leaves its own history and meets the
 * expectation of the unit {@code o} places on in the order of codes (o from −3 to 3) is a match at
 * o. By chance that happens often, so a match counts only with support: in the same indicator and
 * year, a unit at most three places away that matches at o too (rows moved together) or the unit at
 * o that matches at −o (rows changed places), and cells off in both directions nearby, since moved
 * rows keep their sum; or, in the same row, three indicators that match at o and are most of those
 * that are off.
 */
record RowShifts(QualityPolicy policy) implements Detector {
  private static final int REACH = 3;
  private static final double OF_LIMIT = 0.5;
  private static final double LEAST_FACTOR = 1.16;
  private static final double LEAST_TOLERANCE = 0.06;
  private static final double MOST_TOLERANCE = 0.25;
  private static final double SPREADS = 2;

  /** A match explains the cell: what is left is a small part of the residual. */
  private static final double OF_RESIDUAL = 0.3;

  private static final int FEWEST_IN_ROW = 3;
  private static final double SHARE_OF_ROW = 0.6;

  /** What units nearby add to the support of a match. */
  private static final int OF_UNITS = 2;

  /**
   * The unit at an offset, whose expectation a cell meets.
   *
   * @param isSupported whether units nearby tell of the same move
   */
  private record Match(int offset, String unit, boolean isSupported) implements Serializable {}

  /** A cell that leaves its history, with its matches. */
  private record Off(List<Match> matches) implements Candidate.Note {}

  /** How well an offset explains a cell. */
  private record Explanation(int support, String unit, int offset) {
    private static final Comparator<Explanation> ORDER =
        Comparator.comparingInt(Explanation::support)
            .thenComparing(Explanation::unit)
            .thenComparingInt(Explanation::offset);
  }

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    for (int[] section : seen.cells().crossSections()) {
      Neighbourhood units = new Neighbourhood(seen, section);
      for (int k = 0; k < section.length; k++) {
        if (units.isOff(k)) {
          out.keep(section[k], new Off(units.matches(k)));
        }
      }
    }
  }

  /** The units of an indicator and year in the order of codes; places are those of this order. */
  private final class Neighbourhood {
    private final JudgedFigure[] cells;
    private final boolean[] off;

    Neighbourhood(Expectation seen, int[] section) {
      cells = new JudgedFigure[section.length];
      off = new boolean[section.length];
      for (int k = 0; k < section.length; k++) {
        cells[k] = seen.at(section[k]);
        off[k] = cells[k].departs(OF_LIMIT * policy.limit(), LEAST_FACTOR);
      }
    }

    boolean isOff(int k) {
      return k >= 0 && k < cells.length && off[k];
    }

    List<Match> matches(int k) {
      List<Match> out = new ArrayList<>();
      for (int o = -REACH; o <= REACH; o++) {
        if (isMatch(k, o)) {
          out.add(new Match(o, cells[k + o].figure().unit(), isSupported(k, o)));
        }
      }
      return out;
    }

    /** Whether a cell is off and meets the expectation of the unit at an offset. */
    private boolean isMatch(int k, int o) {
      if (o == 0 || !isOff(k) || !cells[k].isLog() || k + o < 0 || k + o >= cells.length) {
        return false;
      }
      JudgedFigure there = cells[k + o];
      double tolerance =
          Math.min(MOST_TOLERANCE, Math.max(LEAST_TOLERANCE, there.spread() * SPREADS));
      double left = Math.abs(cells[k].y() - there.expected());
      return left <= tolerance && left <= Math.abs(cells[k].residual()) * OF_RESIDUAL;
    }

    /** Whether units nearby tell of the same move. */
    private boolean isSupported(int k, int o) {
      boolean isMoved = isMatch(k + o, -o);
      boolean isMixed = false;
      double sign = Math.signum(cells[k].residual());
      for (int near = -REACH; near <= REACH; near++) {
        if (near != 0 && isOff(k + near)) {
          isMoved |= isMatch(k + near, o);
          isMixed |= Math.signum(cells[k + near].residual()) == -sign;
        }
      }
      return isMoved && isMixed;
    }
  }

  @Override
  public void acrossIndicators(SortedMap<String, Candidate> row, Consumer<Finding> out) {
    int offInRow = 0;
    Map<Integer, Integer> matchesInRow = new TreeMap<>();
    for (Candidate candidate : row.values()) {
      List<Match> matches = matches(candidate);
      offInRow += candidate.note(Off.class).isPresent() ? 1 : 0;
      matches.forEach(match -> matchesInRow.merge(match.offset(), 1, Integer::sum));
    }
    for (Candidate candidate : row.values()) {
      Optional<Explanation> best = best(matches(candidate), matchesInRow, offInRow);
      best.ifPresent(explanation -> out.accept(finding(candidate.cell(), explanation)));
    }
  }

  private static List<Match> matches(Candidate candidate) {
    return candidate.note(Off.class).map(Off::matches).orElse(List.of());
  }

  private static Optional<Explanation> best(
      List<Match> matches, Map<Integer, Integer> matchesInRow, int offInRow) {
    List<Explanation> out = new ArrayList<>();
    for (Match match : matches) {
      int inRow = matchesInRow.get(match.offset());
      boolean isRow = inRow >= FEWEST_IN_ROW && inRow >= offInRow * SHARE_OF_ROW;
      if (match.isSupported() || isRow) {
        int support = inRow + (match.isSupported() ? OF_UNITS : 0);
        out.add(new Explanation(support, match.unit(), match.offset()));
      }
    }
    return out.stream().max(Explanation.ORDER);
  }

  private Finding finding(JudgedFigure cell, Explanation best) {
    String evidence =
        Finding.number(cell.value())
            + " where the other years let expect "
            + Finding.number(cell.original(cell.expected()))
            + "; it fits unit "
            + best.unit()
            + ", "
            + best.offset()
            + " places on; support from cells around: "
            + best.support();
    double confidence = 1 - StrictMath.pow(0.7, best.support());
    return Finding.of(
        cell, SuspectKind.ROW_SHIFT, cell.range(policy.limit()), confidence, evidence);
  }
}
