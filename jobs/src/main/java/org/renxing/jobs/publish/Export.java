package org.renxing.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.renxing.jobs.output.EditionFolder;
import org.renxing.jobs.output.OutputFile;
import org.renxing.jobs.sql.DuckExport;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Writes tables of a release to files, rows in the order of their columns. */
public final class Export {
  private final Lake lake;
  private final ExportForm form;
  private final Supplier<FilesRead> read;

  /**
   * An export.
   *
   * @param read what runs read, which is never written; asked for before the first file is written,
   *     so that it may be found out meanwhile
   */
  public Export(Lake lake, ExportForm form, Supplier<FilesRead> read) {
    this.lake = lake;
    this.form = form;
    this.read = read;
  }

  /**
   * A file that was written.
   *
   * @param notes what it does not hold as the tables do
   */
  public record Written(Path file, long rows, List<String> notes) {
    public Written {
      notes = List.copyOf(notes);
    }

    Written(Path file, long rows) {
      this(file, rows, List.of());
    }
  }

  /**
   * Writes the file {@code out}, where all tables go into one, else {@code out/TABLE.csv} or {@code
   * out/TABLE.parquet} for each table.
   *
   * @param named name, id or number of the release; empty for the newest
   * @param scenario scenario id, or {@code all}
   * @param tables with or without {@code gold.}; {@code all} for every table of the release
   */
  public List<Written> write(
      Optional<String> named, String scenario, List<String> tables, Path out) {
    Selection selection = selection(named, scenario, tables);
    requireOutsideLake(out);
    if (form.format().isOneFile()) {
      OutputFile file = OutputFile.of(name(out), out);
      read.get().requireApartFrom(file);
      return List.of(
          form.format() == ExportForm.Format.XLSX
              ? new WorkbookExport(lake, form.titles()).write(selection, file, out)
              : database(selection, file, out));
    }
    makeFolder(out);
    return writeEach(selection, out);
  }

  /**
   * Writes the same files to the folder {@code out/RELEASE}, which appears once it is whole, and
   * then switches the link {@code out/current} to it. A folder that holds the same already is not
   * written again.
   *
   * @throws RenxingException USAGE where the folder is there and holds something else
   */
  public List<Written> writeCurrent(
      Optional<String> named, String scenario, List<String> tables, Path out) {
    if (form.format().isOneFile()) {
      throw new RenxingException(
          ErrorCode.USAGE, "export: --current goes with --format csv or parquet alone");
    }
    Selection selection = selection(named, scenario, tables);
    requireOutsideLake(out);
    makeFolder(out);
    EditionFolder edition = EditionFolder.of(name(out), out, selection.release().id());
    EditionNote note = EditionNote.of(selection, form);
    List<Written> written = new ArrayList<>();
    if (edition.isThere()) {
      note.requireSame(name(out), edition.path());
    } else {
      edition.write(
          folder -> {
            for (Written file : writeEach(selection, folder)) {
              Path place = edition.path().resolve(file.file().getFileName());
              written.add(new Written(place, file.rows()));
            }
            note.write(folder);
          });
    }
    edition.makeCurrent();
    return written;
  }

  private void requireOutsideLake(Path out) {
    FilesRead.ofLake(lake.root()).requireOutsideLake(name(out), out);
  }

  private void requireApart(Map<TableName, OutputFile> files) {
    files.values().forEach(read.get()::requireApartFrom);
  }

  private Selection selection(Optional<String> named, String scenario, List<String> tables) {
    Releases releases = new Releases(lake);
    Releases.Release release = named.map(releases::require).orElseGet(releases::requireNewest);
    return Selection.of(release, scenario, tables);
  }

  private static String name(Path out) {
    return "export --out " + out;
  }

  private static void makeFolder(Path out) {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      if (!Files.isDirectory(out)) { // a link to a folder is one
        throw new RenxingException(
            ErrorCode.STORAGE, name(out) + ": no folder, and none can be made: " + e, e);
      }
    }
  }

  private List<Written> writeEach(Selection selection, Path folder) {
    Map<TableName, OutputFile> files = new LinkedHashMap<>();
    for (TableName table : selection.tables()) {
      Path file = place(table, folder);
      files.put(table, OutputFile.of(name(file), file));
    }
    return form.format() == ExportForm.Format.PARQUET
        ? writeParquet(selection, files, folder)
        : writeCsv(selection, files, folder);
  }

  private Path place(TableName table, Path folder) {
    return folder.resolve(table.name() + form.format().ending());
  }

  private List<Written> writeCsv(
      Selection selection, Map<TableName, OutputFile> files, Path folder) {
    List<Written> written = new ArrayList<>();
    files.forEach(
        (table, file) -> {
          OrderedRows rows = OrderedRows.of(lake, selection, table);
          if (written.isEmpty()) {
            requireApart(files);
          }
          long count = CsvOutput.write(rows.columns(), rows.rows(), file, form.csv());
          written.add(new Written(place(table, folder), count));
        });
    return written;
  }

  private List<Written> writeParquet(
      Selection selection, Map<TableName, OutputFile> files, Path folder) {
    requireApart(files);
    List<Written> written = new ArrayList<>();
    try (DuckExport duck = new DuckExport(lake, selection.release(), selection.only())) {
      files.forEach(
          (table, file) -> {
            long count = file.writeFrom(made -> duck.parquet(table, made));
            written.add(new Written(place(table, folder), count));
          });
    }
    return written;
  }

  private Written database(Selection selection, OutputFile file, Path out) {
    try (DuckExport duck = new DuckExport(lake, selection.release(), selection.only())) {
      long count = file.writeFrom(made -> duck.database(selection.tables(), made));
      return new Written(out, count);
    }
  }
}
