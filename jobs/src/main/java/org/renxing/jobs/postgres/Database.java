package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.renxing.model.ErrorCode;
import org.renxing.model.PostgresTarget;
import org.renxing.model.RenxingException;

/** Connections to the database, and its errors as those of the product. */
final class Database {
  private static final String DEPENDENT_OBJECTS = "2BP01";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";

  private final PostgresTarget target;

  Database(PostgresTarget target) {
    this.target = target;
  }

  PostgresTarget target() {
    return target;
  }

  /** A connection that commits when it is told to, and looks for no name in any schema. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    target.user().ifPresent(user -> properties.setProperty("user", user));
    target.password().ifPresent(p -> properties.setProperty("password", p.reveal()));
    properties.setProperty("ApplicationName", "renxing");
    properties.setProperty("tcpKeepAlive", "true");
    Connection out = new Driver().connect(target.url(), properties);
    if (out == null) { // the driver's way to say that the URL is none of its own
      throw new SQLException("publish.postgres.url is none that the driver can read");
    }
    try {
      out.setAutoCommit(false);
      execute(out, "SET search_path = ''", "SET client_min_messages = warning");
      out.commit();
      return out;
    } catch (SQLException e) {
      out.close();
      throw e;
    }
  }

  /** Statements, sent together. */
  static void execute(Connection connection, List<String> statements) throws SQLException {
    if (!statements.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(String.join(";\n", statements));
      }
    }
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    execute(connection, List.of(statements));
  }

  /** The rows of an answer, each as texts; null for null. */
  static List<List<String>> rows(Connection connection, String query, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<List<String>> out = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          String[] row = new String[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = result.getString(i + 1);
          }
          out.add(Arrays.asList(row));
        }
      }
      return out;
    }
  }

  /** The first column of an answer. */
  static List<String> texts(Connection connection, String query, String... parameters)
      throws SQLException {
    return rows(connection, query, parameters).stream().map(row -> row.get(0)).toList();
  }

  /** Whether there is a schema. */
  static boolean isThere(Connection connection, String schema) throws SQLException {
    String query = "SELECT 1 FROM pg_namespace WHERE nspname = ?";
    return !texts(connection, query, schema).isEmpty();
  }

  /** A name as SQL has it, such as {@code "gold"."dim_unit"}. */
  static String name(String... parts) {
    return Arrays.stream(parts)
        .map(part -> '"' + part.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }

  /** Names in a row. */
  static String names(List<String> columns) {
    return columns.stream().map(Database::name).collect(Collectors.joining(", "));
  }

  /** A text as SQL has it. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Whether others would lose what they made of a table or view. */
  static boolean isDependedOn(SQLException e) {
    return DEPENDENT_OBJECTS.equals(e.getSQLState());
  }

  /** Whether someone reads what was to be locked. */
  static boolean isInUse(SQLException e) {
    return LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState());
  }

  /** What the database says, in a line. */
  static String message(SQLException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("Hint: Use DROP")) // CASCADE takes others' views along
        .collect(Collectors.joining("; "));
  }

  /** The error of a publish that could not be done. */
  RenxingException error(SQLException e) {
    return failed(message(e), e);
  }

  /** The same, in words of the product. */
  RenxingException failed(String why, Exception cause) {
    return new RenxingException(
        ErrorCode.STORAGE, "publish to PostgreSQL, " + target.url() + ": " + why, cause);
  }
}
