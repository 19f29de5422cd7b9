package org.renxing.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * The same run of digits again: in the next year of a series, where the indicator hardly ever
 * repeats itself, or in another unit of the year. Short numbers coincide by chance, so a single
 * cell needs many digits; three cells of a row together need fewer.
 */
record Repeats(QualityPolicy policy) implements Detector {
  private static final int DIGITS_OF_YEAR = 5;
  private static final int DIGITS_OF_UNIT = 7;
  private static final int DIGITS_TOGETHER = 4;
  private static final int TOGETHER = 3;

  /**
   * Largest share of cells equal to the year before in an indicator that does not repeat itself.
   */
  private static final double RARE = 0.005;

  /** The same, for cells that repeat together. */
  private static final double NOT_USUAL = 0.05;

  private static final double MOST_OF_SINGLE = 0.9;

  /**
   * The value of the year before.
   *
   * @param share of the indicator's cells that repeat so
   */
  private record Carried(double share, int digits) implements Candidate.Note {}

  /** The value of exactly one other unit. */
  private record Twin(String unit, int digits) implements Candidate.Note {}

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    IndicatorCells cells = seen.cells();
    int[] repeats = IntStream.range(0, cells.size()).filter(i -> isRepeat(cells, i)).toArray();
    double share = (double) repeats.length / cells.size();
    for (int i : repeats) {
      int digits = share <= NOT_USUAL ? digits(cells.value(i)) : 0;
      if (digits >= DIGITS_TOGETHER) {
        out.keep(i, new Carried(share, digits));
      }
    }
    for (int[] section : cells.crossSections()) {
      // adding 0 makes 0 and −0 one value
      Map<Double, List<Integer>> byValue =
          Arrays.stream(section).boxed().collect(Collectors.groupingBy(i -> cells.value(i) + 0.0));
      for (List<Integer> equal : byValue.values()) {
        if (equal.size() == 2 && digits(cells.value(equal.get(0))) >= DIGITS_TOGETHER) {
          noteTwins(cells, equal.get(0), equal.get(1), out);
        }
      }
    }
  }

  private static boolean isRepeat(IndicatorCells cells, int i) {
    int before = cells.before(i);
    return before >= 0
        && cells.year(before) == cells.year(i) - 1
        && cells.value(before) == cells.value(i);
  }

  private static void noteTwins(IndicatorCells cells, int one, int other, IndicatorTraces out) {
    int digits = digits(cells.value(one));
    out.keep(one, new Twin(cells.figure(other).unit(), digits));
    out.keep(other, new Twin(cells.figure(one).unit(), digits));
  }

  @Override
  public void acrossIndicators(SortedMap<String, Candidate> row, Consumer<Finding> out) {
    int carriedInRow = 0;
    Map<String, Integer> twinsInRow = new TreeMap<>();
    for (Candidate candidate : row.values()) {
      carriedInRow += candidate.note(Carried.class).isPresent() ? 1 : 0;
      candidate.note(Twin.class).ifPresent(twin -> twinsInRow.merge(twin.unit(), 1, Integer::sum));
    }
    for (Candidate candidate : row.values()) {
      Optional<Carried> carried = candidate.note(Carried.class);
      if (carried.isPresent()) {
        judge(candidate.cell(), carried.get(), carriedInRow, out);
      }
      Optional<Twin> twin = candidate.note(Twin.class);
      if (twin.isPresent()) {
        judge(candidate.cell(), twin.get(), twinsInRow.get(twin.get().unit()), out);
      }
    }
  }

  private void judge(JudgedFigure cell, Carried carried, int inRow, Consumer<Finding> out) {
    boolean isRare = carried.share() <= RARE && carried.digits() >= DIGITS_OF_YEAR;
    if (isRare || inRow >= TOGETHER) {
      String evidence =
          Finding.number(cell.value())
              + " again, as in the year before; "
              + Finding.text(
                  "%.2f %% of the indicator's figures repeat so; indicators of this row that do: ",
                  carried.share() * 100)
              + inRow;
      out.accept(finding(cell, SuspectKind.REPEATED, inRow, evidence));
    }
  }

  private void judge(JudgedFigure cell, Twin twin, int inRow, Consumer<Finding> out) {
    if (twin.digits() >= DIGITS_OF_UNIT || inRow >= TOGETHER) {
      String evidence =
          Finding.number(cell.value())
              + " is also the figure of unit "
              + twin.unit()
              + "; indicators that the two share in this year: "
              + inRow;
      out.accept(finding(cell, SuspectKind.COPIED, inRow, evidence));
    }
  }

  /** Confidence: 0.5 for one cell alone, towards 0.9 for several, 0.9 − 0.4 · 0.6^(n − 1). */
  private Finding finding(JudgedFigure cell, SuspectKind kind, int inRow, String evidence) {
    double confidence = MOST_OF_SINGLE - 0.4 * StrictMath.pow(0.6, inRow - 1);
    return Finding.of(cell, kind, cell.range(policy.limit()), confidence, evidence);
  }

  /** How many significant digits a value has, of its first seven, zeros at the end not counted. */
  private static int digits(double value) {
    String text = Finding.text("%.6e", Math.abs(value));
    String mantissa = text.substring(0, text.indexOf('e')).replace(".", "");
    int end = mantissa.length();
    while (end > 0 && mantissa.charAt(end - 1) == '0') {
      end--;
    }
    return end;
  }
}
