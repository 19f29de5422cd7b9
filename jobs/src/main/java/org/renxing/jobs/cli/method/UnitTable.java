package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.column.Finite;
import org.renxing.column.NumberText;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The rows of a {@link UnitFile}, checked: units and years are unique, cells are numbers. */
final class UnitTable {
  private final UnitFile file;
  private final Dataset<Row> rows;
  private final Map<String, Profile> profiles;

  private UnitTable(UnitFile file, Dataset<Row> rows, Map<String, Profile> profiles) {
    this.file = file;
    this.rows = rows;
    this.profiles = profiles;
  }

  /**
   * What the cells of a column are.
   *
   * @param numbers how many are numbers
   * @param offender the first that is neither a number nor missing
   */
  private record Profile(long numbers, Optional<String> offender) {}

  /**
   * Reads and checks the rows; two jobs.
   *
   * @param columns those whose cells are looked at
   * @throws RenxingException DATA_CHECK for a row without unit or year, with too many or too few
   *     fields, or with the unit and year of another row
   */
  static UnitTable check(UnitFile file, List<String> columns, SparkSession spark) {
    Dataset<Row> rows = file.rows(spark).persist();
    requireKeys(file, rows);
    return new UnitTable(file, rows, profiles(file, rows, columns));
  }

  /** The file from which it comes. */
  UnitFile file() {
    return file;
  }

  /** The session in which it lives. */
  SparkSession spark() {
    return rows.sparkSession();
  }

  /** Columns with a number in any row, in the order of the file. */
  List<String> numericColumns() {
    return file.columns().stream()
        .filter(c -> profiles.containsKey(c) && profiles.get(c).numbers() > 0)
        .toList();
  }

  /**
   * Refuses columns that hold something else than numbers.
   *
   * @throws RenxingException DATA_CHECK, with the first offending cell of each
   */
  void requireNumbers(Collection<String> columns) {
    List<String> offenders =
        columns.stream()
            .filter(profiles::containsKey)
            .flatMap(c -> profiles.get(c).offender().stream())
            .toList();
    if (!offenders.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, String.join("\n", offenders));
    }
  }

  /** row_no, unit_id, year (0 where the file has none); one row a row of the file. */
  Dataset<Row> keys() {
    return rows.select(col("row_no"), col("unit_id"), year().as("year"));
  }

  /** The same with the columns of the file as doubles, named as {@link UnitFile#cell} has them. */
  Dataset<Row> numbers(Collection<String> columns) {
    List<Column> out = new ArrayList<>();
    out.addAll(List.of(col("row_no"), col("unit_id"), year().as("year")));
    for (String column : columns) {
      Column cell = file.cell(column);
      out.add(NumberText.parse(cell).as(cell.toString()));
    }
    return rows.select(out.toArray(Column[]::new));
  }

  private static Column year() {
    Column text = col("year_text");
    return when(text.rlike("^\\d{1,4}(\\.0+)?$"), text.try_cast("double").cast("int"));
  }

  private static void requireKeys(UnitFile file, Dataset<Row> rows) {
    boolean hasYear = file.keys().size() == 2;
    Column problem =
        when(col("is_corrupt"), "has not the " + file.width() + " fields of the head")
            .when(coalesce(col("unit_id"), lit("")).equalTo(""), "has no " + file.keys().get(0))
            .when(col("unit_id").contains("\uFFFD"), "is not UTF-8; save the file as CSV UTF-8");
    if (hasYear) {
      problem =
          problem.when(
              coalesce(year(), lit(0)).equalTo(0),
              "has no year from 1 to 9999 in " + file.keys().get(1));
    }
    rows.groupBy("unit_id", "year_text")
        .agg(
            count(lit(1)).as("n"),
            min(col("row_no")).as("first"),
            max(col("row_no")).as("last"),
            max(problem).as("problem"))
        .where(col("n").gt(1).or(col("problem").isNotNull()))
        .orderBy("first")
        .limit(1)
        .collectAsList()
        .forEach(row -> refuse(file, row, hasYear));
  }

  private static void refuse(UnitFile file, Row row, boolean hasYear) {
    String key =
        Stream.of(row.<String>getAs("unit_id"), hasYear ? row.<String>getAs("year_text") : null)
            .filter(text -> text != null && !text.isEmpty())
            .collect(Collectors.joining(", "));
    String problem = row.getAs("problem");
    throw new RenxingException(
        ErrorCode.DATA_CHECK,
        problem == null
            ? String.format(
                Locale.ROOT,
                "%s: %s stands in %d rows, first in %d and last in %d; one row a unit%s, please",
                file.name(),
                key,
                row.<Long>getAs("n"),
                row.<Long>getAs("first"),
                row.<Long>getAs("last"),
                hasYear ? " and year" : ", or name the year's column with --year")
            : String.format(
                Locale.ROOT,
                "%s row %d%s: %s",
                file.name(),
                row.<Long>getAs("first"),
                key.isEmpty() ? "" : " (" + key + ")",
                problem));
  }

  private static Map<String, Profile> profiles(
      UnitFile file, Dataset<Row> rows, List<String> columns) {
    Map<String, Profile> out = new HashMap<>();
    if (columns.isEmpty()) {
      return out;
    }
    Column cells =
        array(
            columns.stream()
                .map(c -> struct(lit(c).as("column_name"), file.cell(c).as("text")))
                .toArray(Column[]::new));
    Column isNumber = Finite.orNull(NumberText.parse(col("text"))).isNotNull();
    Column place = struct(col("row_no"), col("unit_id"), col("year_text"), col("text"));
    rows.select(col("row_no"), col("unit_id"), col("year_text"), inline(cells))
        .where(col("text").isNotNull())
        .groupBy("column_name")
        .agg(count(when(isNumber, 1)).as("n"), min(when(isNumber, null).otherwise(place)).as("bad"))
        .collectAsList()
        .forEach(r -> out.put(r.getString(0), profile(file, r)));
    return out;
  }

  private static Profile profile(UnitFile file, Row row) {
    Row bad = row.getAs("bad");
    if (bad == null) {
      return new Profile(row.getLong(1), Optional.empty());
    }
    String year = file.keys().size() == 2 ? ", " + bad.getString(2) : "";
    return new Profile(
        row.getLong(1),
        Optional.of(
            String.format(
                Locale.ROOT,
                "%s row %d (%s%s), column %s: '%s' is no number; where it is missing leave the cell"
                    + " empty or write NA",
                file.name(),
                bad.getLong(0),
                bad.getString(1),
                year,
                row.getString(0),
                bad.getString(3))));
  }
}
