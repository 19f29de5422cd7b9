package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.PostgresTarget;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * What the database says of its releases: {@code renxing.release}, a row each, and the views that
 * are the product's own, {@code renxing.published_view}. Several schemas of views may share it.
 */
final class Control {
  private static final String RELEASE = Database.name(PostgresTarget.CONTROL, "release");
  private static final String VIEW = Database.name(PostgresTarget.CONTROL, "published_view");

  private final Connection connection;
  private final PostgresTarget target;

  Control(Connection connection, PostgresTarget target) {
    this.connection = connection;
    this.target = target;
  }

  /** A release in the database that is not that of the views. */
  record Old(String releaseId, String schema, boolean wasPublished) {}

  /**
   * Keeps others from publishing to the same views for as long as the connection lasts.
   *
   * @throws RenxingException LOCKED where another does
   */
  void lock() throws SQLException {
    boolean isTaken =
        Database.texts(
                connection,
                "SELECT pg_try_advisory_lock(hashtext('renxing'), hashtext(?))",
                target.schema())
            .get(0)
            .equals("t");
    connection.commit();
    if (!isTaken) {
      throw new RenxingException(
          ErrorCode.LOCKED,
          "publish to PostgreSQL, "
              + target.url()
              + ": another process publishes to schema "
              + target.schema()
              + "; try again when it has ended");
    }
  }

  /** Makes the tables where they are missing. */
  void prepare() throws SQLException {
    if (Database.texts(connection, "SELECT to_regclass(?)::text", VIEW).get(0) == null) {
      Database.execute(
          connection,
          "SELECT pg_advisory_xact_lock(hashtext('renxing'))",
          "CREATE SCHEMA IF NOT EXISTS " + Database.name(PostgresTarget.CONTROL),
          "CREATE TABLE IF NOT EXISTS "
              + RELEASE
              + " (view_schema text, release_id text, schema_name text NOT NULL,"
              + " state text NOT NULL CHECK (state IN ('loading', 'ready', 'current', 'old')),"
              + " tables text[] NOT NULL, released_at timestamptz NOT NULL,"
              + " published_at timestamptz, PRIMARY KEY (view_schema, release_id))",
          "CREATE UNIQUE INDEX IF NOT EXISTS one_current_release ON "
              + RELEASE
              + " (view_schema) WHERE state = 'current'",
          "CREATE TABLE IF NOT EXISTS "
              + VIEW
              + " (view_schema text, view_name text, PRIMARY KEY (view_schema, view_name))",
          "COMMENT ON TABLE " + RELEASE + " IS 'Releases in this database; views show the current'",
          "COMMENT ON TABLE " + VIEW + " IS 'Views that each publish makes anew'");
    }
    connection.commit();
  }

  /** The release that the views show; empty before the first. */
  Optional<String> current() throws SQLException {
    return Database.texts(
            connection,
            "SELECT release_id FROM " + RELEASE + " WHERE view_schema = ? AND state = 'current'",
            target.schema())
        .stream()
        .findFirst();
  }

  /** Whether all tables of a release are there. */
  boolean isLoaded(String releaseId) throws SQLException {
    return !Database.texts(
            connection,
            "SELECT 1 FROM "
                + RELEASE
                + " WHERE view_schema = ? AND release_id = ? AND state <> 'loading'",
            target.schema(),
            releaseId)
        .isEmpty();
  }

  /** Notes that a release is being loaded, and makes its schema; both may be there already. */
  void begin(Releases.Release release) throws SQLException {
    String tables =
        release.tables().stream().map(TableName::name).collect(Collectors.joining(",", "{", "}"));
    Database.rows(
        connection,
        "INSERT INTO "
            + RELEASE
            + " VALUES (?, ?, ?, 'loading', ?::text[], ?::timestamptz, NULL)"
            + " ON CONFLICT (view_schema, release_id) DO NOTHING RETURNING 1",
        target.schema(),
        release.id(),
        target.schemaOf(release.id()),
        tables,
        release.publishedAt().toString());
    String schema = target.schemaOf(release.id());
    if (!Database.isThere(connection, schema)) {
      Database.execute(
          connection,
          "CREATE SCHEMA " + Database.name(schema),
          "COMMENT ON SCHEMA "
              + Database.name(schema)
              + " IS "
              + Database.text("Tables of release " + release.id()));
    }
    connection.commit();
  }

  /** Notes that all tables are there. */
  void ready(String releaseId) throws SQLException {
    Database.rows(
        connection,
        "UPDATE "
            + RELEASE
            + " SET state = 'ready' WHERE view_schema = ? AND release_id = ? AND state = 'loading'"
            + " RETURNING 1",
        target.schema(),
        releaseId);
    connection.commit();
  }

  /** Notes, in the transaction that is open, that the views show a release. */
  void current(String releaseId) throws SQLException {
    for (String before : current().stream().toList()) {
      state(before, "old");
    }
    state(releaseId, "current");
    Database.rows(
        connection,
        "UPDATE "
            + RELEASE
            + " SET published_at = now() WHERE view_schema = ? AND release_id = ? RETURNING 1",
        target.schema(),
        releaseId);
  }

  private void state(String releaseId, String state) throws SQLException {
    Database.rows(
        connection,
        "UPDATE " + RELEASE + " SET state = ? WHERE view_schema = ? AND release_id = ? RETURNING 1",
        state,
        target.schema(),
        releaseId);
  }

  /** The views that are the product's own. */
  List<String> views() throws SQLException {
    return Database.texts(
        connection,
        "SELECT view_name FROM " + VIEW + " WHERE view_schema = ? ORDER BY 1",
        target.schema());
  }

  /** Notes which these are, in the transaction that is open. */
  void views(Collection<String> names) throws SQLException {
    Database.rows(
        connection, "DELETE FROM " + VIEW + " WHERE view_schema = ? RETURNING 1", target.schema());
    for (String name : names) {
      Database.rows(
          connection, "INSERT INTO " + VIEW + " VALUES (?, ?) RETURNING 1", target.schema(), name);
    }
  }

  /** Releases that the views do not show, those that they showed last first. */
  List<Old> old() throws SQLException {
    return Database.rows(
            connection,
            "SELECT release_id, schema_name, published_at IS NOT NULL FROM "
                + RELEASE
                + " WHERE view_schema = ? AND state <> 'current'"
                + " ORDER BY published_at DESC NULLS LAST, release_id DESC",
            target.schema())
        .stream()
        .map(row -> new Old(row.get(0), row.get(1), row.get(2).equals("t")))
        .toList();
  }

  /** The tables that were to be loaded of a release. */
  List<String> tables(String releaseId) throws SQLException {
    return Database.texts(
        connection,
        "SELECT unnest(tables) FROM " + RELEASE + " WHERE view_schema = ? AND release_id = ?",
        target.schema(),
        releaseId);
  }

  /** Forgets a release, in the transaction that is open. */
  void forget(String releaseId) throws SQLException {
    Database.rows(
        connection,
        "DELETE FROM " + RELEASE + " WHERE view_schema = ? AND release_id = ? RETURNING 1",
        target.schema(),
        releaseId);
  }
}
