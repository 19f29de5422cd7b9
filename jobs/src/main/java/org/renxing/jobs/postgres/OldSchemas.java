package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.renxing.model.PostgresTarget;

/**
 * Drops schemas of releases that are kept no more, and of those whose loading was given up: their
 * own tables and nothing else, so that what others made of them, or put beside them, stays.
 */
final class OldSchemas {
  private final Connection connection;
  private final Control control;
  private final PostgresTarget target;
  private final Consumer<String> listener;

  OldSchemas(
      Connection connection, Control control, PostgresTarget target, Consumer<String> listener) {
    this.connection = connection;
    this.control = control;
    this.target = target;
    this.listener = listener;
  }

  /**
   * Drops what can be dropped.
   *
   * @return a line for each schema that stays
   */
  List<String> drop() throws SQLException {
    List<String> warnings = new ArrayList<>();
    int kept = 1; // that of the views
    for (Control.Old old : control.old()) {
      if (old.wasPublished() && kept < target.keep()) {
        kept++;
        continue;
      }
      listener.accept("drop schema " + old.schema());
      try {
        drop(old);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        if (!Database.isDependedOn(e) && !Database.isInUse(e)) {
          throw e;
        }
        warnings.add(
            "schema "
                + old.schema()
                + " of a release that is kept no more stays, since others use it ("
                + Database.message(e)
                + "); the next publish tries again");
      }
    }
    return warnings;
  }

  private void drop(Control.Old old) throws SQLException {
    String tables =
        control.tables(old.releaseId()).stream()
            .map(table -> Database.name(old.schema(), table))
            .collect(Collectors.joining(", "));
    if (Database.isThere(connection, old.schema())) {
      Database.execute(
          connection,
          "SET LOCAL lock_timeout = '2s'",
          "DROP TABLE IF EXISTS " + tables,
          "DROP SCHEMA " + Database.name(old.schema()));
    }
    control.forget(old.releaseId());
  }
}
