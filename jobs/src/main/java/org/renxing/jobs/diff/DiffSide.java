package org.renxing.jobs.diff;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.jobs.console.Workspace;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.RowReader;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * One of two things that are compared: a release of a lake, or one scenario of it.
 *
 * @param scenario the scenario that alone is compared; empty for the whole release
 */
public record DiffSide(Lake lake, Releases.Release release, Optional<String> scenario) {
  private static final String RELEASE = "r\\d{5}(-[0-9a-f]*)?";
  private static final String SCENARIO = "scenario:";
  private static final String URI = "[A-Za-z][A-Za-z0-9+.-]+:.*";

  /**
   * Reads an argument: {@code r00001}, a whole id or a name is a release of the lake in use, {@code
   * scenario:ID} a scenario of its newest release, and anything else the folder or URI of a lake,
   * of which the newest release is meant.
   *
   * @throws RenxingException USAGE where there is no such thing
   */
  public static DiffSide of(String text, Workspace workspace) {
    if (text.startsWith(SCENARIO)) {
      Releases.Release newest = new Releases(workspace.lake()).requireNewest();
      String scenario = text.substring(SCENARIO.length());
      List<String> known =
          newest.entries().stream()
              .map(Releases.Entry::scenario)
              .filter(id -> !id.equals(TableState.WHOLE))
              .distinct()
              .sorted()
              .toList();
      if (!known.contains(scenario)) {
        throw usage(text, "release " + newest.id() + " holds the scenarios ", known);
      }
      return new DiffSide(workspace.lake(), newest, Optional.of(scenario));
    }
    Releases releases = new Releases(workspace.lake());
    if (text.matches(RELEASE) || releases.find(text).isPresent()) {
      return new DiffSide(workspace.lake(), releases.require(text), Optional.empty());
    }
    String path = text.matches(URI) ? text : Path.of(text).toAbsolutePath().normalize().toString();
    Lake lake = workspace.lake(path);
    return new DiffSide(lake, new Releases(lake).requireNewest(), Optional.empty());
  }

  private static RenxingException usage(String text, String what, List<String> known) {
    return new RenxingException(
        ErrorCode.USAGE, "diff " + text + ": " + what + String.join(", ", known));
  }

  /** Tables of the release; those that are by scenario, where only one is compared. */
  List<TableName> tables() {
    return release.tables().stream().filter(t -> scenario.isEmpty() || isByScenario(t)).toList();
  }

  private boolean isByScenario(TableName table) {
    return release.entries().stream()
        .anyMatch(e -> e.table().equals(table) && e.scenario().equals(scenario.orElseThrow()));
  }

  /** The rows of a table; empty where it does not have that table. */
  Optional<RowReader> reader(TableName table) {
    if (table.equals(ReleasedParts.TABLE)) {
      return Optional.of(new ReleasedParts(release));
    }
    return tables().contains(table) ? new Releases(lake).reader(release, table) : Optional.empty();
  }

  /** How many rows the release says that a table has. */
  long rows(TableName table) {
    return release.entries().stream()
        .filter(e -> e.table().equals(table))
        .filter(e -> scenario.isEmpty() || e.scenario().equals(scenario.get()))
        .mapToLong(Releases.Entry::rows)
        .sum();
  }

  /** Key columns of tables by the name of the table, as the data dictionary has them. */
  TreeMap<String, List<String>> keys() {
    TableName dictionary = TableName.gold("data_dictionary");
    TreeMap<String, TreeMap<Integer, String>> found = new TreeMap<>();
    new Releases(lake)
        .reader(release, dictionary)
        .ifPresent(
            reader ->
                reader.forEach(
                    Optional.empty(),
                    row -> {
                      if (row.<Boolean>getAs("is_key")) {
                        found
                            .computeIfAbsent(row.getAs("table_name"), name -> new TreeMap<>())
                            .put(row.getAs("position"), row.getAs("column_name"));
                      }
                    }));
    TreeMap<String, List<String>> out = new TreeMap<>();
    found.forEach((table, columns) -> out.put(table, List.copyOf(columns.values())));
    return out;
  }
}
