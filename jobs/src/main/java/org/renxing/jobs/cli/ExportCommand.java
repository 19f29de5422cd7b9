package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Ahead;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.publish.CsvForm;
import org.renxing.jobs.publish.Export;
import org.renxing.jobs.publish.ExportForm;
import org.renxing.jobs.publish.FilesRead;
import org.renxing.jobs.sql.DuckEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes tables of a release to files. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes tables of a release to files: CSV or Parquet, one each, or all into one workbook of"
            + " Excel or one database of DuckDB.",
    footer = {
      "",
      "Examples:",
      "  bin/renxing export --table dim_unit --out /tmp/tables",
      "  bin/renxing export --scenario digital-coupling --format xlsx --titles both --out"
          + " resilience.xlsx",
      "  bin/renxing export --format parquet --current --out tables",
      "  bin/renxing export --format duckdb --out resilience.duckdb",
      "  bin/renxing export --release 2026-yearbook --bom --digits 6 --out yearbook"
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--scenario",
      defaultValue = "all",
      paramLabel = "S",
      description = "Scenario; all (default) for the rows of every scenario.")
  private String scenario;

  @Option(
      names = "--table",
      defaultValue = "all",
      split = ",",
      paramLabel = "T,…",
      description = "Tables of gold, with or without the database; all (default) for every table.")
  private List<String> tables;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "Folder for csv and parquet, made where it is missing; file for the others.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "csv|parquet|xlsx|duckdb",
      defaultValue = "csv",
      description = "csv (default), parquet, xlsx or duckdb.")
  private ExportForm.Format format;

  @Option(
      names = "--current",
      description =
          "Writes csv or parquet to PATH/RELEASE, and when all is there switches the link"
              + " PATH/current to it.")
  private boolean isCurrent;

  @Option(
      names = "--titles",
      paramLabel = "en|zh|both",
      defaultValue = "en",
      description =
          "Heads of xlsx: names of columns (default), titles in Chinese, or both in two lines.")
  private ExportForm.Titles titles;

  @Option(
      names = "--bom",
      description = "Begins each csv with the byte order mark by which Excel knows UTF-8.")
  private boolean isMarked;

  @Option(
      names = "--digits",
      paramLabel = "N",
      description =
          "Significant digits of doubles in csv, from 1 to 17, in plain decimals; by default all.")
  private Optional<Integer> digits = Optional.empty();

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Name, id or number of a release; the newest by default.")
  private Optional<String> release = Optional.empty();

  @Override
  public Integer call() {
    OptionalInt shown = digits.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    ExportForm form = new ExportForm(format, new CsvForm(isMarked, shown), titles);
    if (format == ExportForm.Format.PARQUET || format == ExportForm.Format.DUCKDB) {
      Ahead.lake(DuckEngine::load);
    } else {
      Ahead.lake();
    }
    Supplier<Configuration> configuration = Ahead.of(() -> common.configuration(Reach.lake()));
    try (Workspace workspace = Workspace.open(common.lakeAccess())) {
      Supplier<FilesRead> read =
          () -> FilesRead.of(configuration.get().settings(), workspace.lake().files());
      Export export = new Export(workspace.lake(), form, read);
      print(
          isCurrent
              ? export.writeCurrent(release, scenario, tables, out)
              : export.write(release, scenario, tables, out));
      return 0;
    }
  }

  private void print(List<Export.Written> files) {
    for (Export.Written file : files) {
      file.notes().forEach(note -> System.err.println("renxing: warning: export: " + note));
      System.out.printf("%s  %,d rows%n", file.file(), file.rows());
    }
    if (isCurrent) {
      System.out.println(out.resolve("current"));
    }
  }
}
