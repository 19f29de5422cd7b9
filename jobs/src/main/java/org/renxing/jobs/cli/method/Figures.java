package org.renxing.jobs.cli.method;

import java.util.Locale;
import java.util.OptionalInt;
import org.renxing.cell.DecimalMark;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * What the cells of a column are as numbers. A column whose commas or points can be read in two
 * ways is refused by name.
 *
 * @param numbers how many are numbers, percentages of a column of percentages among them
 * @param missing how many stand for a missing value
 * @param areShares whether all that is not missing are percentages
 * @param offender the first row whose cell is neither a number nor missing
 * @param ambiguous the first row whose number the other mark would make another one, in a column in
 *     which no number shows which mark is right
 * @param isMeantAsNumbers whether an offender is a number that cannot be read, rather than a text
 */
record Figures(
    long numbers,
    long missing,
    boolean areShares,
    OptionalInt offender,
    boolean isMeantAsNumbers,
    OptionalInt ambiguous) {

  static Figures of(InputTable table, String column) {
    Count count = new Count();
    for (int row = 0; row < table.size(); row++) {
      count.see(table, row, column);
    }
    if (count.grouped >= 0 && count.otherMark >= 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.format(
              Locale.ROOT,
              "%s and row %d, column %s: '%s' parts thousands as '%s' parts decimals, so that the"
                  + " column can be read in two ways; write one form, or say with --decimal which"
                  + " mark stands before decimals",
              table.place(count.grouped),
              table.number(count.otherMark),
              column,
              table.bare(count.grouped, column),
              table.bare(count.otherMark, column)));
    }
    boolean areShares = count.numbers == 0 && count.texts == 0 && count.shares > 0;
    int first = areShares ? -1 : earliest(count.text, count.numbers > 0 ? count.share : -1);
    return new Figures(
        areShares ? count.shares : count.numbers,
        count.missing,
        areShares,
        first < 0 ? OptionalInt.empty() : OptionalInt.of(first),
        count.unreadable > 0 || count.shares > 0,
        count.ambiguous < 0 || count.hasProof
            ? OptionalInt.empty()
            : OptionalInt.of(count.ambiguous));
  }

  /** Whether the column has a number in some row, or texts that are meant as numbers. */
  boolean holdsNumbers() {
    return numbers > 0 || isMeantAsNumbers;
  }

  private static int earliest(int a, int b) {
    return a < 0 ? b : b < 0 ? a : Math.min(a, b);
  }

  private static final class Count {
    private long numbers;
    private long missing;
    private long shares;
    private long texts;
    private long unreadable;
    private int text = -1;
    private int share = -1;
    private int grouped = -1;
    private int otherMark = -1;
    private int ambiguous = -1;
    private boolean hasProof;

    void see(InputTable table, int row, String column) {
      DecimalMark mark = table.mark();
      String cell = table.bare(row, column);
      if (table.isMissing(row, column)) {
        missing++;
      } else if (!Double.isNaN(mark.value(cell))) {
        number(mark, cell, row);
      } else if (mark.percentage(cell).isPresent()) {
        shares++;
        share = share < 0 ? row : share;
      } else {
        text(mark, cell, row);
      }
    }

    private void number(DecimalMark mark, String cell, int row) {
      numbers++;
      DecimalMark.Form form = mark.form(cell);
      boolean isGrouped = form == DecimalMark.Form.GROUPED;
      boolean isAmbiguous = isGrouped || form == DecimalMark.Form.AMBIGUOUS;
      grouped = grouped < 0 && isGrouped ? row : grouped;
      ambiguous = ambiguous < 0 && isAmbiguous ? row : ambiguous;
      hasProof |= form == DecimalMark.Form.PROOF;
    }

    private void text(DecimalMark mark, String cell, int row) {
      texts++;
      text = text < 0 ? row : text;
      DecimalMark.Fault fault = mark.fault(cell);
      boolean isOther = fault == DecimalMark.Fault.OTHER_MARK;
      otherMark = otherMark < 0 && isOther ? row : otherMark;
      unreadable += isOther || fault == DecimalMark.Fault.OUT_OF_RANGE ? 1 : 0;
    }
  }
}
