package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.renxing.lake.Releases;
import org.renxing.lake.RowReader;
import org.renxing.model.TableName;

/**
 * Loads the tables of a release into its schema, over several connections. A table with its rows,
 * key, indexes and comments is one transaction: a table that is there is whole, and what was cut
 * off goes on with those that are not. Rows are handed on as they are read, and never held.
 */
final class ReleaseLoad {
  private static final int CHUNK = 1 << 16;

  private final Database database;
  private final Releases releases;
  private final Releases.Release release;
  private final Consumer<String> listener;
  private final String schema;
  private final Map<TableName, Description> descriptions;

  ReleaseLoad(
      Database database, Releases releases, Releases.Release release, Consumer<String> listener) {
    this.database = database;
    this.releases = releases;
    this.release = release;
    this.listener = listener;
    this.schema = database.target().schemaOf(release.id());
    this.descriptions = Description.of(releases, release);
  }

  /**
   * Loads what is missing.
   *
   * @param there tables that are in the schema
   */
  void run(Set<String> there) throws SQLException {
    Queue<TableName> missing = new ConcurrentLinkedQueue<>();
    release.tables().stream()
        .filter(table -> !there.contains(table.name()))
        .sorted(Comparator.comparingLong(this::rows).reversed()) // the longest first
        .forEach(missing::add);
    int threads = Math.min(database.target().connections(), missing.size());
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            pool.submit(
                () -> {
                  load(missing);
                  return null;
                }));
      }
      for (Future<?> one : all) {
        await(one);
      }
    } finally {
      missing.clear(); // what others would load is not needed after a failure
      end(pool);
    }
  }

  /** Nobody may still write when the lock is given up. */
  private static void end(ExecutorService pool) {
    pool.shutdown();
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long rows(TableName table) {
    return release.entries().stream()
        .filter(entry -> entry.table().equals(table))
        .mapToLong(Releases.Entry::rows)
        .sum();
  }

  private static void await(Future<?> work) throws SQLException {
    try {
      work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      } else if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void load(Queue<TableName> tables) throws SQLException {
    try (Connection connection = database.connect()) {
      for (TableName table = tables.poll(); table != null; table = tables.poll()) {
        load(connection, table);
      }
    } catch (SQLException | RuntimeException e) {
      tables.clear();
      throw e;
    }
  }

  private void load(Connection connection, TableName table) throws SQLException {
    RowReader reader = releases.reader(release, table).orElseThrow();
    TableForm form = new TableForm(table, reader.schema(), Description.of(descriptions, table));
    listener.accept("create " + table);
    Database.execute(connection, form.create(schema));
    copy(connection, form, reader);
    listener.accept("complete " + table);
    Database.execute(connection, form.complete(schema));
    listener.accept("commit " + table);
    connection.commit();
  }

  private void copy(Connection connection, TableForm form, RowReader reader) throws SQLException {
    String statement =
        "COPY "
            + Database.name(schema, form.table().name())
            + " ("
            + Database.names(List.of(form.columns().fieldNames()))
            + ") FROM STDIN WITH (FORMAT text, FREEZE, ENCODING 'UTF8')";
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    CopyText text = new CopyText(form);
    try {
      reader.forEach(
          Optional.empty(),
          row -> {
            text.add(row);
            if (text.length() >= CHUNK) {
              write(copy, text);
            }
          });
      write(copy, text);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void write(CopyIn copy, CopyText text) {
    try {
      byte[] bytes = text.take();
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw database.error(e);
    }
  }
}
