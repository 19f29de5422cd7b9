package org.renxing.jobs.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.renxing.name.HeaderText;

/**
 * A workbook as yearbooks have it: a sheet a year with two rows of title, two of heads (one of them
 * merged), one of units, the rows, and notes. Some numbers are stored as text and one column is of
 * formulas. The parts carry a fixed time, so that the same rows give the same bytes.
 */
final class YearbookFile {
  /** The row of a sheet at which its data begin. */
  static final int FIRST_ROW = 6;

  private static final String SHEET_END = "年";
  private static final int CITY = 0;
  private static final int YEAR = 1;
  private static final int POPULATION = 4;
  private static final int EMPLOYMENT = 10;
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Sheet sheet;
  private final Map<String, List<List<String>>> byYear = new TreeMap<>();

  YearbookFile(Sheet sheet) {
    this.sheet = sheet;
    for (List<String> row : sheet.rows()) {
      byYear.computeIfAbsent(row.get(YEAR), y -> new ArrayList<>()).add(row);
    }
  }

  /** The sheet that a year has. */
  static String sheetName(String year) {
    return year + SHEET_END;
  }

  /**
   * The label that an ingest gives to a column: the heads joined, and the unit where one is said.
   */
  static String label(Sheet sheet, String column) {
    HeaderText head = HeaderText.of(column);
    String group = group(sheet.header().indexOf(column) - 2);
    String unit = head.bracketed().map(u -> "(" + u + ")").orElse("");
    return (group.isEmpty() ? "" : group + "/") + head.name() + unit;
  }

  private static String group(int figure) {
    return figure < POPULATION ? "population" : figure < EMPLOYMENT ? "employment" : "";
  }

  void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      List<String> years = List.copyOf(byYear.keySet());
      StringBuilder types = new StringBuilder();
      StringBuilder sheets = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      for (int i = 1; i <= years.size(); i++) {
        types.append(override("/xl/worksheets/sheet" + i + ".xml", TYPES + "worksheet+xml"));
        sheets.append(
            String.format(
                Locale.ROOT,
                "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>",
                sheetName(years.get(i - 1)),
                i,
                i));
        relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
      }
      part(zip, "[Content_Types].xml", types(types));
      part(
          zip,
          "_rels/.rels",
          relations(new StringBuilder(relation(1, "officeDocument", "xl/workbook.xml"))));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
              .formatted(MAIN, OFFICE, sheets));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(relations.append(relation(years.size() + 1, "styles", "styles.xml"))));
      part(zip, "xl/styles.xml", styles());
      for (int i = 1; i <= years.size(); i++) {
        part(zip, "xl/worksheets/sheet" + i + ".xml", table(years.get(i - 1)));
      }
    }
  }

  private String table(String year) {
    StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    int width = sheet.header().size() - 1;
    row(xml, 1, List.of("3-1 Population and social services (simulated figures)"));
    row(xml, 2, List.of("Year: " + year));
    List<String> groups = new ArrayList<>(List.of("city"));
    List<String> heads = new ArrayList<>(List.of(""));
    List<String> units = new ArrayList<>(List.of(""));
    for (int i = 2; i <= width; i++) {
      HeaderText head = HeaderText.of(sheet.header().get(i));
      String group = group(i - 2);
      boolean isFirst = i == 2 || i == 2 + POPULATION;
      groups.add(group.isEmpty() ? head.name() : isFirst ? group : "");
      heads.add(group.isEmpty() ? "" : head.name());
      units.add(head.bracketed().orElse(""));
    }
    row(xml, 3, groups);
    row(xml, 4, heads);
    row(xml, 5, units);
    int at = FIRST_ROW;
    for (List<String> cells : byYear.get(year)) {
      data(xml, at++, cells);
    }
    row(xml, at + 1, List.of("Note: every figure is made up. … and — stand for missing figures."));
    row(xml, at + 2, List.of("① revised"));
    xml.append("</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A1:R1\"/>");
    xml.append("<mergeCell ref=\"B3:E3\"/><mergeCell ref=\"F3:K3\"/></mergeCells></worksheet>");
    return xml.toString();
  }

  private void data(StringBuilder xml, int at, List<String> cells) {
    xml.append("<row r=\"").append(at).append("\">");
    text(xml, "A" + at, cells.get(CITY));
    for (int i = 2; i < cells.size(); i++) {
      String place = column(i - 1) + at;
      String figure = cells.get(i);
      boolean isNumber = figure.matches("-?\\d+(\\.\\d+)?");
      if (figure.endsWith("%")) {
        BigDecimal share =
            new BigDecimal(figure.substring(0, figure.length() - 1)).movePointLeft(2);
        xml.append("<c r=\"%s\" s=\"1\"><v>%s</v></c>".formatted(place, share));
      } else if (figure.startsWith("#")) {
        xml.append("<c r=\"%s\" t=\"e\"><f>1/0</f><v>%s</v></c>".formatted(place, figure));
      } else if (isNumber && i % 7 == 5) {
        xml.append("<c r=\"%s\"><f>%s+0</f><v>%s</v></c>".formatted(place, figure, figure));
      } else if (isNumber && (at + i) % 5 != 0) {
        xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, figure));
      } else {
        text(xml, place, figure);
      }
    }
    xml.append("</row>");
  }

  private static void row(StringBuilder xml, int at, List<String> texts) {
    xml.append("<row r=\"").append(at).append("\">");
    for (int i = 0; i < texts.size(); i++) {
      text(xml, column(i) + at, texts.get(i));
    }
    xml.append("</row>");
  }

  private static void text(StringBuilder xml, String place, String text) {
    if (!text.isEmpty()) {
      String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      xml.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, escaped));
    }
  }

  private static String column(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  private static String types(StringBuilder overrides) {
    return ("<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>%s%s%s</Types>")
        .formatted(
            PACKAGE,
            override("/xl/workbook.xml", TYPES + "sheet.main+xml"),
            override("/xl/styles.xml", TYPES + "styles+xml"),
            overrides);
  }

  private static String relation(int id, String type, String target) {
    return String.format(
        Locale.ROOT,
        "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>",
        id,
        OFFICE,
        type,
        target);
  }

  private static String relations(StringBuilder all) {
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, all);
  }

  /** The plain style, and percentages. */
  private static String styles() {
    return ("<styleSheet xmlns=\"%s\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/>"
            + "</fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
            + "</cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\""
            + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>")
        .formatted(MAIN);
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
