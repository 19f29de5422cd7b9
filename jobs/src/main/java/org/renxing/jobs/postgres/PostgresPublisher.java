package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.PostgresTarget;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * Publishes a release of the lake to PostgreSQL: its tables into a schema of their own, and then
 * the views of one schema, all at once. Cut off at any point, the views show the release before or
 * the new one, and publishing again goes on where it stopped. The lake is read, and not locked.
 */
public final class PostgresPublisher {
  private final Lake lake;
  private final Database database;
  private final Consumer<String> listener;

  public PostgresPublisher(Lake lake, PostgresTarget target) {
    this(lake, target, step -> {});
  }

  /**
   * A publisher.
   *
   * @param listener told of each step before it is done; by several threads
   */
  PostgresPublisher(Lake lake, PostgresTarget target, Consumer<String> listener) {
    this.lake = lake;
    this.database = new Database(target);
    this.listener = listener;
  }

  /**
   * What came of it.
   *
   * @param isNew whether the views showed another release before
   * @param warnings what should be known
   */
  public record Result(
      String releaseId,
      boolean isNew,
      int tables,
      long rows,
      double seconds,
      List<String> warnings) {
    public Result {
      warnings = List.copyOf(warnings);
    }

    /** The same in a line. */
    public String line() {
      return isNew
          ? String.format(
              Locale.ROOT,
              "PostgreSQL: release %s published, %d tables, %,d rows, %.1f s",
              releaseId,
              tables,
              rows,
              seconds)
          : "PostgreSQL: release " + releaseId + " was published before";
    }
  }

  /**
   * Publishes.
   *
   * @param named name, id or number of the release; empty for the newest
   * @throws RenxingException STORAGE where it cannot be done, and LOCKED where another process
   *     does; the views then show what they showed before
   */
  public Result publish(Optional<String> named) {
    long start = System.nanoTime();
    Releases releases = new Releases(lake);
    Releases.Release release = named.map(releases::require).orElseGet(releases::requireNewest);
    List<String> warnings = new ArrayList<>();
    try (Connection connection = database.connect()) {
      boolean isNew = publish(connection, releases, release, warnings);
      return new Result(
          release.id(),
          isNew,
          release.tables().size(),
          release.entries().stream().mapToLong(Releases.Entry::rows).sum(),
          (System.nanoTime() - start) / 1e9,
          warnings);
    } catch (SQLException e) {
      throw database.error(e);
    }
  }

  private boolean publish(
      Connection connection, Releases releases, Releases.Release release, List<String> warnings)
      throws SQLException {
    PostgresTarget target = database.target();
    Control control = new Control(connection, target);
    Reading reading = new Reading(connection, target);
    listener.accept("lock");
    control.lock();
    listener.accept("prepare");
    control.prepare();
    reading.prepare().ifPresent(warnings::add);
    boolean isWhole = load(connection, control, releases, release);
    boolean isNew = !isWhole || !control.current().equals(Optional.of(release.id()));
    if (isNew) {
      ViewSwitch change = new ViewSwitch(database, connection, control, reading, listener);
      warnings.addAll(change.to(release.id()));
      listener.accept("switched");
    } else {
      reading.grant(release.id(), control.views()); // the role may be new
      connection.commit();
    }
    warnings.addAll(new OldSchemas(connection, control, target, listener).drop());
    return isNew;
  }

  /** Loads what is missing, and returns whether nothing was. */
  private boolean load(
      Connection connection, Control control, Releases releases, Releases.Release release)
      throws SQLException {
    String schema = database.target().schemaOf(release.id());
    Set<String> there = Relation.in(connection, schema).keySet();
    List<String> wanted = release.tables().stream().map(TableName::name).toList();
    if (control.isLoaded(release.id()) && there.containsAll(wanted)) {
      connection.commit();
      return true;
    }
    listener.accept("begin");
    control.begin(release);
    new ReleaseLoad(database, releases, release, listener).run(there);
    listener.accept("ready");
    control.ready(release.id());
    return false;
  }
}
