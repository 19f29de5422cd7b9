package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renxing.model.PostgresTarget;

/**
 * What the role of readers may do: read the views, and the tables of the releases that are kept.
 */
final class Reading {
  private final Connection connection;
  private final PostgresTarget target;

  Reading(Connection connection, PostgresTarget target) {
    this.connection = connection;
    this.target = target;
  }

  /**
   * Makes the role where it is missing.
   *
   * @return a warning where it may not be made
   */
  Optional<String> prepare() throws SQLException {
    if (target.role().isEmpty() || isRole(target.role().get())) {
      return Optional.empty();
    }
    String role = target.role().get();
    String own = "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user";
    if (Database.texts(connection, own).contains("t")) {
      Database.execute(connection, "CREATE ROLE " + Database.name(role) + " NOLOGIN");
      connection.commit();
      return Optional.empty();
    }
    return Optional.of(
        "role "
            + role
            + " is not there, and the user of publish.postgres may make none: CREATE ROLE "
            + Database.name(role)
            + ", and publish again");
  }

  /** Lets the role read, in the transaction that is open. */
  void grant(String releaseId, List<String> views) throws SQLException {
    if (target.role().isEmpty() || !isRole(target.role().get())) {
      return;
    }
    String to = " TO " + Database.name(target.role().get());
    String release = Database.name(target.schemaOf(releaseId));
    String control = Database.name(PostgresTarget.CONTROL);
    List<String> out = new ArrayList<>();
    for (String schema : List.of(control, Database.name(target.schema()), release)) {
      out.add("GRANT USAGE ON SCHEMA " + schema + to);
    }
    out.add("GRANT SELECT ON ALL TABLES IN SCHEMA " + control + ", " + release + to);
    for (String view : views) {
      out.add("GRANT SELECT ON " + Database.name(target.schema(), view) + to);
    }
    Database.execute(connection, out);
  }

  private boolean isRole(String role) throws SQLException {
    String query = "SELECT 1 FROM pg_roles WHERE rolname = ?";
    return !Database.texts(connection, query, role).isEmpty();
  }
}
