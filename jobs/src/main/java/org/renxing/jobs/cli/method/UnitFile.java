package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final CsvHead head;
  private final char delimiter;
  private final String id;
  private final Optional<String> year;

  private UnitFile(CsvHead head, char delimiter, String id, Optional<String> year) {
    this.head = head;
    this.delimiter = delimiter;
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
    UnitFile out = new UnitFile(CsvHead.read(file, delimiter), delimiter, id, year);
    out.requireColumns("--id", List.of(id));
    year.ifPresent(y -> out.requireColumns("--year", List.of(y)));
    return out;
  }

  /** The file as the user named it. */
  String name() {
    return head.file().toString();
  }

  /** Its size. */
  long bytes() {
    return head.file().toFile().length();
  }

  /** The column of the unit, and that of the year where there is one. */
  List<String> keys() {
    return year.map(y -> List.of(id, y)).orElse(List.of(id));
  }

  /** The named columns besides id and year, in the order of the file. */
  List<String> columns() {
    List<String> out = new ArrayList<>(head.columns());
    out.removeAll(keys());
    out.removeIf(String::isEmpty);
    return List.copyOf(out);
  }

  /** The number of fields of a row. */
  int width() {
    return head.columns().size();
  }

  /** The frame's column of a column of the file. */
  Column cell(String column) {
    return col("x" + head.columns().indexOf(column));
  }

  /** See {@link CsvHead#requireColumns}. */
  void requireColumns(String option, List<String> names) {
    head.requireColumns(option, names);
  }

  /**
   * The rows as text: row_no (1 is the first below the head), unit_id, year_text, is_corrupt (has
   * another number of fields than the head), and x0, x1, … in the order of the file.
   */
  Dataset<Row> rows(SparkSession spark) {
    StructType schema = new StructType();
    for (int i = 0; i < head.columns().size(); i++) {
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
                    + head.file()
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                        .replaceAll("[\\[\\]{}*?\\\\]", "\\\\$0"));
    Column yearText = year.map(y -> trim(cell(y))).orElse(lit("0"));
    List<Column> out = new ArrayList<>();
    out.add(monotonically_increasing_id().as("row_no"));
    out.add(trim(cell(id)).as("unit_id"));
    out.add(yearText.as("year_text"));
    out.add(col(CORRUPT).isNotNull().as("is_corrupt"));
    for (int i = 0; i < head.columns().size(); i++) {
      Column cell = trim(col("x" + i));
      out.add(when(cell.isin(CsvHead.MISSING.toArray()).equalTo(false), cell).as("x" + i));
    }
    return text.select(out.toArray(Column[]::new)).where(col("row_no").gt(0));
  }
}
