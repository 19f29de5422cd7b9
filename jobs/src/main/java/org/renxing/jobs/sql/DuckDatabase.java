package org.renxing.jobs.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import org.renxing.lake.LakeCatalogue;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A database of DuckDB in memory, for one question: views over files, and then no way to any other
 * file, to the network, to extensions or to other settings.
 */
final class DuckDatabase implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LEAST_MEMORY = 256L << 20;

  private final Connection connection;
  private volatile Optional<Statement> running = Optional.empty();

  private DuckDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens an empty database.
   *
   * @param spill folder for what does not fit into memory; made when it is needed
   * @throws RenxingException USAGE where DuckDB is not on the class path
   */
  static DuckDatabase open(Path spill) throws SQLException {
    try {
      Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
      DuckDatabase out = new DuckDatabase(connection);
      out.run("SET memory_limit = '" + (memory() >> 20) + "MiB'");
      out.run("SET temp_directory = " + text(spill.toString()));
      out.run("SET TimeZone = 'UTC'");
      // as Spark has it
      out.run("SET default_null_order = 'nulls_first_on_asc_last_on_desc'");
      for (String layer : LakeCatalogue.LAYERS) {
        out.run("CREATE SCHEMA " + layer);
      }
      return out;
    } catch (LinkageError e) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "DuckDB does not run here ("
              + e
              + "); put org.duckdb:duckdb_jdbc on the class path, or ask with sql --engine spark",
          e);
    }
  }

  /** Half of the memory that the heap of this JVM leaves. */
  private static long memory() {
    long all =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.max(LEAST_MEMORY, (all - Runtime.getRuntime().maxMemory()) / 2);
  }

  /** The tree of a statement, or what is wrong with it. */
  JsonNode tree(String sql) throws SQLException {
    try (PreparedStatement parse =
        connection.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))")) {
      parse.setString(1, sql);
      try (ResultSet answer = parse.executeQuery()) {
        answer.next();
        return JSON.readTree(answer.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new RenxingException(ErrorCode.INTERNAL, "sql: a tree that is no JSON", e);
    }
  }

  /** Makes what questions read. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** From here on nothing but these files can be read, and no setting be changed. */
  void lock(List<String> files) throws SQLException {
    run("SET allowed_paths = " + texts(files));
    run("SET enable_external_access = false");
    run("SET lock_configuration = true");
  }

  /** Answers a statement that was judged. */
  <T> T answer(String sql, Function<Answer, T> use) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = executed(statement, sql)) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        columns.add(result.getMetaData().getColumnName(i));
      }
      return use.apply(new Answer(columns, new Rows(result, columns.size())));
    }
  }

  private ResultSet executed(Statement statement, String sql) throws SQLException {
    running = Optional.of(statement);
    return statement.executeQuery(sql);
  }

  /** Ends the statement that is being answered, from another thread. */
  void cancel() {
    running.ifPresent(
        statement -> {
          try {
            statement.cancel();
          } catch (SQLException ended) {
            // it came to its end by itself
          }
        });
  }

  @Override
  public void close() throws SQLException {
    running = Optional.empty();
    connection.close();
  }

  /** A text in the form of a literal. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Texts as a list of literals. */
  static String texts(List<String> values) {
    return values.stream().map(DuckDatabase::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** What an error of DuckDB's says to those who asked, and whose fault it is. */
  static RenxingException translated(String sql, SQLException e) {
    String message = String.valueOf(e.getMessage());
    List<String> lines = message.lines().filter(line -> !line.isBlank()).toList();
    String first = lines.isEmpty() ? message : lines.get(0);
    String said = first.replaceFirst("^[A-Z][A-Za-z -]* Error: ", "").replaceFirst("!$", "");
    String more =
        lines.stream()
            .filter(l -> l.startsWith("Candidate bindings") || l.startsWith("Did you mean"))
            .map(l -> "; " + l.substring(0, 1).toLowerCase(Locale.ROOT) + l.substring(1))
            .collect(Collectors.joining());
    if (first.startsWith("INTERNAL") || first.startsWith("FATAL")) {
      return new RenxingException(ErrorCode.INTERNAL, "sql: " + first, e);
    } else if (first.startsWith("IO Error") || first.contains(".parquet")) {
      return new RenxingException(
          ErrorCode.STORAGE, "sql: " + said + "; run bin/renxing nightly, or ask again", e);
    } else if (first.startsWith("Out of Memory")) {
      more = "; ask for less, or with --engine spark";
    } else {
      more += Question.dialect(sql);
    }
    return new RenxingException(ErrorCode.USAGE, "sql: " + said + more, e);
  }

  /** Rows of a result, one by one. */
  private static final class Rows implements Iterator<List<Object>> {
    private final ResultSet result;
    private final int width;
    private boolean isAhead;
    private boolean isThere;

    Rows(ResultSet result, int width) {
      this.result = result;
      this.width = width;
    }

    @Override
    public boolean hasNext() {
      if (!isAhead) {
        try {
          isThere = result.next();
        } catch (SQLException e) {
          throw new FailedRead(e);
        }
        isAhead = true;
      }
      return isThere;
    }

    @Override
    public List<Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isAhead = false;
      try {
        Object[] out = new Object[width];
        for (int i = 0; i < width; i++) {
          out[i] = Values.ofJdbc(result.getObject(i + 1));
        }
        return java.util.Arrays.asList(out);
      } catch (SQLException e) {
        throw new FailedRead(e);
      }
    }
  }

  /** An error of DuckDB's while its answer was read. */
  static final class FailedRead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedRead(SQLException cause) {
      super(cause);
    }

    SQLException sql() {
      return (SQLException) getCause();
    }
  }
}
