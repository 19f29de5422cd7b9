package org.renxing.jobs.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/**
 * Checks that the keys of tables are unique: one pass over hashes of the keys of all tables, and a
 * second look, at real keys, only where two hashes meet.
 */
final class KeyAudit {
  private static final int SHOWN = 3;

  private KeyAudit() {}

  static void pass(List<TableSpec> tables, Inputs inputs) {
    Dataset<Row> hashes = null;
    for (TableSpec spec : tables) {
      Dataset<Row> of =
          inputs
              .read(spec.name())
              .select(
                  lit(spec.name().toString()).as("table_name"), xxhash64(keys(spec)).as("hash"));
      hashes = hashes == null ? of : hashes.unionByName(of);
    }
    if (hashes == null) {
      return;
    }
    List<String> suspects =
        hashes
            .groupBy("table_name", "hash")
            .agg(count(lit(1)).as("n"))
            .where(col("n").gt(1))
            .select("table_name")
            .distinct()
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList();
    List<String> problems = new ArrayList<>();
    tables.stream()
        .filter(spec -> suspects.contains(spec.name().toString()))
        .forEach(spec -> problems.addAll(duplicates(spec, inputs.lake())));
    if (!problems.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, String.join("\n", problems));
    }
  }

  private static List<String> duplicates(TableSpec spec, Lake lake) {
    return lake
        .read(spec.name())
        .groupBy(keys(spec))
        .agg(count(lit(1)).as("n"))
        .where(col("n").gt(1))
        .limit(SHOWN)
        .collectAsList()
        .stream()
        .map(
            row ->
                spec.name()
                    + ": the key "
                    + spec.keys()
                    + " is not unique: "
                    + row.mkString(", ")
                    + " rows")
        .toList();
  }

  private static Column[] keys(TableSpec spec) {
    return Arrays.stream(spec.keys().toArray(String[]::new))
        .map(c -> col(c))
        .toArray(Column[]::new);
  }
}
