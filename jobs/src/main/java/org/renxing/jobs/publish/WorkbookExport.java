package org.renxing.jobs.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.renxing.jobs.output.OutputFile;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * Writes tables of a release as one workbook: a sheet {@code dictionary} with every column, a sheet
 * {@code tables} with every table, and a sheet for each table.
 */
final class WorkbookExport {
  private static final TableName DICTIONARY = TableName.gold("data_dictionary");
  private static final List<String> DICTIONARY_COLUMNS =
      List.of("table", "column", "title_zh", "type", "unit", "is_key", "comment");
  private static final List<String> TABLES_COLUMNS =
      List.of("table", "sheet", "rows", "one_row_is", "note", "release_id", "scenario_id");

  private final Lake lake;
  private final ExportForm.Titles wanted;
  private final int mostRows;
  private final ColumnTitles titles = new ColumnTitles();

  WorkbookExport(Lake lake, ExportForm.Titles wanted) {
    this(lake, wanted, Worksheet.MAX_ROWS);
  }

  /**
   * The same with sheets of another size.
   *
   * @param mostRows rows of a sheet, with its head
   */
  WorkbookExport(Lake lake, ExportForm.Titles wanted, int mostRows) {
    this.lake = lake;
    this.wanted = wanted;
    this.mostRows = mostRows - (wanted == ExportForm.Titles.BOTH ? 2 : 1);
  }

  /**
   * Writes the workbook. Of a whole release, tables that no sheet can hold are left out with a
   * note, and {@code data_dictionary} is the first sheet alone.
   *
   * @throws RenxingException USAGE where a table that was asked for by name has too many rows
   */
  Export.Written write(Selection selection, OutputFile file, Path out) {
    Map<TableName, List<Row>> described = described(selection);
    List<TableName> chosen =
        selection.tables().stream()
            .filter(table -> !selection.isEvery() || !table.equals(DICTIONARY))
            .toList();
    if (!selection.isEvery()) {
      chosen.forEach(table -> requireFitting(selection, table));
    }
    return file.write(stream -> write(selection, chosen, described, stream, out));
  }

  private void requireFitting(Selection selection, TableName table) {
    if (selection.rows(table) > mostRows) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "export: "
              + tooMany(selection, table)
              + "; narrow it by --scenario, or take --format csv, parquet or duckdb");
    }
  }

  private String tooMany(Selection selection, TableName table) {
    return String.format(
        Locale.ROOT,
        "%s has %,d rows, and a sheet of a workbook holds %,d",
        table,
        selection.rows(table),
        mostRows);
  }

  /** Rows of the dictionary by table, columns in their order. */
  private Map<TableName, List<Row>> described(Selection selection) {
    Map<TableName, List<Row>> out = new LinkedHashMap<>();
    if (selection.release().version(DICTIONARY).isPresent()) {
      OrderedRows.of(lake, selection, DICTIONARY)
          .rows()
          .forEachRemaining(
              row ->
                  out.computeIfAbsent(
                          TableName.parse(row.<String>getAs("table_name")), t -> new ArrayList<>())
                      .add(row));
    }
    out.values()
        .forEach(rows -> rows.sort(Comparator.comparing(r -> r.<Integer>getAs("position"))));
    return out;
  }

  private Export.Written write(
      Selection selection,
      List<TableName> tables,
      Map<TableName, List<Row>> described,
      OutputStream stream,
      Path out)
      throws IOException {
    List<String> notes = new ArrayList<>();
    long count = 0;
    try (Workbook book = new Workbook(stream, "Renxing", "0.1")) {
      dictionary(sheet(book, "dictionary", DICTIONARY_COLUMNS), tables, described);
      SheetOutput list = sheet(book, "tables", TABLES_COLUMNS); // written last
      for (TableName table : tables) {
        List<String> own = new ArrayList<>();
        String name = "";
        long rows = selection.rows(table);
        if (rows > mostRows) {
          own.add("left out: " + tooMany(selection, table));
        } else {
          Worksheet sheet = book.newWorksheet(table.name());
          name = sheet.getName();
          rows = table(sheet, selection, table, own);
          count += rows;
        }
        own.forEach(note -> notes.add(table + ": " + note));
        List<Row> columns = described.getOrDefault(table, List.of());
        list.add(
            List.of(
                table.name(),
                name,
                rows,
                columns.isEmpty() ? "" : columns.get(0).<String>getAs("table_comment"),
                String.join("; ", own),
                selection.release().id(),
                selection.scenario()));
      }
      list.finish();
    }
    return new Export.Written(out, count, notes);
  }

  private SheetOutput sheet(Workbook book, String name, List<String> columns) {
    return new SheetOutput(book.newWorksheet(name), titles.heads(wanted, "workbook", columns));
  }

  private void dictionary(
      SheetOutput sheet, List<TableName> tables, Map<TableName, List<Row>> described)
      throws IOException {
    for (TableName table : tables) {
      for (Row row : described.getOrDefault(table, List.of())) {
        String column = row.getAs("column_name");
        sheet.add(
            List.of(
                table.name(),
                column,
                titles.of(table.name(), column),
                row.<String>getAs("type"),
                row.<String>getAs("unit"),
                row.<Boolean>getAs("is_key"),
                row.<String>getAs("comment")));
      }
    }
    sheet.finish();
  }

  private long table(Worksheet sheet, Selection selection, TableName table, List<String> notes)
      throws IOException {
    OrderedRows rows = OrderedRows.of(lake, selection, table);
    SheetOutput made = new SheetOutput(sheet, titles.heads(wanted, table.name(), rows.columns()));
    while (rows.rows().hasNext()) {
      Row row = rows.rows().next();
      List<Object> values = new ArrayList<>(row.size());
      for (int i = 0; i < row.size(); i++) {
        values.add(row.get(i));
      }
      made.add(values);
    }
    made.finish();
    notes.addAll(made.notes());
    return made.rowCount();
  }
}
