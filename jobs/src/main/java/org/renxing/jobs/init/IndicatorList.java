package org.renxing.jobs.init;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A table of indicators that a user gives: CSV, one row a column of the panel or a node above, in
 * the form of COINr's iMeta or simpler. Rows in the order of the file.
 */
record IndicatorList(Map<String, Entry> entries) {
  private static final List<String> CODE = List.of("icode", "code", "indicator", "column", "id");
  private static final List<String> NAME = List.of("iname", "name", "label", "title");
  private static final List<String> PARENT =
      List.of("parent", "system", "dimension", "pillar", "domain");

  /**
   * A row.
   *
   * @param parent code of the node above; empty for none
   * @param direction {@code +} or {@code -}; empty where it is not said
   * @param weight among its siblings
   * @param denominator column by which it is divided; empty for none
   * @param type such as Indicator, Aggregate, Group or Denominator; empty where there is none
   */
  record Entry(
      String code,
      String name,
      String parent,
      String direction,
      double weight,
      String unit,
      String denominator,
      String type) {
    boolean isOf(String kind) {
      return type.equalsIgnoreCase(kind);
    }
  }

  /** No table. */
  static final IndicatorList NONE = new IndicatorList(Map.of());

  /** Reads one; none where no file is given. */
  static IndicatorList of(Optional<Path> file) {
    if (file.isEmpty()) {
      return NONE;
    }
    ReferenceFile table = ReferenceFile.read(file.get()).withHead();
    String code = column(table, CODE).orElseThrow(() -> lacking(table));
    Map<String, Entry> out = new LinkedHashMap<>();
    for (ReferenceRow row : table.rows()) {
      String key = row.text(code);
      if (!key.isEmpty()) {
        out.put(key, entry(table, row, key));
      }
    }
    return new IndicatorList(out);
  }

  private static Entry entry(ReferenceFile table, ReferenceRow row, String code) {
    double weight = column(table, List.of("weight")).map(row::number).orElse(1.0);
    return new Entry(
        code,
        text(table, row, NAME),
        text(table, row, PARENT),
        direction(table, row),
        Double.isNaN(weight) ? 1 : weight,
        text(table, row, List.of("unit")),
        text(table, row, List.of("denominator")),
        text(table, row, List.of("type")));
  }

  private static String direction(ReferenceFile table, ReferenceRow row) {
    String text = text(table, row, List.of("direction", "sign")).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return "";
    } else if (text.matches("-.*|neg.*|负.*")) {
      return "-";
    } else if (text.matches("\\+.*|1(?:\\.0*)?|pos.*|正.*")) {
      return "+";
    }
    throw row.wrong("direction '" + text + "' is none; write 1, -1, + or -");
  }

  private static String text(ReferenceFile table, ReferenceRow row, List<String> known) {
    return column(table, known).flatMap(row::given).orElse("");
  }

  private static Optional<String> column(ReferenceFile table, List<String> known) {
    return known.stream()
        .flatMap(
            key -> table.columns().stream().filter(c -> c.toLowerCase(Locale.ROOT).equals(key)))
        .findFirst();
  }

  private static RenxingException lacking(ReferenceFile table) {
    return new RenxingException(
        ErrorCode.USAGE,
        "--indicators "
            + table.path()
            + ": needs a column code (or iCode) with the names of the panel's columns; it has "
            + table.columns());
  }
}
