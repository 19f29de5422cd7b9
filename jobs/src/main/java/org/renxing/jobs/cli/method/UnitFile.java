package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A CSV file of units: the names in its head, and its rows as text. */
final class UnitFile {
  private static final String CORRUPT = "corrupt_record";

  private final Path file;
  private final char delimiter;
  private final List<String> head;
  private final String id;
  private final Optional<String> year;

  private UnitFile(Path file, char delimiter, List<String> head, String id, Optional<String> year) {
    this.file = file;
    this.delimiter = delimiter;
    this.head = head;
    this.id = id;
    this.year = year;
  }

  /**
   * Reads the head.
   *
   * @throws RenxingException USAGE where the file or a column is missing; DATA_CHECK for a head
   *     that is empty, names a column twice, or is not UTF-8
   */
  static UnitFile open(Path file, char delimiter, String id, Optional<String> year) {
    TableOptions.requireFile("--input", file);
    String name = file.getFileName().toString();
    if (name.startsWith("_") || name.startsWith(".")) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--input " + file + ": Spark skips files whose name starts with _ or .; rename it");
    }
    UnitFile out = new UnitFile(file, delimiter, head(file, delimiter), id, year);
    out.requireColumns("--id", List.of(id));
    year.ifPresent(y -> out.requireColumns("--year", List.of(y)));
    return out;
  }

  /** The file as the user named it. */
  String name() {
    return file.toString();
  }

  /** Its size. */
  long bytes() {
    return file.toFile().length();
  }

  /** The column of the unit, and that of the year where there is one. */
  List<String> keys() {
    return year.map(y -> List.of(id, y)).orElse(List.of(id));
  }

  /** The named columns besides id and year, in the order of the file. */
  List<String> columns() {
    List<String> out = new ArrayList<>(head);
    out.removeAll(keys());
    out.removeIf(String::isEmpty);
    return List.copyOf(out);
  }

  /** The number of fields of a row. */
  int width() {
    return head.size();
  }

  /** The frame's column of a column of the file. */
  Column cell(String column) {
    return col("x" + head.indexOf(column));
  }

  /**
   * Refuses names that the head lacks, and lists those that it has.
   *
   * @throws RenxingException USAGE
   */
  void requireColumns(String option, List<String> names) {
    List<String> unknown = names.stream().filter(n -> n.isEmpty() || !head.contains(n)).toList();
    if (!unknown.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "%s: %s has no column '%s'; it has %s%s"
              .formatted(
                  option,
                  file,
                  String.join("', '", unknown),
                  String.join(", ", head),
                  head.size() == 1 ? " (is the --delimiter right?)" : ""));
    }
  }

  /**
   * The rows as text: row_no (1 is the first below the head), unit_id, year_text, is_corrupt (has
   * another number of fields than the head), and x0, x1, … in the order of the file.
   */
  Dataset<Row> rows(SparkSession spark) {
    StructType schema = new StructType();
    for (int i = 0; i < head.size(); i++) {
      schema = schema.add("x" + i, "string");
    }
    Dataset<Row> text =
        spark
            .read()
            .schema(schema.add(CORRUPT, "string"))
            .option("columnNameOfCorruptRecord", CORRUPT)
            .option("multiLine", "true")
            .option("sep", String.valueOf(delimiter))
            .option("escape", "\"")
            .option("ignoreLeadingWhiteSpace", "true")
            .option("ignoreTrailingWhiteSpace", "true")
            .csv(
                "file:"
                    + file.toAbsolutePath()
                        .normalize()
                        .toString()
                        .replaceAll("[\\[\\]{}*?\\\\]", "\\\\$0"));
    Column yearText = year.map(y -> trim(cell(y))).orElse(lit("0"));
    List<Column> out = new ArrayList<>();
    out.add(monotonically_increasing_id().as("row_no"));
    out.add(trim(cell(id)).as("unit_id"));
    out.add(yearText.as("year_text"));
    out.add(col(CORRUPT).isNotNull().as("is_corrupt"));
    for (int i = 0; i < head.size(); i++) {
      Column cell = trim(col("x" + i));
      out.add(when(cell.isin("", "NA", "NaN", "…", "—").equalTo(false), cell).as("x" + i));
    }
    return text.select(out.toArray(Column[]::new)).where(col("row_no").gt(0));
  }

  private static List<String> head(Path file, char delimiter) {
    List<String> head = firstRecord(file, delimiter);
    Set<String> seen = new HashSet<>();
    for (String column : head) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK, file + ": the head names column '" + column + "' twice");
      }
    }
    if (seen.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, file + ": is empty; a head is needed");
    }
    return head;
  }

  private static List<String> firstRecord(Path file, char delimiter) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Iterator<CsvRecord> records =
          CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(reader).iterator();
      return records.hasNext()
          ? records.next().getFields().stream().map(UnitFile::plain).toList()
          : List.of();
    } catch (MalformedInputException e) {
      throw notUnicode(file, e);
    } catch (UncheckedIOException | CsvParseException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw notUnicode(file, e);
      }
      throw new RenxingException(
          ErrorCode.DATA_CHECK, file + ": its head cannot be read as CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String plain(String head) {
    return (head.startsWith("\uFEFF") ? head.substring(1) : head).strip();
  }

  private static RenxingException notUnicode(Path file, Exception e) {
    return new RenxingException(
        ErrorCode.DATA_CHECK, file + ": is not UTF-8 (perhaps GBK); save it as CSV UTF-8", e);
  }
}
