package org.renxing.jobs.diff;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.ConfigurationLog;
import org.renxing.run.RunLog;

/**
 * The run that published a release, as far as the lake tells.
 *
 * @param releasedAt when, UTC
 * @param codeVersion version of the product
 * @param configurationHash of its configuration; empty where the run is not recorded
 * @param notRead what of it the lake can no longer tell, with the reason
 * @param sources version of the bronze table of each source that the run read or found unchanged
 */
record Origin(
    String runId,
    String releasedAt,
    String codeVersion,
    String configurationHash,
    SortedMap<TableName, Long> sources,
    List<String> notRead) {

  /** Reads what is known; the release is there. */
  static Origin of(Lake lake, Releases.Release release) {
    List<String> notRead = new ArrayList<>();
    return rows(lake, Releases.SPEC, notRead).stream()
        .filter(row -> release.id().equals(row.getAs("release_id")))
        .findFirst()
        .map(row -> of(lake, row, notRead))
        .orElseGet(() -> new Origin("", "", "", "", new TreeMap<>(), notRead));
  }

  private static Origin of(Lake lake, Row released, List<String> notRead) {
    String run = released.getAs("run_id");
    String hash =
        rows(lake, RunLog.RUN, notRead).stream()
            .filter(row -> run.equals(row.getAs("run_id")))
            .map(row -> row.<String>getAs("configuration_hash"))
            .findFirst()
            .orElse("");
    return new Origin(
        run,
        released.<Timestamp>getAs("released_at").toInstant().toString(),
        released.getAs("code_version"),
        hash,
        sources(lake, run, notRead),
        notRead);
  }

  private static SortedMap<TableName, Long> sources(Lake lake, String run, List<String> notRead) {
    SortedMap<TableName, Long> out = new TreeMap<>();
    for (Row row : rows(lake, RunLog.STEP, notRead)) {
      TableName table = TableName.parse(row.getAs("step"));
      Long version = row.getAs("output_version");
      if (run.equals(row.getAs("run_id")) && table.layer().equals("bronze") && version != null) {
        out.put(table, version);
      }
    }
    return out;
  }

  /** The rows of a small table; none where it is not there, damaged, or too large to hold. */
  private static List<Row> rows(Lake lake, TableSpec spec, List<String> notRead) {
    try {
      return lake.isThere(spec.name())
          ? lake.few(spec).map(TableRows.Held::rows).orElse(List.of())
          : List.of();
    } catch (RenxingException e) {
      notRead.add(unlessStorage(e));
      return List.of();
    }
  }

  /** Why something cannot be read; any other error goes on. */
  static String unlessStorage(RenxingException error) {
    if (error.code() != ErrorCode.STORAGE) {
      throw error;
    }
    return error.getMessage();
  }

  /** The configuration of the run; empty where it is not kept. */
  Optional<SortedMap<String, String>> configuration(Lake lake) {
    try {
      return ConfigurationLog.find(lake, configurationHash);
    } catch (RenxingException e) {
      notRead.add(unlessStorage(e));
      return Optional.empty();
    }
  }
}
