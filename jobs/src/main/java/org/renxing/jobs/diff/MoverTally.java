package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.jobs.diff.TableDiff.Mover;
import org.renxing.jobs.diff.TableDiff.Movers;

/**
 * Keeps the units whose scores and ranks moved most, in a table that ranks units: its key names the
 * unit, and it has a whole column {@code rank} and a number that is a score.
 */
final class MoverTally {
  private static final String UNIT = "unit_id";
  private static final String RANK = "rank";

  /** What ranks of published tables rank, as their columns are called; the first that is there. */
  private static final List<String> SCORES = List.of("score", "d");

  private static final int SPARE = 1_000;

  private final String scoreColumn;
  private final double tolerance;
  private final int top;
  private final int score;
  private final int rank;
  private final int name;
  private final List<Mover> byScore = new ArrayList<>();
  private final List<Mover> byRank = new ArrayList<>();

  private MoverTally(ComparedColumns columns, String scoreColumn, DiffOptions options) {
    this.scoreColumn = scoreColumn;
    this.tolerance = options.tolerance();
    this.top = options.top();
    this.score = columns.names().indexOf(scoreColumn);
    this.rank = columns.names().indexOf(RANK);
    this.name = columns.names().indexOf("unit_name");
  }

  /** One for a table that ranks units; empty for another. */
  static Optional<MoverTally> of(ComparedColumns columns, DiffOptions options) {
    boolean isRanked = columns.keys().contains(UNIT) && is(columns, RANK, HeldColumn.Kind.WHOLE);
    return SCORES.stream()
        .filter(s -> isRanked && is(columns, s, HeldColumn.Kind.NUMBER))
        .findFirst()
        .map(s -> new MoverTally(columns, s, options));
  }

  private static boolean is(ComparedColumns columns, String name, HeldColumn.Kind kind) {
    int place = columns.names().indexOf(name);
    return place >= columns.keyCount() && columns.kinds().get(place) == kind;
  }

  /** Takes note of a row that both have. */
  void add(HeldRows a, int rowA, HeldRows b, int rowB) {
    double scoreA = a.column(score).number(rowA);
    double scoreB = b.column(score).number(rowB);
    boolean hasMoved = ColumnTally.relative(scoreA, scoreB) > tolerance && scoreA != scoreB;
    boolean hasOtherRank = a.column(rank).order(rowA, b.column(rank), rowB) != 0;
    if (Double.isNaN(scoreA) || Double.isNaN(scoreB) || !(hasMoved || hasOtherRank)) {
      return;
    }
    Mover mover =
        new Mover(
            a.key(rowA),
            name < 0 ? Optional.empty() : Optional.ofNullable((String) b.column(name).value(rowB)),
            scoreA,
            scoreB,
            scoreB - scoreA,
            Optional.ofNullable((Long) a.column(rank).value(rowA)),
            Optional.ofNullable((Long) b.column(rank).value(rowB)));
    if (hasMoved) {
      keep(byScore, mover, Comparator.comparingDouble(m -> -Math.abs(m.change())));
    }
    if (mover.places() > 0) {
      keep(byRank, mover, Comparator.comparingLong(m -> -m.places()));
    }
  }

  private void keep(List<Mover> kept, Mover mover, Comparator<Mover> order) {
    kept.add(mover);
    if (kept.size() > top + SPARE) {
      cut(kept, order);
    }
  }

  private void cut(List<Mover> kept, Comparator<Mover> order) {
    kept.sort(order.thenComparing(Mover::key));
    kept.subList(Math.min(top, kept.size()), kept.size()).clear();
  }

  /** The largest; empty where none moved. */
  Optional<Movers> result() {
    cut(byScore, Comparator.comparingDouble(m -> -Math.abs(m.change())));
    cut(byRank, Comparator.comparingLong(m -> -m.places()));
    return Stream.of(byScore, byRank).allMatch(List::isEmpty)
        ? Optional.empty()
        : Optional.of(new Movers(scoreColumn, byScore, byRank));
  }
}
