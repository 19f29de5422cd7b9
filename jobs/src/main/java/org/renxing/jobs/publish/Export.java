package org.renxing.jobs.publish;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.output.OutputFile;
import org.renxing.jobs.output.OutputFolder;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Writes tables of a release to files, rows in the order of their columns. */
public final class Export {
  private final Lake lake;
  private final Format format;
  private final FilesRead read;

  /**
   * An export.
   *
   * @param read what runs read, which is never written
   */
  public Export(Lake lake, Format format, FilesRead read) {
    this.lake = lake;
    this.format = format;
    this.read = read;
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
   * @param named name, id or number of the release; empty for the newest
   * @param scenario scenario id, or {@code all}
   * @param tables with or without {@code gold.}; {@code all} for every table of the release
   */
  public List<Written> write(
      Optional<String> named, String scenario, List<String> tables, Path out) {
    Releases releases = new Releases(lake);
    Releases.Release release = named.map(releases::require).orElseGet(releases::requireNewest);
    requireScenario(scenario, release);
    List<TableName> chosen = chosen(tables, release);
    read.requireOutsideLake("export --out " + out, out);
    makeFolder(out);
    Map<TableName, OutputFile> files = new LinkedHashMap<>();
    for (TableName table : chosen) {
      files.put(table, file(table, out));
    }
    files.values().forEach(read::requireApartFrom);
    List<Written> written = new ArrayList<>();
    for (TableName table : files.keySet()) {
      written.add(write(release, table, scenario, files.get(table), name(table, out)));
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

  private static void makeFolder(Path out) {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      if (!Files.isDirectory(out)) { // a link to a folder is one
        throw new RenxingException(
            ErrorCode.STORAGE,
            "export --out " + out + ": no folder, and none can be made: " + e,
            e);
      }
    }
  }

  private Path name(TableName table, Path out) {
    return out.resolve(table.name() + (format == Format.PARQUET ? ".parquet" : ".csv"));
  }

  /** The file or folder of a table, links followed. */
  private OutputFile file(TableName table, Path out) {
    Path file = name(table, out);
    String name = "export --out " + file;
    return format == Format.PARQUET ? OutputFile.folder(name, file) : OutputFile.of(name, file);
  }

  private Written write(
      Releases.Release release, TableName table, String scenario, OutputFile output, Path file) {
    Releases releases = new Releases(lake);
    Optional<String> only =
        scenario.equals(TableState.WHOLE) ? Optional.empty() : Optional.of(scenario);
    if (format == Format.CSV) {
      Optional<TableRows.Held> few = releases.few(release, table, only);
      if (few.isPresent()) {
        List<String> columns = List.of(few.get().schema().fieldNames());
        var rows = few.get().rows().stream().sorted(new RowOrder()).iterator();
        return new Written(file, CsvOutput.write(columns, rows, output));
      }
    }
    Dataset<Row> all = releases.read(release, table).orElseThrow();
    boolean isByScenario = List.of(all.columns()).contains("scenario_id");
    Dataset<Row> rows =
        only.filter(id -> isByScenario)
            .map(id -> all.where(col("scenario_id").equalTo(id)))
            .orElse(all);
    return format == Format.PARQUET
        ? writeParquet(rows, output, file)
        : writeCsv(rows, output, file);
  }

  private static Written writeParquet(Dataset<Row> rows, OutputFile output, Path file) {
    OutputFolder.write(output, made -> rows.coalesce(1).write().parquet(made.toUri().toString()));
    return new Written(file, rows.count());
  }

  private static Written writeCsv(Dataset<Row> rows, OutputFile output, Path file) {
    String[] columns = rows.columns();
    Column[] order = Arrays.stream(columns).map(c -> col(c)).toArray(Column[]::new);
    return new Written(
        file, CsvOutput.write(List.of(columns), rows.orderBy(order).toLocalIterator(), output));
  }
}
