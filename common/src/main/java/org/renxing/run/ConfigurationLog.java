package org.renxing.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/** The configurations that runs had, each kept once: {@code ops.run} names them by their hash. */
public final class ConfigurationLog {
  /** One row a configuration. */
  public static final TableSpec SPEC =
      TableSpec.of(
              new TableName("ops", "configuration"),
              "One row a configuration that a run had, whichever runs had it")
          .key("configuration_hash", Type.STRING, "Hash of the merged configuration, as in ops.run")
          .required("first_run_id", Type.STRING, "", "Run that had it first")
          .required(
              "settings",
              Type.STRING_MAP,
              "",
              "Key to value, in HOCON, of the merged configuration; *** for a secret, ${home} for"
                  + " the home folder")
          .build();

  private ConfigurationLog() {}

  /** Keeps a configuration, unless it is kept already. */
  public static void keep(Lake lake, String hash, Map<String, String> settings, String runId) {
    if (find(lake, hash).isEmpty()) {
      TableRows.Held row =
          new TableRows.Held(
              TableShape.of(SPEC), List.of(RowFactory.create(hash, runId, settings)));
      lake.append(SPEC, new Lake.Part(row, ""), runId, Map.of());
    }
  }

  /** A configuration by its hash; empty where it is not kept. */
  public static Optional<SortedMap<String, String>> find(Lake lake, String hash) {
    if (!lake.isThere(SPEC.name())) {
      return Optional.empty();
    }
    return lake.few(SPEC).stream()
        .flatMap(rows -> rows.rows().stream())
        .filter(row -> hash.equals(row.getAs("configuration_hash")))
        .findFirst()
        .map(row -> new TreeMap<>(row.<Map<String, String>>getAs("settings")));
  }
}
