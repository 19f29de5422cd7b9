package org.renxing.jobs.cli.method;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.YearText;
import org.renxing.intake.FileTable;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;

/** The table of the input, and what its cells mean. Rows are counted from 0, in messages from 1. */
final class InputTable {
  private final FileTable table;
  private final DecimalMark mark;
  private final Set<String> missing;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Figures> figures = new HashMap<>();
  private final int[] kept;

  InputTable(FileTable table, DecimalMark mark, Set<String> missing) {
    this(table, mark, missing, IntStream.range(0, table.rows().size()).toArray());
  }

  private InputTable(FileTable table, DecimalMark mark, Set<String> missing, int[] kept) {
    this.table = table;
    this.mark = mark;
    this.kept = kept;
    this.missing = Set.copyOf(missing);
    for (int i = 0; i < table.columns().size(); i++) {
      places.put(table.columns().get(i), i);
    }
  }

  /** Some of the rows; messages call them by their numbers in the file all the same. */
  InputTable only(IntPredicate rows) {
    int[] some = IntStream.range(0, kept.length).filter(rows).map(row -> kept[row]).toArray();
    return new InputTable(table, mark, missing, some);
  }

  /** The number of a row in the file, from 1 for the first below the head. */
  int number(int row) {
    return kept[row] + 1;
  }

  /** The file as the user named it. */
  String name() {
    return table.name();
  }

  /** The names of its columns. */
  List<String> columns() {
    return table.columns();
  }

  /** How many rows. */
  int size() {
    return kept.length;
  }

  /** The columns that an option names, see {@link ColumnNames}. */
  List<String> named(String option, List<String> texts) {
    return new ColumnNames(table).of(option, texts);
  }

  /** The one column that an option names. */
  String column(String option, String text) {
    return new ColumnNames(table).one(option, text);
  }

  /** A cell as text, with the footnote mark at its end if it has one. */
  String text(int row, String column) {
    return table.text(kept[row], places.get(column));
  }

  /** Whether a cell stands for a missing value. */
  boolean isMissing(int row, String column) {
    return missing.contains(bare(row, column));
  }

  /**
   * A cell as a number; empty where it is missing or none. A percentage is the figure before its
   * sign, in a column that has nothing but percentages.
   */
  OptionalDouble number(int row, String column) {
    if (isMissing(row, column)) {
      return OptionalDouble.empty();
    }
    String text = bare(row, column);
    double value = mark.value(text);
    if (!Double.isNaN(value)) {
      return OptionalDouble.of(value);
    }
    return figures(column).areShares() ? mark.percentage(text) : OptionalDouble.empty();
  }

  /** What the cells of a column are as numbers. */
  Figures figures(String column) {
    Figures known = figures.get(column);
    if (known == null) {
      known = Figures.of(this, column);
      figures.put(column, known);
      known.ambiguous().ifPresent(row -> requireProof(row, column));
    }
    return known;
  }

  /**
   * Refuses a number that the other mark would make another one, where some cell of the file is a
   * number with that mark only, and none shows that the declared one is right.
   */
  private void requireProof(int row, String column) {
    FileTable.Place other = null;
    for (int r = 0; r < table.rows().size(); r++) {
      for (int c = 0; c < columns().size(); c++) {
        String cell = table.rows().get(r).get(c);
        if (mark.isProof(cell)) {
          return;
        }
        boolean isOther = other == null && mark.other().isProof(cell);
        other = isOther ? new FileTable.Place(r, c) : other;
      }
    }
    if (other != null) {
      throw broken(
          row,
          "",
          String.format(
              Locale.ROOT,
              ", column %s: '%s' can be read in two ways, since row %d has '%s' in column %s and no"
                  + " cell shows the mark '%s' before decimals; write one form, or say --decimal"
                  + " %s",
              column,
              bare(row, column),
              other.row() + 1,
              table.rows().get(other.row()).get(other.column()),
              columns().get(other.column()),
              mark,
              mark.other()));
    }
  }

  /** What is wrong with a cell that is no number and not missing, in words; empty for a number. */
  Optional<String> fault(int row, String column) {
    if (isMissing(row, column) || number(row, column).isPresent()) {
      return Optional.empty();
    }
    String text = bare(row, column);
    return Optional.of(
        switch (mark.fault(text)) {
          case OTHER_MARK ->
              mark.inWords(DecimalMark.Fault.OTHER_MARK)
                  + (mark == DecimalMark.POINT ? " with --decimal ," : "");
          case PERCENTAGE -> "is a percentage, and other cells of its column are plain numbers";
          case NOT_A_NUMBER ->
              "is no number; where it is missing leave the cell empty, write NA, or name the mark"
                  + " with --missing";
          case DATE, OUT_OF_RANGE -> mark.inWords(mark.fault(text));
        });
  }

  /** A year, or another whole number of one to four digits that stands for a period. */
  OptionalInt year(int row, String column) {
    String text = bare(row, column);
    OptionalInt year = YearText.year(text);
    double number = mark.value(text);
    boolean isWhole =
        number == Math.rint(number) && number >= 1 && number <= 9999 && !mark.isGrouped(text);
    return year.isPresent() || !isWhole ? year : OptionalInt.of((int) number);
  }

  /**
   * A cell as a number of 0 or more; empty where it is missing.
   *
   * @param who the row's unit in brackets, or empty
   * @throws RenxingException DATA_CHECK for a cell that is no number or below 0; the message names
   *     row and column
   */
  OptionalDouble quantity(int row, String column, String who) {
    OptionalDouble number = figure(row, column, who);
    if (number.isPresent() && number.getAsDouble() < 0) {
      throw broken(
          row,
          who,
          ", column " + column + ": is " + bare(row, column) + "; a number of 0 or more is needed");
    }
    return number;
  }

  /**
   * A cell as any number; empty where it is missing.
   *
   * @param who the row's unit in brackets, or empty
   * @throws RenxingException DATA_CHECK for a cell that is no number; the message names row and
   *     column
   */
  OptionalDouble figure(int row, String column, String who) {
    figures(column);
    OptionalDouble number = number(row, column);
    if (number.isEmpty()) {
      fault(row, column)
          .ifPresent(
              f -> {
                throw broken(
                    row,
                    who,
                    ", column " + column + ": '" + Excerpt.cell(bare(row, column)) + "' " + f);
              });
    }
    return number;
  }

  /** The mark before decimals. */
  DecimalMark mark() {
    return mark;
  }

  /** A cell without a footnote mark. */
  String bare(int row, String column) {
    return table.rows().get(kept[row]).get(places.get(column));
  }

  /** Names a row: its number below the head and, where that does not follow from it, its line. */
  String place(int row) {
    return table.place(kept[row]);
  }

  /**
   * Says what is wrong with a row.
   *
   * @param who the row's unit in brackets, or empty
   */
  RenxingException broken(int row, String who, String what) {
    return new RenxingException(ErrorCode.DATA_CHECK, place(row) + who + what);
  }
}
