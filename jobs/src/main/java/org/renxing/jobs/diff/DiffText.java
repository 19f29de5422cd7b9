package org.renxing.jobs.diff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.diff.TableDiff.ColumnDiff;
import org.renxing.jobs.diff.TableDiff.Difference;
import org.renxing.jobs.diff.TableDiff.Largest;
import org.renxing.jobs.diff.TableDiff.Mover;
import org.renxing.jobs.diff.TableDiff.Movers;
import org.renxing.jobs.diff.TableDiff.State;
import org.renxing.model.Excerpt;

/** A comparison for people: a line a table, then the first differences of each. */
public final class DiffText {
  private static final List<String> HEADS =
      List.of(
          "table",
          "rows A",
          "rows B",
          "added",
          "gone",
          "changed",
          "largest relative difference",
          "where");

  private DiffText() {}

  /** The whole text. */
  public static String of(LakeDiff diff) {
    StringBuilder out = new StringBuilder();
    out.append("A: ").append(diff.a()).append('\n');
    out.append("B: ").append(diff.b()).append("\n\n");
    out.append(Text.table(HEADS, diff.tables().stream().map(DiffText::line).toList()));
    diff.tables().stream().filter(t -> t.state() != State.EQUAL).forEach(t -> detail(t, out));
    if (!diff.isEqual() || !diff.behind().isSame()) {
      out.append("\nbehind it\n");
      BehindText.lines(diff.behind())
          .forEach(line -> out.append("  ").append(Excerpt.message(line)).append('\n'));
    }
    return out.append('\n').append(conclusion(diff)).append('\n').toString();
  }

  /** One line that says what came out. */
  public static String conclusion(LakeDiff diff) {
    return diff.isEqual()
        ? count("All %,d tables are equal.", diff.tables().size())
        : count("%,d of %,d tables differ.", diff.different(), diff.tables().size());
  }

  private static List<String> line(TableDiff table) {
    Optional<ColumnDiff> largest = table.largest();
    return List.of(
        table.table(),
        table.state() == State.ONLY_B ? "-" : count("%,d", table.rowsA()),
        table.state() == State.ONLY_A ? "-" : count("%,d", table.rowsB()),
        count("%,d", table.added()),
        count("%,d", table.gone()),
        count("%,d", table.changed()),
        largest
            .flatMap(ColumnDiff::largest)
            .map(l -> String.format(Locale.ROOT, "%.2g", l.relativeDifference()))
            .orElse(""),
        largest.map(DiffText::place).orElse(""));
  }

  private static String place(ColumnDiff column) {
    return column.column() + " at " + column.largest().map(Largest::key).orElseThrow();
  }

  private static void detail(TableDiff table, StringBuilder out) {
    List<String> lines = new ArrayList<>();
    switch (table.state()) {
      case ONLY_A -> lines.add("only in A");
      case ONLY_B -> lines.add("only in B");
      default -> {
        columns("columns only in A", table.columnsOnlyA(), lines);
        columns("columns only in B", table.columnsOnlyB(), lines);
        columns("columns of another type", table.columnsOfOtherType(), lines);
        table.columns().stream()
            .filter(c -> c.changed() > 0)
            .forEach(c -> lines.add(count("%s: %,d values changed", c.column(), c.changed())));
        table.differences().forEach(d -> lines.add(difference(d)));
        table.movers().ifPresent(movers -> movers(movers, lines));
      }
    }
    out.append('\n').append(table.table()).append('\n');
    lines.forEach(line -> out.append("  ").append(Excerpt.message(line)).append('\n'));
  }

  private static void columns(String what, List<String> names, List<String> lines) {
    if (!names.isEmpty()) {
      lines.add(what + ": " + String.join(", ", names));
    }
  }

  private static String difference(Difference found) {
    return switch (found.kind()) {
      case ADDED -> "only in B: " + found.key();
      case GONE -> "only in A: " + found.key();
      case CHANGED ->
          found.key()
              + ": "
              + found.column().orElseThrow()
              + " "
              + shown(found.a())
              + " -> "
              + shown(found.b());
    };
  }

  private static void movers(Movers movers, List<String> lines) {
    if (!movers.byScore().isEmpty()) {
      lines.add("largest movers by " + movers.score() + ":");
      movers.byScore().forEach(m -> lines.add("  " + mover(movers.score(), m)));
    }
    if (!movers.byRank().isEmpty()) {
      lines.add("largest movers by rank:");
      movers.byRank().forEach(m -> lines.add("  " + mover(movers.score(), m)));
    }
  }

  private static String mover(String score, Mover mover) {
    return mover.unitName().map(name -> Excerpt.cell(name) + ", ").orElse("")
        + mover.key()
        + ": "
        + score
        + " "
        + number(mover.a())
        + " -> "
        + number(mover.b())
        + " ("
        + change(mover)
        + "), rank "
        + rank(mover.rankA())
        + " -> "
        + rank(mover.rankB());
  }

  /** A change with its sign. */
  static String change(Mover mover) {
    return (mover.change() > 0 ? "+" : "") + number(mover.change());
  }

  /** A rank; a dash for none. */
  static String rank(Optional<Long> rank) {
    return rank.map(String::valueOf).orElse("-");
  }

  /** A number to six digits. */
  static String number(double x) {
    if (!Double.isFinite(x)) {
      return String.valueOf(x);
    }
    BigDecimal rounded = new BigDecimal(x).round(new MathContext(6)).stripTrailingZeros();
    boolean isPlain = x == 0 || (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e15);
    return isPlain ? rounded.toPlainString() : rounded.toString();
  }

  /** A value as people are shown it: texts between marks, null as a word. */
  static String shown(Optional<Object> value) {
    return value
        .map(v -> v instanceof String text ? "'" + Excerpt.cell(text) + "'" : v.toString())
        .orElse("null");
  }

  private static String count(String text, Object... numbers) {
    return String.format(Locale.ROOT, text, numbers);
  }
}
