package org.renxing.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads simulated files with no help of the product's readers. */
public record SampleFile(Path path) {
  private static final Pattern BRACKETS = Pattern.compile("^(.*\\S) ?\\(([^()]*)\\)$");
  private static final int FIRST_ROW = 6;

  /**
   * The head of a column.
   *
   * @param label by which a contract may call it
   * @param unit which it or the row of units says; empty for none
   * @param column its name in the simulation
   */
  public record Head(String label, String unit, String column) {}

  /** All columns. */
  public List<Head> heads() {
    if (!isWorkbook()) {
      return table().get(0).stream().map(SampleFile::plain).toList();
    }
    List<Head> out = new ArrayList<>(List.of(plain("city"), plain("year")));
    List<Row> rows = sheets().values().iterator().next();
    String group = "";
    for (int i = 1; i < rows.get(2).getCellCount(); i++) {
      String above = rows.get(2).getCellText(i);
      String below = rows.get(3).getCellText(i);
      String unit = rows.get(4).getCellText(i);
      group = above.isEmpty() ? group : above;
      String name = below.isEmpty() ? above : below;
      String label = below.isEmpty() ? above : group + "/" + below;
      out.add(new Head(label, unit, unit.isEmpty() ? name : name + " (" + unit + ")"));
    }
    return out;
  }

  /** All rows by name of the column in the simulation. */
  public List<Map<String, String>> rows() {
    List<String> columns = heads().stream().map(Head::column).toList();
    List<Map<String, String>> out = new ArrayList<>();
    List<List<String>> all =
        isWorkbook() ? books().values().stream().flatMap(List::stream).toList() : table();
    for (List<String> cells : all.subList(isWorkbook() ? 0 : 1, all.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(columns.get(i), cells.get(i));
      }
      out.add(row);
    }
    return out;
  }

  /** By file, and sheet where it has some, and line: what stands there. */
  public Map<String, String> lines(String name) {
    Map<String, String> out = new LinkedHashMap<>();
    if (isWorkbook()) {
      books()
          .forEach(
              (sheet, rows) -> {
                for (int i = 0; i < rows.size(); i++) {
                  out.put(name + "!" + sheet + ":" + (FIRST_ROW + i), rows.get(i).toString());
                }
              });
      return out;
    }
    List<String> lines = new String(unpacked(), charset()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      out.put(name + ":" + (i + 1), lines.get(i));
    }
    return out;
  }

  /** What the file holds when unpacked, whatever the packer: for a workbook part by part. */
  public Map<String, String> content() throws IOException {
    Map<String, String> out = new TreeMap<>();
    if (!isWorkbook()) {
      return Map.of("", new String(unpacked(), StandardCharsets.ISO_8859_1));
    }
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        out.put(e.getName() + " " + e.getTimeLocal(), text);
      }
    }
    return out;
  }

  private static Head plain(String head) {
    Matcher m = BRACKETS.matcher(head);
    return new Head(head, m.matches() ? m.group(2) : "", head);
  }

  /** Rows of cells as they stand in a year's sheet, the year put in second place. */
  private Map<String, List<List<String>>> books() {
    Map<String, List<List<String>>> out = new LinkedHashMap<>();
    sheets()
        .forEach(
            (sheet, rows) -> {
              List<List<String>> table = new ArrayList<>();
              for (Row row : rows) {
                if (row.getRowNum() >= FIRST_ROW && row.getCellCount() > 1) {
                  List<String> cells = new ArrayList<>();
                  for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(
                        row.getOptionalCell(i).map(c -> String.valueOf(c.getValue())).orElse(""));
                  }
                  cells.add(1, sheet.replace("年", ""));
                  table.add(cells);
                }
              }
              out.put(sheet, table);
            });
    return out;
  }

  private Map<String, List<Row>> sheets() {
    Map<String, List<Row>> out = new LinkedHashMap<>();
    try (ReadableWorkbook book = new ReadableWorkbook(path.toFile())) {
      for (Sheet sheet : book.getSheets().toList()) {
        out.put(sheet.getName(), sheet.read());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out;
  }

  private List<List<String>> table() {
    String text = new String(unpacked(), charset()).replace("\uFEFF", "");
    if (isObjects()) {
      return objects(text);
    }
    char delimiter = path.toString().endsWith(".txt") ? '\t' : ',';
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text)
        .stream()
        .map(r -> List.copyOf(r.getFields()))
        .toList();
  }

  private static List<List<String>> objects(String text) {
    ObjectMapper json = new ObjectMapper();
    List<List<String>> out = new ArrayList<>();
    for (String line : text.lines().filter(l -> l.endsWith("}")).toList()) {
      try {
        JsonNode object = json.readTree(line);
        if (out.isEmpty()) {
          List<String> heads = new ArrayList<>();
          object.fieldNames().forEachRemaining(heads::add);
          out.add(heads);
        }
        List<String> cells = new ArrayList<>();
        object.forEach(value -> cells.add(value.asText()));
        out.add(cells);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return out;
  }

  private byte[] unpacked() {
    try (InputStream in =
        isObjects()
            ? new GZIPInputStream(Files.newInputStream(path))
            : new ByteArrayInputStream(Files.readAllBytes(path))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Charset charset() {
    if (isObjects()) {
      return StandardCharsets.UTF_8;
    }
    return path.toString().endsWith(".txt") ? StandardCharsets.UTF_16 : Charset.forName("GB18030");
  }

  private boolean isWorkbook() {
    return path.toString().endsWith(".xlsx");
  }

  private boolean isObjects() {
    return path.toString().endsWith(".jsonl.gz");
  }
}
