package org.renxing.jobs.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renxing.jobs.console.Text;
import org.renxing.model.Excerpt;

/** A profile for people. */
final class ProfileText {
  private static final int MOST_GAPS = 15;

  private ProfileText() {}

  static String of(FileProfile p) {
    StringBuilder out = new StringBuilder();
    form(out, p);
    line(out, "unit column", p.unitColumn().orElse("none found"));
    line(
        out,
        "units",
        String.format(
            Locale.ROOT,
            "%,d names, %,d known, %.1f %% of the rows",
            p.cities().named(),
            p.cities().resolved(),
            100 * p.cities().resolvedShare()));
    p.cities()
        .unresolved()
        .forEach(
            (name, nearest) ->
                line(
                    out,
                    "  unknown",
                    "'"
                        + Excerpt.cell(name)
                        + "'"
                        + (nearest.isEmpty() ? "" : ": " + String.join(" or ", nearest) + "?")));
    line(
        out,
        "year column",
        p.yearColumn()
            .or(() -> p.yearFrom().map(r -> "from sheet, title or file name"))
            .orElse("none found"));
    line(out, "years", years(p.years()));
    p.itemColumn().ifPresent(c -> line(out, "items in", c));
    out.append('\n').append(figures(p));
    if (!p.otherColumns().isEmpty()) {
      out.append("\nother columns: ").append(cells(p.otherColumns())).append('\n');
    }
    out.append(gaps(p));
    if (!p.suspects().isEmpty()) {
      out.append("\nsuspects\n");
      p.suspects().forEach(s -> out.append("  ").append(s).append('\n'));
    }
    return Excerpt.message(out.toString());
  }

  private static void form(StringBuilder out, FileProfile p) {
    line(out, "file", p.file());
    String form =
        p.encoding() + (p.format().equals("csv") ? ", delimiter '" + p.delimiter() + "'" : "");
    line(out, "format", p.format() + (form.isEmpty() ? "" : ", " + form));
    if (!p.sheets().isEmpty()) {
      line(out, "sheets", Excerpt.list(p.sheets()));
    }
    if (!p.otherSheets().isEmpty()) {
      line(out, "other sheets", Excerpt.list(p.otherSheets()) + " (formed otherwise)");
    }
    p.titles().stream().findFirst().ifPresent(t -> line(out, "title", Excerpt.line(t)));
    if (p.headLine() > 0) {
      line(
          out,
          "head",
          String.format(
              Locale.ROOT,
              "line %d, %d row%s%s",
              p.headLine(),
              p.headRows(),
              p.headRows() == 1 ? "" : "s",
              p.hasUnitsRow() ? ", then a row of units" : ""));
    }
    line(out, "shape", String.format(Locale.ROOT, "%,d rows, %s", p.rows(), p.layout()));
    if (p.rowsSetAside() > 0 && p.unitColumn().isPresent()) {
      line(
          out,
          "set aside",
          String.format(
              Locale.ROOT,
              "%,d of %,d rows, if it is read as drafted",
              p.rowsSetAside(),
              p.rows()));
    }
  }

  private static void line(StringBuilder out, String what, String text) {
    out.append("%-13s %s%n".formatted(what, text));
  }

  private static String cells(List<String> texts) {
    return texts.stream().map(Excerpt::cell).collect(Collectors.joining(", "));
  }

  private static String years(List<String> years) {
    return years.isEmpty()
        ? "none"
        : years.get(0) + ".." + years.get(years.size() - 1) + " (" + years.size() + ")";
  }

  private static String figures(FileProfile p) {
    boolean isLong = p.itemColumn().isPresent();
    List<String> head =
        isLong
            ? List.of("item", "unit", "indicator")
            : List.of("column", "unit", "indicator", "numbers", "missing", "least", "most");
    List<List<String>> rows = new ArrayList<>();
    for (FileProfile.Figure f : p.figures()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  Excerpt.cell(f.label()),
                  f.unit(),
                  f.indicator() + (f.isCertain() || f.indicator().isEmpty() ? "" : "?")));
      if (!isLong) {
        row.add(String.format(Locale.ROOT, "%,d", f.numbers()));
        row.add(String.format(Locale.ROOT, "%,d", f.missing()));
        row.add(String.format(Locale.ROOT, "%.6g", f.least()));
        row.add(String.format(Locale.ROOT, "%.6g", f.most()));
      }
      rows.add(row);
    }
    return Text.table(head, rows);
  }

  private static String gaps(FileProfile p) {
    if (p.missingByYear().isEmpty()) {
      return "";
    }
    List<Map.Entry<String, Map<String, Long>>> worst =
        p.missingByYear().entrySet().stream()
            .sorted((a, b) -> Long.compare(sum(b), sum(a)))
            .limit(MOST_GAPS)
            .toList();
    String lines =
        worst.stream()
            .map(
                e ->
                    "  "
                        + Excerpt.cell(e.getKey())
                        + ": "
                        + e.getValue().entrySet().stream()
                            .map(y -> y.getKey() + " " + y.getValue())
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("\n"));
    String more =
        Optional.of(p.missingByYear().size() - worst.size())
            .filter(n -> n > 0)
            .map(n -> "\n  and " + n + " more columns")
            .orElse("");
    return "\nmissing by year\n" + lines + more + "\n";
  }

  private static long sum(Map.Entry<String, Map<String, Long>> e) {
    return e.getValue().values().stream().mapToLong(Long::longValue).sum();
  }
}
