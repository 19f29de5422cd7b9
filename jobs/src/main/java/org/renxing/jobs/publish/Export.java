package org.renxing.jobs.publish;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Writes tables of the newest release to files, rows in the order of their first columns. */
public final class Export {
  private final Lake lake;
  private final Format format;

  public Export(Lake lake, Format format) {
    this.lake = lake;
    this.format = format;
  }

  /** Forms of files. */
  public enum Format {
    CSV,
    PARQUET
  }

  /** A file that was written. */
  public record Written(Path file, long rows) {}

  /**
   * Writes {@code out/TABLE.csv} or {@code out/TABLE.parquet} for each table.
   *
   * @param scenario scenario id, or {@code all}
   * @param tables with or without {@code gold.}; {@code all} for every table of the release
   */
  public List<Written> write(String scenario, List<String> tables, Path out) {
    Releases.Release release = new Releases(lake).requireNewest();
    requireScenario(scenario, release);
    List<Written> written = new ArrayList<>();
    for (TableName table : chosen(tables, release)) {
      Dataset<Row> rows = lake.readAt(table, release.version(table).orElseThrow());
      boolean isByScenario = Arrays.asList(rows.columns()).contains("scenario_id");
      if (isByScenario && !scenario.equals("all")) {
        rows = rows.where(col("scenario_id").equalTo(scenario));
      }
      written.add(writeOne(table, rows, out));
    }
    return written;
  }

  private static List<TableName> chosen(List<String> tables, Releases.Release release) {
    if (tables.contains("all")) {
      return release.tables();
    }
    List<TableName> out = new ArrayList<>();
    for (String text : tables) {
      TableName table = text.contains(".") ? TableName.parse(text) : TableName.gold(text);
      if (release.version(table).isEmpty()) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "export: release "
                + release.id()
                + " holds no table "
                + table
                + "; it holds "
                + String.join(", ", release.tables().stream().map(TableName::name).toList()));
      }
      out.add(table);
    }
    return out;
  }

  private static void requireScenario(String scenario, Releases.Release release) {
    List<String> known =
        release.entries().stream().map(Releases.Entry::scenario).distinct().sorted().toList();
    if (!known.contains(scenario)) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "export: release "
              + release.id()
              + " holds no scenario "
              + scenario
              + "; it holds "
              + String.join(", ", known));
    }
  }

  private Written writeOne(TableName table, Dataset<Row> rows, Path out) {
    try {
      Files.createDirectories(out);
      if (format == Format.PARQUET) {
        Path file = out.resolve(table.name() + ".parquet");
        rows.coalesce(1).write().mode("overwrite").parquet(file.toString());
        return new Written(file, rows.count());
      }
      Path file = out.resolve(table.name() + ".csv");
      return new Written(file, writeCsv(rows, file));
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, out + ": cannot write " + table + ": " + e.getMessage(), e);
    }
  }

  private static long writeCsv(Dataset<Row> rows, Path file) throws IOException {
    String[] columns = rows.columns();
    var order =
        Arrays.stream(columns)
            .limit(8)
            .map(c -> col(c))
            .toArray(org.apache.spark.sql.Column[]::new);
    return CsvOutput.write(List.of(columns), rows.orderBy(order).toLocalIterator(), file);
  }
}
