package org.renxing.jobs.bronze;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads one CSV file as a stream of rows (source_file, row_number, cells, defect): every line comes
 * out, a malformed one with its defect.
 */
final class CsvRows implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private final char delimiter;

  CsvRows(char delimiter) {
    this.delimiter = delimiter;
  }

  @Override
  public Iterator<Row> call(Row file) throws IOException {
    Path path = new Path(file.getString(1));
    var hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    Reader reader =
        new InputStreamReader(path.getFileSystem(hadoop).open(path), StandardCharsets.UTF_8);
    var csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(true)
            .allowExtraCharsAfterClosingQuote(true)
            .detectBomHeader(false)
            .ofCsvRecord(reader);
    return new RowIterator(file.getString(0), csv.iterator(), csv);
  }

  /** Turns records into rows; closes the file at its end. */
  private static final class RowIterator implements Iterator<Row> {
    private final String file;
    private final Iterator<CsvRecord> records;
    private final AutoCloseable source;
    private final List<String> heads;
    private boolean isEnded;

    RowIterator(String file, Iterator<CsvRecord> records, AutoCloseable source) {
      this.file = file;
      this.records = records;
      this.source = source;
      this.heads = records.hasNext() ? withoutMark(records.next().getFields()) : List.of();
    }

    @Override
    public boolean hasNext() {
      if (isEnded) {
        return false;
      }
      try {
        isEnded = !records.hasNext();
      } catch (CsvParseException e) {
        throw new RenxingException(
            ErrorCode.SOURCE_CONTRACT, file + ": cannot be read as CSV: " + e.getMessage(), e);
      }
      if (isEnded) {
        close();
      }
      return !isEnded;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      CsvRecord record = records.next();
      List<String> fields = record.getFields();
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < Math.max(fields.size(), heads.size()); i++) {
        String head = i < heads.size() ? heads.get(i) : "column " + (i + 1);
        cells.put(head, i < fields.size() ? fields.get(i) : null);
      }
      return RowFactory.create(
          file,
          record.getStartingLineNumber(),
          CollectionConverters.asScala(cells),
          defect(fields));
    }

    private String defect(List<String> fields) {
      if (fields.size() != heads.size()) {
        return "has " + fields.size() + " fields where the head has " + heads.size();
      }
      boolean isGarbled = fields.stream().anyMatch(f -> f.indexOf('\uFFFD') >= 0);
      return isGarbled ? "holds bytes that are not UTF-8" : null;
    }

    private void close() {
      try {
        source.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static List<String> withoutMark(List<String> heads) {
      return heads.stream().map(h -> h.startsWith("\uFEFF") ? h.substring(1) : h).toList();
    }
  }
}
