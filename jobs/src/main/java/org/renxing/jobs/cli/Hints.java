package org.renxing.jobs.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.renxing.lake.Releases;
import org.renxing.model.TableName;

/** Questions to begin with, which a release has answers to. */
final class Hints {
  private static final String BEST_COORDINATED =
      "SELECT unit_name, year, s, e, d, coordination_level FROM gold.coupling_unit_year"
          + " WHERE scenario_id = '%s' ORDER BY d DESC LIMIT 10";
  private static final String HIGHEST_SCORES =
      "SELECT unit_name, year, scheme, score, rank FROM gold.index_score_unit_year"
          + " WHERE scenario_id = '%s' AND system = 'overall' ORDER BY score DESC LIMIT 10";

  private Hints() {}

  /**
   * Commands to try next.
   *
   * @param options that lead to the lake of the release, each with a blank before it
   */
  static String text(Optional<Releases.Release> release, String options) {
    String first =
        largest(release, "coupling_unit_year")
            .map(BEST_COORDINATED::formatted)
            .or(() -> largest(release, "index_score_unit_year").map(HIGHEST_SCORES::formatted))
            .orElse("SELECT * FROM silver.source_account");
    List<String> commands =
        List.of(
            "sql" + options + " \"" + first + "\"",
            "sql" + options + " \"SHOW TABLES IN gold\"",
            "sql" + options + " --shell",
            "runs" + options);
    return "Try next:\n  bin/renxing " + String.join("\n  bin/renxing ", commands);
  }

  /** The scenario with the most rows of a table; empty where none has any. */
  private static Optional<String> largest(Optional<Releases.Release> release, String table) {
    return release.stream()
        .flatMap(r -> r.entries().stream())
        .filter(e -> e.table().equals(TableName.gold(table)) && e.rows() > 0)
        .max(
            Comparator.comparingLong(Releases.Entry::rows)
                .thenComparing(Releases.Entry::scenario, Comparator.reverseOrder()))
        .map(Releases.Entry::scenario);
  }
}
