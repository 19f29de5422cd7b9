package org.renxing.jobs.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.output.OutputFile;

/** Rows as CSV: a head, missing values empty; UTF-8 in files. */
public final class CsvOutput {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CsvOutput() {}

  /** Writes a file in the order of the rows and returns how many there were. */
  public static long write(List<String> columns, Iterator<Row> rows, OutputFile file) {
    return write(columns, rows, file, CsvForm.PLAIN);
  }

  /** The same in a form of one's own. */
  static long write(List<String> columns, Iterator<Row> rows, OutputFile file, CsvForm form) {
    return file.write(
        out -> {
          if (form.isMarked()) {
            out.write(MARK);
          }
          CsvWriter csv = CsvWriter.builder().build(out);
          long count = write(columns, rows, csv, form);
          csv.flush();
          return count;
        });
  }

  /** Writes to a stream of characters, lines ending in LF, and leaves it open. */
  public static long write(List<String> columns, Iterator<Row> rows, Writer out)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    long count = write(columns, rows, csv, CsvForm.PLAIN);
    csv.flush();
    return count;
  }

  private static long write(List<String> columns, Iterator<Row> rows, CsvWriter csv, CsvForm form) {
    csv.writeRecord(columns);
    long count = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      String[] cells = new String[columns.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = form.text(row.get(i));
      }
      csv.writeRecord(cells);
      count++;
    }
    return count;
  }
}
