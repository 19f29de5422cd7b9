package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.renxing.model.PostgresTarget;
import org.renxing.model.RenxingException;

/**
 * Lets the views show another release, all of them in one transaction. Views are replaced and not
 * made anew, so that what others made of them stays, and so do their grants: columns keep their
 * places, and new ones go to the end. A view is made anew only where a column went or has another
 * type, which no view of others may depend on.
 */
final class ViewSwitch {
  /** Shorter than a deadlock is looked for: a reader never loses a query to a switch. */
  private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '200ms'";

  private static final int ATTEMPTS = 100;
  private static final long PAUSE_MILLIS = 300;
  private static final String GRANTS =
      """
      SELECT format('GRANT %s ON %s TO %s', a.privilege_type, c.oid::regclass,
        CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
      FROM pg_class c, aclexplode(c.relacl) a
      WHERE c.oid = ?::regclass AND a.grantee <> c.relowner
      """;

  private final Database database;
  private final Connection connection;
  private final Control control;
  private final Reading reading;
  private final Consumer<String> listener;
  private final PostgresTarget target;

  ViewSwitch(
      Database database,
      Connection connection,
      Control control,
      Reading reading,
      Consumer<String> listener) {
    this.database = database;
    this.connection = connection;
    this.control = control;
    this.reading = reading;
    this.listener = listener;
    this.target = database.target();
  }

  /**
   * Switches to a release whose tables are there. Readers are waited for, for a minute at most.
   *
   * @return what should be known
   * @throws RenxingException STORAGE where it cannot be done; the views are as they were
   */
  List<String> to(String releaseId) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        List<String> warnings = once(releaseId);
        listener.accept("commit switch");
        connection.commit();
        return warnings;
      } catch (SQLException e) {
        if (!Database.isInUse(e)) {
          throw e; // the transaction ends with the connection
        }
        connection.rollback();
        if (attempt == ATTEMPTS) {
          throw database.failed(
              "readers hold views of schema "
                  + target.schema()
                  + " in transactions that do not end ("
                  + Database.message(e)
                  + "); see pg_stat_activity, and publish again",
              e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> once(String releaseId) throws SQLException {
    if (!Database.isThere(connection, target.schema())) {
      Database.execute(connection, "CREATE SCHEMA " + Database.name(target.schema()));
    }
    Database.execute(connection, LOCK_TIMEOUT);
    Map<String, Relation> views = Relation.in(connection, target.schema());
    Map<String, Relation> tables = Relation.in(connection, target.schemaOf(releaseId));
    tables.keySet().retainAll(control.tables(releaseId));
    Collection<String> own = new TreeSet<>(control.views());
    own.retainAll(views.keySet());
    List<String> warnings = new ArrayList<>();
    for (Map.Entry<String, Relation> table : tables.entrySet()) {
      String name = table.getKey();
      listener.accept("view " + name);
      if (!views.containsKey(name)) {
        create(releaseId, name, table.getValue(), List.copyOf(table.getValue().columns().keySet()));
      } else if (own.contains(name)) {
        replace(releaseId, name, views.get(name), table.getValue());
      } else {
        throw database.failed(
            target.schema()
                + "."
                + name
                + " is there and was not made by the product; rename it, or publish to another"
                + " schema (publish.postgres.schema)",
            null);
      }
    }
    Collection<String> stay = new TreeSet<>(tables.keySet());
    for (String name : own) {
      if (!tables.containsKey(name) && !isGone(releaseId, name, views.get(name), warnings)) {
        stay.add(name);
      }
    }
    control.views(stay);
    control.current(releaseId);
    reading.grant(releaseId, List.copyOf(stay));
    return warnings;
  }

  private void create(String releaseId, String name, Relation table, List<String> columns)
      throws SQLException {
    String view = Database.name(target.schema(), name);
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE OR REPLACE VIEW "
            + view
            + " AS SELECT "
            + Database.names(columns)
            + " FROM "
            + Database.name(target.schemaOf(releaseId), name));
    statements.add("COMMENT ON VIEW " + view + " IS " + Database.text(table.comment()));
    table
        .columns()
        .forEach(
            (column, is) ->
                statements.add(
                    "COMMENT ON COLUMN "
                        + Database.name(target.schema(), name, column)
                        + " IS "
                        + Database.text(is.comment())));
    Database.execute(connection, statements);
  }

  private void replace(String releaseId, String name, Relation view, Relation table)
      throws SQLException {
    if (view.isWithin(table)) {
      create(releaseId, name, table, view.extendedBy(table));
      return;
    }
    String known = Database.name(target.schema(), name);
    List<String> grants = Database.texts(connection, GRANTS, known);
    try {
      Database.execute(connection, "DROP VIEW " + known);
    } catch (SQLException e) {
      if (Database.isDependedOn(e)) {
        throw needed(releaseId, name, e);
      }
      throw e;
    }
    create(releaseId, name, table, List.copyOf(table.columns().keySet()));
    Database.execute(connection, grants);
  }

  private RenxingException needed(String releaseId, String name, SQLException e) {
    return database.failed(
        "release "
            + releaseId
            + " has not all columns of view "
            + target.schema()
            + "."
            + name
            + " as they were, and others depend on it ("
            + Database.message(e)
            + "); the views show the release before. Drop or change what depends on it, and publish"
            + " again",
        e);
  }

  /** Whether a view of a table that the release does not have could go; else it shows no row. */
  private boolean isGone(String releaseId, String name, Relation view, List<String> warnings)
      throws SQLException {
    listener.accept("drop view " + name);
    String known = Database.name(target.schema(), name);
    Savepoint before = connection.setSavepoint();
    try {
      Database.execute(connection, "DROP VIEW " + known);
      return true;
    } catch (SQLException e) {
      if (!Database.isDependedOn(e)) {
        throw e;
      }
      connection.rollback(before);
      String columns =
          view.columns().entrySet().stream()
              .map(c -> "NULL::" + c.getValue().type() + " AS " + Database.name(c.getKey()))
              .collect(Collectors.joining(", "));
      Database.execute(
          connection, "CREATE OR REPLACE VIEW " + known + " AS SELECT " + columns + " WHERE false");
      warnings.add(
          "release "
              + releaseId
              + " has no table "
              + name
              + "; view "
              + target.schema()
              + "."
              + name
              + " stays without rows, since others depend on it ("
              + Database.message(e)
              + ")");
      return false;
    }
  }
}
