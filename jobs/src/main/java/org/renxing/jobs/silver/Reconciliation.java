package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Warning;

/** What accounts of sources share: what came in is used or set aside, and not too much is. */
public final class Reconciliation {
  private static final int EXAMPLES = 5;
  private static final String ASIDE = "set aside of ";

  private Reconciliation() {}

  /** Adds the check that no row that came in is lost. */
  public static TableSpec.Builder balance(TableSpec.Builder account) {
    return account.check(
        "rows in = rows valid + rows quarantined + notes",
        "rows_in = rows_valid + rows_quarantined + rows_noted");
  }

  /**
   * The check that not more than the source's max-quarantine-share was set aside.
   *
   * @param counted rows or cells
   */
  public static UnaryOperator<TableSpec.Builder> limit(String counted) {
    return account ->
        account.check(
            "share of " + counted + " quarantined <= max-quarantine-share",
            "%1$s_in = 0 OR %1$s_quarantined <= max_quarantine_share * %1$s_in".formatted(counted));
  }

  /**
   * What was set aside of each source, in words, as notes of the account's state.
   *
   * @param account its rows
   * @param quarantine where all of it is
   */
  public static Map<String, String> notes(List<Row> account, TableName quarantine) {
    Map<String, String> out = new TreeMap<>();
    for (Row row : account) {
      boolean hasCells = Arrays.asList(row.schema().fieldNames()).contains("cells_in");
      String rows = part(row, "rows");
      String all = hasCells ? rows + " and " + part(row, "cells") : rows;
      long aside =
          row.<Long>getAs("rows_quarantined")
              + (hasCells ? row.<Long>getAs("cells_quarantined") : 0);
      if (aside > 0) {
        String source = row.getAs("source_id");
        out.put(
            ASIDE + source,
            String.format(
                Locale.ROOT,
                "source %s: %s were set aside, within the allowed share of %s; %s says why",
                source,
                all,
                row.<Double>getAs("max_quarantine_share"),
                quarantine));
      }
    }
    return out;
  }

  private static String part(Row row, String counted) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s",
        row.<Long>getAs(counted + "_quarantined"),
        row.<Long>getAs(counted + "_in"),
        counted);
  }

  /** The warnings of an account whose state has {@link #notes}. */
  public static List<Warning> warnings(Optional<TableState> now) {
    return now.stream()
        .flatMap(state -> state.notes().entrySet().stream())
        .filter(note -> note.getKey().startsWith(ASIDE))
        .map(note -> new Warning(Warning.Kind.QUARANTINED, note.getValue()))
        .toList();
  }

  /**
   * Adds the file that lost most and the share that it lost, and the check that no file lost more
   * than may be set aside: of a source of many files one may be lost as a whole and the share of
   * all be small.
   */
  public static TableSpec.Builder files(TableSpec.Builder account) {
    return account
        .optional(
            "worst_file",
            Type.STRING,
            "",
            "The file that lost the largest share of its rows, or of its cells")
        .optional("worst_file_share", Type.DOUBLE, "0-1", "That share; null where no row came in")
        .check(
            "share of rows and of cells quarantined in each file <= max-quarantine-share",
            "worst_file_share IS NULL OR worst_file_share <= max_quarantine_share");
  }

  /** What the account says of files that lost too much, for a message; empty where none did. */
  public static String lostFiles(Dataset<Row> account) {
    StringBuilder text = new StringBuilder();
    for (Row row :
        account
            .where(col("worst_file_share").gt(col("max_quarantine_share")))
            .orderBy("source_id")
            .limit(EXAMPLES)
            .select("source_id", "worst_file", "worst_file_share", "max_quarantine_share")
            .collectAsList()) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n"
                  + "  source %s, file %s: %.1f %% of its rows or cells are set aside, more than"
                  + " %.1f %%",
              row.get(0),
              row.get(1),
              100 * row.getDouble(2),
              100 * row.getDouble(3)));
    }
    return text.toString();
  }

  /**
   * The first few rows that were set aside, for a message.
   *
   * @param aside rows of a quarantine in the order in which they are named
   * @param cell what is said of the place beside file and line; text, not null
   */
  public static String examples(TableName quarantine, Dataset<Row> aside, Column cell) {
    StringBuilder text = new StringBuilder("; set aside, for example: ");
    for (Row row :
        aside
            .where(col("reason_code").notEqual(RowReasons.FOOTNOTE))
            .limit(EXAMPLES)
            .select(col("source_file"), col("row_number"), cell, col("reason"))
            .collectAsList()) {
      text.append("\n  %s line %s%s: %s".formatted(row.get(0), row.get(1), row.get(2), row.get(3)));
    }
    return text + "\n  correct the source or its max-quarantine-share; all are in " + quarantine;
  }
}
