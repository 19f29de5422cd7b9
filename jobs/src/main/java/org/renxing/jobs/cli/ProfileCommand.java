package org.renxing.jobs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.renxing.config.Reach;
import org.renxing.jobs.output.OutputFile;
import org.renxing.jobs.profile.GivenColumns;
import org.renxing.jobs.profile.ProfileRequest;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells of a file that no one has described. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description =
        "Tells of a file: form, columns, units, years, cities, gaps, suspects; drafts its source.",
    footer = {
      "",
      "Examples:",
      "  bin/renxing profile my-figures.xlsx --sheet 2021",
      "  bin/renxing profile my-figures.csv --write conf/sources/my-figures.conf"
    })
final class ProfileCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE", description = "CSV, JSON lines (packed or not), or .xlsx.")
  private Path file;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "One sheet of a workbook; else all that are formed as the first one.")
  private Optional<String> sheet;

  @Option(
      names = "--unit-column",
      paramLabel = "COLUMN",
      description = "The column that holds units, of whatever country; else one of known units.")
  private Optional<String> unitColumn;

  @Option(
      names = "--year-column",
      paramLabel = "COLUMN",
      description = "The column that holds years; else one that looks so.")
  private Optional<String> yearColumn;

  @Option(names = "--json", description = "As JSON.")
  private boolean isJson;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Writes a source file to start from, such as conf/sources/x.conf.")
  private Optional<Path> write;

  @Override
  public Integer call() {
    GivenColumns given = new GivenColumns(unitColumn, yearColumn, Optional.empty(), Set.of());
    ProfileRequest profile =
        ProfileRequest.read(file, sheet, common.configuration(Reach.files()).settings(), given);
    System.out.print(isJson ? profile.json() + "\n" : profile.text());
    write.ifPresent(
        to -> {
          write(to, profile.draft(common.home()));
          common.configuration(Reach.source(id(to)));
          System.err.println("Wrote " + to + "; name it in nightly.sources when it is right.");
        });
    return 0;
  }

  /** The id that a file of conf/sources gives its source. */
  private static String id(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.conf$", "");
  }

  private static void write(Path to, String text) {
    try {
      Optional<Path> folder = Optional.ofNullable(to.toAbsolutePath().getParent());
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, to + ": cannot be written: " + e, e);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    OutputFile.of("profile --write " + to, to)
        .writeNew(
            out -> {
              out.write(bytes);
              return bytes.length;
            });
  }
}
