package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.IndicatorTable;
import org.renxing.index.Magnitude;
import org.renxing.index.normalise.Normaliser;
import org.renxing.index.weigh.WeightReasons;
import org.renxing.index.weigh.Weights;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightScheme;

/** From checked cells to normalised indicators and their weights. */
final class Chain {
  private static final int NAMED = 10;

  private final UnitTable table;
  private final IndexSystem indexSystem;

  Chain(UnitTable table, IndexSystem indexSystem) {
    this.table = table;
    this.indexSystem = indexSystem;
  }

  /**
   * unit_id, year, indicator_code, value, normalised and what else {@link Normaliser} adds; kept in
   * memory.
   *
   * @param columns the columns of the file that {@code value} reads
   * @param value an indicator's value over {@link UnitTable#numbers}
   */
  Dataset<Row> normalised(
      Normalisation normalisation, Set<String> columns, Function<Indicator, Column> value) {
    Column cells =
        array(
            indexSystem.indicators().stream()
                .map(i -> struct(lit(i.code()).as("indicator_code"), value.apply(i).as("value")))
                .toArray(Column[]::new));
    Dataset<Row> values = table.numbers(columns).select(col("unit_id"), col("year"), inline(cells));
    requireMagnitude(values);
    return new Normaliser(normalisation)
        .apply(values, IndicatorTable.of(table.spark(), indexSystem), Optional.empty())
        .persist();
  }

  /** Names the cells that are too large for ranges and means. */
  private void requireMagnitude(Dataset<Row> values) {
    List<String> problems = Magnitude.beyond(values, NAMED).stream().map(this::tooLarge).toList();
    if (!problems.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, String.join("\n", problems));
    }
  }

  private String tooLarge(Row cell) {
    String year = table.file().keys().size() == 2 ? ", " + cell.getInt(1) : "";
    return "%s: %s%s, column %s: %s is beyond %s, where the range of a column overflows; correct it, or state the column in a larger unit of measure"
        .formatted(
            table.file().name(),
            cell.getString(0),
            year,
            cell.getString(2),
            cell.getDouble(3),
            Magnitude.LIMIT);
  }

  /**
   * The weights, computed, in the order of the indicators and years.
   *
   * @throws RenxingException DATA_CHECK where one is undefined, with the reason
   */
  List<Row> weights(Dataset<Row> lazy) {
    List<String> codes = indexSystem.indicators().stream().map(Indicator::code).toList();
    List<Row> rows =
        lazy.collectAsList().stream()
            .sorted(
                Comparator.comparing((Row r) -> codes.indexOf(r.<String>getAs("indicator_code")))
                    .thenComparing(r -> r.<Integer>getAs("year")))
            .toList();
    Set<String> reasons = new TreeSet<>();
    for (Row row : rows) {
      String reason = row.getAs("reason");
      if (row.isNullAt(row.fieldIndex("global_weight"))
          && !WeightReasons.CONSEQUENCE.equals(reason)) {
        int year = row.<Integer>getAs("year");
        reasons.add(
            "%s: no weight of %s%s: %s"
                .formatted(
                    table.file().name(),
                    row.<String>getAs("indicator_code"),
                    year == 0 ? "" : " in " + year,
                    WeightReasons.inWords(reason)));
      }
    }
    if (!reasons.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, String.join("\n", reasons));
    }
    return rows;
  }

  /** The weights of one scheme, lazily. */
  Dataset<Row> weigh(Dataset<Row> normalised, WeightScheme scheme) {
    return new Weights(indexSystem).of(normalised, List.of(scheme), Map.of());
  }
}
