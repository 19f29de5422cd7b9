package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Reach;
import org.renxing.jobs.init.PanelDraft;
import org.renxing.jobs.init.PanelOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts the configuration of a panel of one's own. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Drafts an environment for a panel of your own: source, indicators, index system, scenario."
            + " Says what it guessed; what it writes is yours to change.",
    footer = {
      "",
      "Example: a panel of countries, then its first release and its scores:",
      "  bin/renxing init lands --from panel.csv --id iso3 --year year --groups region \\",
      "    --systems \"economy=gdp_per_head,jobs;society=schooling,poverty\" --negative poverty",
      "  bin/renxing nightly --env lands",
      "  bin/renxing sql --env lands \"SELECT * FROM gold.index_score_unit_year LIMIT 10\""
    })
final class InitCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "NAME", description = "Name of the environment.")
  private String name;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "The panel: CSV, JSON lines (packed or not), or .xlsx; a row a unit and year.")
  private Path file;

  @Option(names = "--sheet", paramLabel = "NAME", description = "One sheet of a workbook.")
  private Optional<String> sheet;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "Code of the unit; else a column named code, id, country or the like.")
  private Optional<String> id;

  @Option(names = "--name", paramLabel = "COLUMN", description = "Name of the unit.")
  private Optional<String> unitName;

  @Option(
      names = "--year",
      paramLabel = "COLUMN",
      description = "Year of the row; else a column named year, time or the like.")
  private Optional<String> year;

  @Option(
      names = "--at-year",
      paramLabel = "YEAR",
      description = "The year of all rows, where no column has it; else one in the file's name.")
  private Optional<Integer> atYear;

  @Option(
      names = "--years",
      paramLabel = "A..B by N",
      description = "Years of the index; else the longest row of evenly spaced ones.")
  private Optional<String> years;

  @Option(
      names = "--groups",
      split = ",",
      paramLabel = "COLUMN,…",
      description = "Columns that group units; else columns of texts with few values.")
  private List<String> groups = List.of();

  @Option(
      names = "--systems",
      paramLabel = "SYSTEM=COLUMN,…;…",
      description =
          "Which columns belong to which system; a name may end in *. Or 'prefix': the first word"
              + " of the column. Else one system of all.")
  private Optional<String> systems;

  @Option(
      names = "--indicators",
      paramLabel = "FILE",
      description =
          "A table of the indicators, CSV: code, name, direction, weight, parent, unit,"
              + " denominator, type, or as COINr's iMeta has them.")
  private Optional<Path> indicators;

  @Option(
      names = "--negative",
      split = ",",
      paramLabel = "COLUMN,…",
      description = "Less is better; else guessed by words such as unemployment or 污染.")
  private List<String> negative = List.of();

  @Option(
      names = "--positive",
      split = ",",
      paramLabel = "COLUMN,…",
      description = "More is better.")
  private List<String> positive = List.of();

  @Option(
      names = "--weights",
      split = ",",
      paramLabel = "METHOD,…",
      description = "equal unless given; fixed with --indicators; entropy, critic, …")
  private List<String> weights = List.of();

  @Option(
      names = "--normalise",
      paramLabel = "METHOD",
      defaultValue = "min-max",
      description = "min-max unless given; z-score, rank, …")
  private String normalise;

  @Option(
      names = "--scale",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Scores run from 0 to this; 1 unless given.")
  private double scale;

  @Option(
      names = "--level",
      paramLabel = "WORD",
      defaultValue = "unit",
      description = "What a unit is, such as country; unit unless given.")
  private String level;

  @Option(names = "--force", description = "Writes over files of an earlier draft.")
  private boolean isForced;

  @Option(names = "--dry-run", description = "Shows the files and writes nothing.")
  private boolean isDryRun;

  @Override
  public Integer call() {
    PanelOptions options =
        new PanelOptions(
            name,
            file,
            sheet,
            id,
            unitName,
            year,
            atYear,
            years,
            groups,
            systems,
            indicators,
            negative,
            positive,
            weights,
            normalise,
            scale,
            level);
    PanelDraft draft =
        PanelDraft.of(options, common.configuration(Reach.files()).settings(), common.home());
    System.out.print(draft.text());
    if (isDryRun) {
      System.out.print(draft.preview());
    } else {
      draft.write(isForced, () -> common.of(name, Reach.nightly()));
      System.out.print(draft.next());
    }
    return 0;
  }
}
