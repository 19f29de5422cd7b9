package org.renxing.jobs.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeCatalogue;
import org.renxing.lake.PinnedTable;
import org.renxing.lake.ReleaseSql;
import org.renxing.lake.Releases;
import org.renxing.model.TableName;

/**
 * Answers by DuckDB in this JVM: in milliseconds, since it reads just the tables that a statement
 * names, in exactly the files of their versions, and starts no session of Spark. A table that was
 * opened stays at its version until the engine is closed.
 */
public final class DuckEngine implements SqlEngine, AutoCloseable {
  /** EXPLAIN with its options, after blanks and comments; what follows is judged. */
  private static final Pattern EXPLAIN =
      Pattern.compile(
          "(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*EXPLAIN\\b(?:\\s+ANALYZE\\b"
              + "|\\s*\\(\\s*(?:ANALYZE|FORMAT)\\b[^()]*\\))?");

  private final LakeCatalogue catalogue;
  private final Path temporary;
  private final DuckViews views;
  private final Map<TableName, PinnedTable> opened = new HashMap<>();
  private volatile Optional<DuckDatabase> asked = Optional.empty();

  /**
   * Questions to a lake.
   *
   * @param release the release that is asked; empty where there is none yet
   */
  public DuckEngine(Lake lake, Optional<Releases.Release> release) {
    this.catalogue = new LakeCatalogue(lake, release);
    this.temporary =
        Path.of(System.getProperty("java.io.tmpdir"), "renxing-sql-" + UUID.randomUUID());
    this.views = new DuckViews(lake.files().hadoop(), temporary);
  }

  @Override
  public <T> T answer(String sql, Function<Answer, T> use) {
    ReleaseSql.requireBounded(sql);
    Optional<Answer> look = Look.answer(sql, catalogue);
    if (look.isPresent()) {
      return use.apply(look.get());
    }
    try (DuckDatabase database =
        opened(temporary.resolveSibling(temporary.getFileName() + "-spill"))) {
      Matcher explain = EXPLAIN.matcher(sql);
      String judged = explain.lookingAt() ? sql.substring(explain.end()) : sql;
      Question question = Question.judged(judged, database.tree(judged), catalogue);
      Collection<TableName> tables = question.asksAll() ? catalogue.tables() : question.tables();
      List<String> files = new ArrayList<>();
      for (TableName table : tables) {
        files.addAll(views.create(database, table(table)));
      }
      database.lock(files);
      return database.answer(sql, use);
    } catch (DuckDatabase.FailedRead e) {
      throw DuckDatabase.translated(sql, e.sql());
    } catch (SQLException e) {
      throw DuckDatabase.translated(sql, e);
    }
  }

  private DuckDatabase opened(Path spill) throws SQLException {
    DuckDatabase out = DuckDatabase.open(spill);
    asked = Optional.of(out);
    return out;
  }

  @Override
  public void cancel() {
    asked.ifPresent(DuckDatabase::cancel);
  }

  /** A table, opened once. */
  private PinnedTable table(TableName name) {
    return opened.computeIfAbsent(name, catalogue::open);
  }

  @Override
  public void close() {
    views.close();
  }
}
