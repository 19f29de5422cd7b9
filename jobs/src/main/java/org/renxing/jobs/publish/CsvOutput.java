package org.renxing.jobs.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.output.OutputFile;

/** Rows as CSV: a head, doubles in full precision, missing values empty; UTF-8 in files. */
public final class CsvOutput {
  private CsvOutput() {}

  /** Writes a file in the order of the rows and returns how many there were. */
  public static long write(List<String> columns, Iterator<Row> rows, OutputFile file) {
    return file.write(
        out -> {
          CsvWriter csv = CsvWriter.builder().build(out);
          long count = write(columns, rows, csv);
          csv.flush();
          return count;
        });
  }

  /** Writes to a stream of characters, lines ending in LF, and leaves it open. */
  public static long write(List<String> columns, Iterator<Row> rows, Writer out)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    long count = write(columns, rows, csv);
    csv.flush();
    return count;
  }

  private static long write(List<String> columns, Iterator<Row> rows, CsvWriter csv) {
    csv.writeRecord(columns);
    long count = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      String[] cells = new String[columns.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.isNullAt(i) ? "" : row.get(i).toString();
      }
      csv.writeRecord(cells);
      count++;
    }
    return count;
  }
}
