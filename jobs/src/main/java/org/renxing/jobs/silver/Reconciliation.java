package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
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
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.run.Warning;

/**
 * The account of each source: what came in equals what is used plus what was set aside, counted
 * from the stored tables; and not too much was set aside.
 */
public abstract class Reconciliation extends ReceivedTask {
  private static final int EXAMPLES = 5;
  private static final String ASIDE = "set aside of ";

  private final TableName quarantine;
  private final SharedKey<List<Row>> account;

  /**
   * An account.
   *
   * @param quarantine where all is that was set aside
   * @param others tables that it reads too
   */
  protected Reconciliation(
      TableName quarantine, List<SourceSpec> received, List<TableName> others) {
    super(received, others);
    this.quarantine = quarantine;
    this.account = new SharedKey<>("account of " + quarantine, "");
  }

  /** The rows, counted. */
  protected abstract List<Row> counted(Inputs inputs);

  private List<Row> account(Inputs inputs) {
    return inputs.shared(account, () -> counted(inputs));
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return new TableRows.Held(shape(), account(inputs));
  }

  /**
   * A row of the account.
   *
   * @param first its first cells
   * @param last its last cells
   */
  protected Row row(SourceSpec source, SourceCounts counts, List<Object> first, List<Object> last) {
    List<Object> out = new ArrayList<>(first);
    Optional<FileCounts.Loss> worst = counts.worst();
    out.add(source.maxQuarantineShare());
    out.add(source.isSimulated());
    out.add(worst.map(FileCounts.Loss::file).orElse(null));
    out.add(worst.map(FileCounts.Loss::share).orElse(null));
    out.addAll(last);
    return new GenericRowWithSchema(out.toArray(), shape());
  }

  /**
   * What is stored as set aside.
   *
   * @param label the column that names the cell; empty where only whole rows are set aside
   */
  protected static TableRecords<Tally> aside(TableName quarantine, String label) {
    List<String> columns = new ArrayList<>(List.of("source_id", "source_file", "reason_code"));
    if (!label.isEmpty()) {
      columns.add(label);
    }
    return TableRecords.of(
        quarantine,
        columns,
        row -> {
          String of = label.isEmpty() ? "" : row.text(label);
          Tally.Place place = new Tally.Place(row.text("source_id"), row.text("source_file"), of);
          return new Tally(place, Tally.Kind.aside(of, row.text("reason_code")));
        });
  }

  /**
   * Starts the account of rows.
   *
   * @param valid what rows are valid
   * @param aside what rows are set aside
   */
  protected static TableSpec.Builder rowsOf(TableSpec.Builder account, String valid, String aside) {
    return account
        .required("rows_in", Type.LONG, "rows", "Rows that the files of the source hold")
        .required("rows_valid", Type.LONG, "rows", valid)
        .required("rows_quarantined", Type.LONG, "rows", aside)
        .required("rows_noted", Type.LONG, "rows", "Notes below tables: kept, and no data");
  }

  /** Adds what may be lost, and the check that no row that came in is lost without a word. */
  protected static TableSpec.Builder balance(TableSpec.Builder account) {
    return account
        .required("max_quarantine_share", Type.DOUBLE, "0-1", "Largest share that may be set aside")
        .required("is_simulated", Type.BOOLEAN, "", "Whether the figures are made up")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .check(
            "rows in = rows valid + rows quarantined + notes",
            "rows_in = rows_valid + rows_quarantined + rows_noted");
  }

  /**
   * The check that not more than the source's max-quarantine-share was set aside.
   *
   * @param counted rows or cells
   */
  protected static UnaryOperator<TableSpec.Builder> limit(String counted) {
    return account ->
        account.check(
            "share of " + counted + " quarantined <= max-quarantine-share",
            "%1$s_in = 0 OR %1$s_quarantined <= max_quarantine_share * %1$s_in".formatted(counted));
  }

  /** What was set aside of each source, in words. */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Map<String, String> out = new TreeMap<>();
    for (Row row : account(inputs)) {
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

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    return noted(now, ASIDE, Warning.Kind.QUARANTINED);
  }

  /**
   * Adds the file that lost most and the share that it lost, and the check that no file lost more
   * than may be set aside: of a source of many files one may be lost as a whole and the share of
   * all be small.
   */
  protected static TableSpec.Builder files(TableSpec.Builder account) {
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

  /**
   * What is said where the account breaks a check.
   *
   * @param cell what is said of the place of a row beside file and line; text, not null
   * @param order columns by which rows that were set aside are named
   */
  protected String explained(Inputs inputs, Column cell, String... order) {
    Column[] by = Arrays.stream(order).map(name -> col(name)).toArray(Column[]::new);
    return lostFiles(inputs.lake().read(spec().name()))
        + examples(quarantine, inputs.read(quarantine).orderBy(by), cell)
        + super.explain(inputs);
  }

  /** What the account says of files that lost too much, for a message; empty where none did. */
  private static String lostFiles(Dataset<Row> account) {
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
  static String examples(TableName quarantine, Dataset<Row> aside, Column cell) {
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
