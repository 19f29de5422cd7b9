package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.numerics.CodePointOrder;
import org.renxing.projection.Driver;
import org.renxing.projection.Growth;
import org.renxing.projection.Outlook;
import org.renxing.projection.Projection;
import org.renxing.projection.ScenarioRates;
import org.renxing.projection.Spread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Emissions under scenarios of growth. Starts no Spark session. */
@Command(
    name = "project",
    mixinStandardHelpOptions = true,
    header = "Emissions under scenarios of growth: paths, and year and height of the peak.",
    description = {
      "Tables: path (scenario, level, id, year, median, p05, p95) and peak (scenario, level, id,"
          + " peak_year, peak, each with p05 and p95, share_before, share_at_end, reason). Level is"
          + " unit, group or all.",
      "Emissions grow by the rates of population, gdp_per_capita, energy_intensity and"
          + " carbon_intensity, drawn from their ranges; one draw holds for all units."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method project --input cities.csv --id city --co2 co2 --base-year 2020 \\",
      "    --rates rates.csv --before 2030"
    })
@InHelp(HelpGroup.CARBON)
final class ProjectCommand implements Callable<Integer> {
  private static final int MOST_DRAWS = 100_000;
  private static final int MOST_YEARS = 200;

  @Mixin private PanelOptions data;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--co2",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of emissions in the base year, 0 or more.")
  private String emissions;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--base-year",
      required = true,
      paramLabel = "YEAR",
      description = "Year of these emissions; with --year only its rows count.")
  private int base;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--rates",
      required = true,
      paramLabel = "FILE",
      description =
          "Table scenario, from, to, factor, low, mode, high: growth a year as a share (0.03 for"
              + " 3 %), in steps that follow each other from the base year. A column id, where"
              + " there is one, names the unit that has these rates in place of those of all.")
  private Path rates;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "Column of groups, which are summed up.")
  private Optional<String> group;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--before",
      defaultValue = "2030",
      paramLabel = "YEAR",
      description = "share_before is of draws that peak before this year (2030).")
  private int before;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--draws",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Draws, from 1 to 100000 (1000).")
  private int draws;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Whole number from which draws follow (1).")
  private long seed;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--distribution",
      defaultValue = "triangular",
      paramLabel = "SHAPE",
      description = "triangular (default), with its peak at mode; uniform, from low to high.")
  private Growth.Shape shape;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--elasticities",
      defaultValue = "1,1,1,1",
      paramLabel = "P,A,E,C",
      description =
          "Elasticities of emissions to population, GDP per head, energy and carbon intensity, as"
              + " method stirpat estimates them; all 1 by the Kaya identity (default).")
  private String elasticities;

  @Override
  public Integer call() {
    answer.require(data.input(), List.of("path", "peak"));
    ReadingOptions.requireFile("--rates", rates);
    Answer.requireApartFrom(answer.output(), "the table of rates", rates);
    if (draws < 1 || draws > MOST_DRAWS) {
      throw usage("--draws " + draws + ": from 1 to " + MOST_DRAWS);
    }
    List<Projection.Unit> units = units(data.open());
    Set<String> ids = new HashSet<>();
    units.forEach(unit -> ids.add(unit.id()));
    Projection projection =
        new Projection(new Projection.Options(draws, seed, shape, exponents(), before));
    InputTable table = data.reading().read(rates, Optional.of("scenario"));
    List<Outlook> outlooks = new ArrayList<>();
    for (ScenarioRates scenario : RatesTable.read(table, base, ids)) {
      if (scenario.last() - base > MOST_YEARS) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            "scenario %s ends in %d; at most %d years are projected"
                .formatted(scenario.name(), scenario.last(), MOST_YEARS));
      }
      outlooks.addAll(projection.of(scenario, units));
    }
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("path", paths(outlooks));
    out.put("peak", peaks(outlooks));
    answer.write(out, List.of());
    System.err.printf(
        "%,d draws, seed %d; all of %,d units together are level all%n", draws, seed, units.size());
    return 0;
  }

  private List<Projection.Unit> units(UnitTable file) {
    InputTable cells = file.cells();
    String column = cells.column("--co2", emissions);
    Optional<String> groups = group.map(name -> cells.column("--group", name));
    List<Projection.Unit> out = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int row = 0; row < file.size(); row++) {
      if (file.hasYear() && file.year(row) != base) {
        continue;
      }
      int at = row;
      String id = cells.bare(row, file.keys().get(0));
      OptionalDouble co2 = cells.quantity(row, column, " (" + file.who(row) + ")");
      if (co2.isEmpty()) {
        missing.add(id);
      } else {
        String kind = groups.map(g -> cells.bare(at, g)).orElse("");
        out.add(new Projection.Unit(id, kind, co2.getAsDouble()));
      }
    }
    if (out.isEmpty()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "%s: no row has %s in %d".formatted(file.name(), column, base));
    }
    if (!missing.isEmpty()) {
      System.err.printf(
          "%,d units without %s are left out, of sums too: %s%n",
          missing.size(),
          column,
          String.join(", ", missing.stream().sorted(CodePointOrder.ASCENDING).limit(5).toList()));
    }
    return out;
  }

  private List<Double> exponents() {
    try {
      List<Double> out =
          Arrays.stream(elasticities.split(",", -1)).map(t -> Double.valueOf(t.strip())).toList();
      if (out.size() == Driver.values().length && out.stream().allMatch(Double::isFinite)) {
        return out;
      }
    } catch (NumberFormatException e) {
      throw new RenxingException(ErrorCode.USAGE, wrongExponents(), e);
    }
    throw usage(wrongExponents());
  }

  private String wrongExponents() {
    return "--elasticities %s: four numbers, of %s"
        .formatted(elasticities, String.join(", ", Driver.texts()));
  }

  private static RenxingException usage(String what) {
    return new RenxingException(ErrorCode.USAGE, what);
  }

  private static Answer paths(List<Outlook> outlooks) {
    List<Row> rows = new ArrayList<>();
    for (Outlook o : outlooks) {
      for (Spread.Point point : o.spread().path()) {
        Spread.Band band = point.emissions();
        rows.add(
            RowFactory.create(
                o.scenario(),
                o.level(),
                o.id(),
                point.year(),
                Answer.number(band.median()),
                Answer.number(band.p05()),
                Answer.number(band.p95())));
      }
    }
    return new Answer(List.of("scenario", "level", "id", "year", "median", "p05", "p95"), rows);
  }

  private static Answer peaks(List<Outlook> outlooks) {
    List<Row> rows = new ArrayList<>();
    for (Outlook o : outlooks) {
      Spread s = o.spread();
      List<Object> cells = new ArrayList<>(List.of(o.scenario(), o.level(), o.id()));
      boolean isZero = s.height().p95() == 0;
      int last = s.path().get(s.path().size() - 1).year();
      for (int year : List.of(s.peakYear().median(), s.peakYear().p05(), s.peakYear().p95())) {
        cells.add(isZero || year == last ? null : year);
      }
      cells.addAll(List.of(s.height().median(), s.height().p05(), s.height().p95()));
      cells.add(isZero ? null : s.shareBefore());
      cells.add(isZero ? null : s.shareAtEnd());
      boolean isAtEnd = s.peakYear().median() == last;
      cells.add(isZero ? "NO_EMISSIONS" : isAtEnd ? "NO_PEAK_YET" : null);
      rows.add(RowFactory.create(cells.toArray()));
    }
    List<String> names = new ArrayList<>(List.of("scenario", "level", "id"));
    names.addAll(List.of("peak_year", "peak_year_p05", "peak_year_p95"));
    names.addAll(List.of("peak", "peak_p05", "peak_p95"));
    names.addAll(List.of("share_before", "share_at_end", "reason"));
    return new Answer(names, rows);
  }
}
