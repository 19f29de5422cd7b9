package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.renxing.cell.YearText;
import org.renxing.model.RemoteField;
import org.renxing.model.RemoteSource;

/** What can be wrong with a row by itself: its form, its year and its figures. */
final class RemoteFault {
  /** A signal of occupancy above so many times all units says nothing. */
  private static final double MOST_OCCUPIED = 2;

  private static final double MOST_UNITS = 1e9;

  private RemoteFault() {}

  /**
   * The first thing that is wrong, as struct(code, reason), or null: of rows of {@link RemoteRows}
   * with year.
   */
  static Column of(RemoteSource source) {
    List<Column> faults = new ArrayList<>();
    faults.add(
        when(col("note").isNotNull(), fault("FOOTNOTE", concat(lit("a note: "), col("note")))));
    faults.add(when(col("defect").isNotNull(), fault("MALFORMED_ROW", col("defect"))));
    if (!source.files().yearColumn().isEmpty()) {
      faults.add(when(col("year_text").isNull(), fault("EMPTY_YEAR", lit("the year is empty"))));
      faults.add(
          when(
              col("year").isNull(),
              fault(
                  "NOT_A_YEAR",
                  concat(lit("'"), col("year_text"), lit("' is not " + YearText.ALLOWED)))));
    }
    if (source.idColumn().isPresent()) {
      faults.add(
          when(
              col("observation_id").isNull(),
              fault("EMPTY_ID", lit("column " + source.idColumn().get() + " is empty"))));
    }
    if (source.isCarried()) {
      faults.add(
          when(
              col("zone").equalTo("all"),
              fault("RESERVED_ZONE", lit("zone 'all' is the name of the whole unit"))));
    }
    faults.add(when(col("bad_number").isNotNull(), fault("NOT_A_NUMBER", col("bad_number"))));
    source.fields().forEach((field, column) -> faults.add(ofField(field, column.label())));
    switch (source.family().group()) {
      case OCCUPANCY -> occupancy(source, faults);
      case STREET -> faults.add(unscored(source));
      default -> {
        // areas and grids have no more to say of themselves
      }
    }
    return coalesce(faults.toArray(Column[]::new));
  }

  /** A fault as a value. */
  static Column fault(String code, Column reason) {
    return struct(lit(code).as("code"), reason.cast("string").as("reason"));
  }

  private static Column ofField(RemoteField field, String label) {
    Column value = col(field.column());
    Column said = concat(lit("column " + label + ": "), value.cast("string"));
    return switch (field.kind()) {
      case COUNT ->
          when(
              not(value.between(0, MOST_UNITS).and(value.equalTo(rint(value)))),
              fault("NOT_A_COUNT", concat(said, lit(" is no whole number from 0 to 10^9"))));
      case SIGNAL, AMOUNT -> when(value.lt(0), fault("NEGATIVE", concat(said, lit(" is below 0"))));
      case SHARE ->
          when(
              value.lt(0).or(value.gt(1)),
              fault(
                  field == RemoteField.CONFIDENCE
                      ? "CONFIDENCE_OUT_OF_RANGE"
                      : "SHARE_OUT_OF_RANGE",
                  concat(said, lit(" is not between 0 and 1"))));
      case FIGURE -> lit(null);
    };
  }

  private static void occupancy(RemoteSource source, List<Column> faults) {
    Column total = col(RemoteField.UNITS_TOTAL.column());
    faults.add(
        when(
            total.isNull().or(total.equalTo(0)),
            fault("NO_UNITS", lit("the number of units is missing or 0"))));
    faults.add(above(RemoteField.UNITS_OCCUPIED, RemoteField.UNITS_TOTAL, 1));
    faults.add(above(RemoteField.AUDIT_UNITS, RemoteField.UNITS_TOTAL, 1));
    faults.add(above(RemoteField.AUDIT_OCCUPIED, RemoteField.AUDIT_UNITS, 1));
    RemoteField.SIGNALS.stream()
        .filter(source.fields()::containsKey)
        .forEach(signal -> faults.add(above(signal, RemoteField.UNITS_TOTAL, MOST_OCCUPIED)));
  }

  private static Column above(RemoteField part, RemoteField whole, double times) {
    Column most = col(whole.column()).multiply(lit(times));
    String limit = times == 1 ? "" : String.format(Locale.ROOT, "%.0f times ", times);
    return when(
        col(part.column()).gt(most),
        fault(
            "OCCUPIED_ABOVE_TOTAL",
            concat(
                lit(part.column() + " "),
                col(part.column()).cast("string"),
                lit(" is above " + limit + whole.column() + " "),
                col(whole.column()).cast("string"))));
  }

  private static Column unscored(RemoteSource source) {
    Column[] scores =
        source.fields().keySet().stream().map(f -> col(f.column())).toArray(Column[]::new);
    return when(
        coalesce(scores).isNull(), fault("NO_SCORE", lit("none of the dimensions is scored")));
  }
}
