package org.renxing.jobs.simulate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Plants figures that are numbers and yet wrong, as compilations of yearbooks hold them: nothing
 * but the other figures tells. Works on a wide sheet whose rows go by city and year.
 */
final class Suspects {
  private static final Set<String> MISSING = Set.of("", "NA", "…", "—");
  private static final int YEAR = 2;

  /** Stands for the row of heads, where a column is meant. */
  private static final int HEAD = -1;

  /** Totals of a city, which all shrink where only its districts are counted. */
  private static final List<String> TOTALS =
      List.of(
          "地区生产总值(亿元)",
          "年末金融机构存款余额(万元)",
          "城乡居民储蓄年末余额(万元)",
          "固定资产投资总额(亿元)",
          "社会消费品零售总额(亿元)",
          "一般公共预算支出(万元)",
          "工业总产值(亿元)");

  private final Sheet sheet;
  private final int years;
  private final int keys;
  private final Note note;

  /**
   * Hears what was planted; the column is empty where the whole row is meant, the row −1 where the
   * whole column is.
   */
  interface Note {
    void planted(int row, String column, String kind);
  }

  Suspects(Sheet sheet, int years, int keys, Note note) {
    this.sheet = sheet;
    this.years = years;
    this.keys = keys;
    this.note = note;
  }

  /** Plants one or a few of each kind; nothing in a sheet of few cities. */
  void plant() {
    if (sheet.rows().size() < 270 * years) {
      return;
    }
    times(at(20, 5), "年末金融机构存款余额(万元)", "10", "power-of-ten");
    times(at(60, 3), "社会消费品零售总额(亿元)", "0.1", "power-of-ten");
    times(at(100, 7), "城乡居民储蓄年末余额(万元)", "100", "power-of-ten");
    times(at(130, 4), "一般公共预算支出(万元)", "3", "wrong-digit");
    for (int year : List.of(4, 5)) {
      int row = at(120, year);
      TOTALS.forEach(column -> multiply(row, column, "0.35"));
      note.planted(row, "", "districts-only");
    }
    swapRows(at(150, 4), at(151, 4));
    swapCells(at(180, 6), "地区生产总值(亿元)", "社会消费品零售总额(亿元)");
    overwrite(at(210, 5), at(210, 4), "repeated-year");
    copyOf(at(240, 5), at(200, 5));
    int engel = at(80, 2);
    sheet.set(engel, "城镇恩格尔系数(%)", "135.2");
    note.planted(engel, "城镇恩格尔系数(%)", "out-of-range");
    times(at(15, 6), "第二产业增加值(亿元)", "1.3", "broken-sum");
    List<Integer> redefined = series(at(33, 0));
    redefined
        .subList(redefined.size() - 2, redefined.size())
        .forEach(row -> times(row, "年末金融机构存款余额(万元)", "0.4", "new-definition"));
    series(at(48, 0)).forEach(row -> times(row, "行政区域土地面积(平方公里)", "1500", "area-in-mu"));
    column("年末金融机构贷款余额(万元)", "mostly-missing", row -> row % 4 == 0);
    column("地区生产总值指数(上年=100)", "same-everywhere", row -> false);
  }

  /** Spoils a whole column: empty where figures are kept in some rows, else one figure for all. */
  private void column(String column, String kind, IntPredicate isKept) {
    boolean isEmptied = isKept.test(0);
    for (int row = 0; row < sheet.rows().size(); row++) {
      if (!isKept.test(row) && !MISSING.contains(cell(row, column))) {
        sheet.set(row, column, isEmptied ? "" : "108.0");
      }
    }
    note.planted(HEAD, column, kind);
  }

  /** The rows of the city of a row. */
  private List<Integer> series(int row) {
    String code = sheet.rows().get(row).get(0);
    return IntStream.range(0, sheet.rows().size())
        .filter(i -> sheet.rows().get(i).get(0).equals(code))
        .boxed()
        .toList();
  }

  /** Puts the figures that another city has in that year in place of a row's own. */
  private void copyOf(int row, int cityAt) {
    String year = sheet.rows().get(row).get(YEAR);
    int from =
        series(cityAt).stream()
            .filter(i -> sheet.rows().get(i).get(YEAR).equals(year))
            .findFirst()
            .orElseThrow();
    overwrite(row, from, "copied-city");
  }

  private int at(int city, int year) {
    return city * years + year;
  }

  private void times(int row, String column, String factor, String kind) {
    multiply(row, column, factor);
    note.planted(row, column, kind);
  }

  private void multiply(int row, String column, String factor) {
    String text = cell(row, column);
    if (!MISSING.contains(text)) {
      BigDecimal changed =
          new BigDecimal(text).multiply(new BigDecimal(factor), MathContext.DECIMAL64);
      sheet.set(row, column, changed.stripTrailingZeros().toPlainString());
    }
  }

  private void swapRows(int a, int b) {
    List<String> before = sheet.rows().get(a);
    overwrite(a, b, "swapped-rows");
    replace(b, before, "swapped-rows");
  }

  private void swapCells(int row, String a, String b) {
    String first = cell(row, a);
    sheet.set(row, a, cell(row, b));
    sheet.set(row, b, first);
    note.planted(row, a, "swapped-cells");
    note.planted(row, b, "swapped-cells");
  }

  /** Puts the figures of another row in place of a row's own. */
  private void overwrite(int row, int from, String kind) {
    replace(row, sheet.rows().get(from), kind);
  }

  private void replace(int row, List<String> figures, String kind) {
    List<String> own = new ArrayList<>(sheet.rows().get(row));
    each(
        (column, name) -> {
          String other = figures.get(column);
          boolean isFigure = !MISSING.contains(other) && !MISSING.contains(own.get(column));
          if (isFigure) {
            sheet.set(row, name, other);
          }
        });
    note.planted(row, "", kind);
  }

  private void each(BiConsumer<Integer, String> visit) {
    for (int i = keys; i < sheet.header().size() - 1; i++) {
      visit.accept(i, sheet.header().get(i));
    }
  }

  private String cell(int row, String column) {
    return sheet.rows().get(row).get(sheet.header().indexOf(column));
  }
}
