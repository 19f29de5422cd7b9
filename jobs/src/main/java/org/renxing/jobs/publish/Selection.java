package org.renxing.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renxing.lake.Releases;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * What of a release is exported.
 *
 * @param scenario scenario id, or {@code all}
 * @param isEvery whether it is every table of the release
 */
record Selection(
    Releases.Release release, String scenario, List<TableName> tables, boolean isEvery) {
  Selection {
    tables = List.copyOf(tables);
  }

  /**
   * Tables of a release.
   *
   * @param tables with or without {@code gold.}; {@code all} for every table of the release
   * @throws RenxingException USAGE where the release holds no such table or scenario
   */
  static Selection of(Releases.Release release, String scenario, List<String> tables) {
    List<String> known =
        release.entries().stream().map(Releases.Entry::scenario).distinct().sorted().toList();
    if (!known.contains(scenario)) {
      throw missing(release, "scenario " + scenario, known);
    }
    return tables.contains("all")
        ? new Selection(release, scenario, release.tables(), true)
        : new Selection(release, scenario, named(release, tables), false);
  }

  private static List<TableName> named(Releases.Release release, List<String> tables) {
    List<TableName> out = new ArrayList<>();
    for (String text : tables) {
      TableName table = text.contains(".") ? TableName.parse(text) : TableName.gold(text);
      if (release.version(table).isEmpty()) {
        List<String> known = release.tables().stream().map(TableName::name).toList();
        throw missing(release, "table " + table, known);
      }
      if (!out.contains(table)) {
        out.add(table);
      }
    }
    return out;
  }

  private static RenxingException missing(
      Releases.Release release, String what, List<String> known) {
    return new RenxingException(
        ErrorCode.USAGE,
        "export: release "
            + release.id()
            + " holds no "
            + what
            + "; it holds "
            + String.join(", ", known));
  }

  /** The only scenario whose rows are wanted; empty for all rows. */
  Optional<String> only() {
    return scenario.equals(TableState.WHOLE) ? Optional.empty() : Optional.of(scenario);
  }

  /** How many of a table's rows are wanted, as the release has it on record. */
  long rows(TableName table) {
    return release.entries().stream()
        .filter(e -> e.table().equals(table))
        .filter(e -> only().isEmpty() || List.of(scenario, TableState.WHOLE).contains(e.scenario()))
        .mapToLong(Releases.Entry::rows)
        .sum();
  }

  /** The same of other tables. */
  Selection with(List<TableName> others) {
    return new Selection(release, scenario, others, false);
  }
}
