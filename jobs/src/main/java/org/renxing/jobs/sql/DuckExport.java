package org.renxing.jobs.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.StructField;
import org.renxing.jobs.output.TemporaryFolder;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeCatalogue;
import org.renxing.lake.PinnedTable;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * Writes tables of a release by DuckDB in this JVM, without a session of Spark: each to a file of
 * Parquet, or all into one database. Rows are in the order of their columns, nulls first.
 */
public final class DuckExport implements AutoCloseable {
  /** The name of the file's database while it is written. */
  private static final String MADE = "made";

  private final Releases.Release release;
  private final Optional<String> scenario;
  private final LakeCatalogue catalogue;
  private final TemporaryFolder temporary;
  private final DuckViews views;
  private final Set<TableName> opened = new HashSet<>();
  private final DuckDatabase database;

  /**
   * Reads a release.
   *
   * @param scenario the only scenario to be written; empty for all rows
   */
  public DuckExport(Lake lake, Releases.Release release, Optional<String> scenario) {
    this.release = release;
    this.scenario = scenario;
    this.catalogue = new LakeCatalogue(lake, Optional.of(release));
    this.temporary = TemporaryFolder.open();
    this.views = new DuckViews(lake.files().hadoop(), temporary);
    this.database = doing(() -> DuckDatabase.open(temporary.path().resolve("spill")));
  }

  /** Writes the rows of a table to a file of Parquet, and returns how many there are. */
  public long parquet(TableName table, Path file) {
    return doing(
        () -> {
          String path = DuckDatabase.text(file.toString());
          database.run(
              "COPY (" + rows(opened(table)) + ") TO " + path + " (FORMAT parquet, CODEC zstd)");
          return count("read_parquet(" + path + ")");
        });
  }

  /**
   * Writes tables into a new file of DuckDB's, in the schema gold, with comments on tables and
   * columns; {@code gold.exported_release} says which release it is. Returns how many rows there
   * are in all.
   */
  public long database(List<TableName> tables, Path file) {
    return doing(
        () -> {
          database.run("ATTACH " + DuckDatabase.text(file.toString()) + " AS " + MADE);
          database.run("CREATE SCHEMA " + MADE + ".gold");
          long rows = 0;
          for (TableName table : tables) {
            rows += copy(opened(table));
          }
          describeRelease();
          database.run("DETACH " + MADE); // which writes all of it to the file
          return rows;
        });
  }

  private long copy(PinnedTable table) throws SQLException {
    String made = MADE + "." + sql(table.name());
    database.run("CREATE TABLE " + made + " AS " + rows(table));
    Optional<String> grain = catalogue.comment(table.name());
    if (grain.isPresent()) {
      comment("TABLE " + made, grain.get());
    }
    for (StructField field : table.schema().fields()) {
      if (field.getComment().isDefined()) {
        comment("COLUMN " + made + "." + DuckViews.quoted(field.name()), field.getComment().get());
      }
    }
    return count(made);
  }

  private void describeRelease() throws SQLException {
    String made = MADE + ".gold.exported_release";
    database.run(
        "CREATE TABLE "
            + made
            + " AS SELECT "
            + DuckDatabase.text(release.id())
            + " AS release_id, TIMESTAMP " // with a zone, Python would need pytz
            + DuckDatabase.text(
                LocalDateTime.ofInstant(release.publishedAt(), ZoneOffset.UTC).toString())
            + " AS published_at, "
            + DuckDatabase.text(scenario.orElse("all"))
            + " AS scenario_id");
    comment("TABLE " + made, "The release of Renxing that this file holds");
    comment("COLUMN " + made + ".release_id", "Id of the release");
    comment("COLUMN " + made + ".published_at", "When it was published, in UTC");
    comment("COLUMN " + made + ".scenario_id", "The scenario whose rows are here, or all");
  }

  private void comment(String on, String text) throws SQLException {
    database.run("COMMENT ON " + on + " IS " + DuckDatabase.text(text));
  }

  /** The table with its view, which is made once. */
  private PinnedTable opened(TableName name) throws SQLException {
    PinnedTable table = catalogue.open(name);
    if (opened.add(name)) {
      views.create(database, table);
    }
    return table;
  }

  private String rows(PinnedTable table) {
    boolean isByScenario = List.of(table.schema().fieldNames()).contains("scenario_id");
    String only =
        scenario
            .filter(id -> isByScenario)
            .map(id -> " WHERE scenario_id = " + DuckDatabase.text(id))
            .orElse("");
    return "SELECT * FROM " + sql(table.name()) + only + " ORDER BY ALL";
  }

  private static String sql(TableName table) {
    return table.layer() + "." + DuckViews.quoted(table.name());
  }

  private long count(String from) throws SQLException {
    return database.answer(
        "SELECT count(*) FROM " + from,
        answer -> ((Number) answer.rows().next().get(0)).longValue());
  }

  @Override
  public void close() {
    try (temporary) {
      doing(
          () -> {
            database.close();
            return 0;
          });
    }
  }

  private interface Step<T> {
    T run() throws SQLException;
  }

  private static <T> T doing(Step<T> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          "export: DuckDB: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"),
          e);
    }
  }
}
