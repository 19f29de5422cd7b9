package org.renxing.jobs.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.UnitList;
import org.renxing.model.YearRange;

/**
 * Writes a simulation: a folder a source with a file, and one of earlier years where those are
 * asked for, and units.csv where cities are synthetic.
 */
public final class SimulationWriter {
  /** File beside the folders of the sources, in the form of the reference table of that name. */
  public static final String UNITS = "units.csv";

  private final Simulation simulation;
  private final SimulatedFiles output;
  private final List<Path> files = new ArrayList<>();
  private final List<PlantedDefect> defects = new ArrayList<>();
  private long rows;

  private SimulationWriter(Simulation simulation) {
    this.simulation = simulation;
    this.output = new SimulatedFiles(simulation.reference());
  }

  /**
   * Writes all files, over those of the same simulation.
   *
   * @throws RenxingException if reference tables are missing or wrong, a folder of a source holds
   *     another such file (the source would read both), or nothing can be written
   */
  public static SimulationReport write(Simulation simulation) {
    return new SimulationWriter(simulation).write();
  }

  private SimulationReport write() {
    Gazetteer gazetteer = Gazetteer.read(simulation.reference());
    Roster roster = Roster.of(simulation, gazetteer);
    YearRange years = simulation.years();
    output.requireApart(simulation.out().resolve(UNITS));
    yearbooks(years, roster.all(), gazetteer, simulation.hasDefects());
    simulation
        .resourceYears()
        .ifPresent(
            earlier -> {
              yearbooks(earlier, resourceCities(gazetteer), gazetteer, false);
              YearRange whole = new YearRange(earlier.first(), years.last());
              people(whole, gazetteer);
              towns(whole, gazetteer);
            });
    if (!roster.synthetic().isEmpty()) {
      files.add(writeUnits(roster));
    }
    return new SimulationReport(files, rows, defects);
  }

  private void people(YearRange years, Gazetteer gazetteer) {
    List<City> cities = resourceCities(gazetteer);
    Panel panel = new Panel(simulation.seed(), simulation.years(), cities, gazetteer);
    Path file = simulation.out().resolve(PeopleSample.fileName(years));
    add(file, PeopleSample.HEADER, new PeopleSample(simulation.seed(), panel).rows(years, cities));
  }

  private void towns(YearRange years, Gazetteer gazetteer) {
    List<City> cities = resourceCities(gazetteer, r -> !r.text("exhausted_since").isEmpty());
    TownSample sample = new TownSample(simulation.seed(), cities);
    Path folder = simulation.out();
    add(folder.resolve(TownSample.fileName(years)), TownSample.HEADER, sample.rows(years));
    Path units = folder.resolve(TownSample.UNITS);
    write(units, UnitList.COLUMNS, sample.units());
    files.add(units);
  }

  private void add(Path file, List<String> header, List<List<String>> made) {
    write(file, header, made);
    files.add(file);
    rows += made.size();
  }

  /** The cities of the resource scenario: those of the list whose endowment is known. */
  private List<City> resourceCities(Gazetteer gazetteer) {
    return resourceCities(gazetteer, r -> true);
  }

  private List<City> resourceCities(Gazetteer gazetteer, Predicate<ReferenceRow> isWanted) {
    Path file = simulation.reference().resolve("resource_cities.csv");
    return gazetteer.inEveryPeriod(
        ReferenceFile.read(file).rows().stream()
            .filter(r -> !r.text("endowment").isEmpty())
            .filter(isWanted)
            .map(r -> r.text("unit_id"))
            .collect(Collectors.toSet()));
  }

  private void yearbooks(
      YearRange years, List<City> cities, Gazetteer gazetteer, boolean hasDefects) {
    Panel panel = new Panel(simulation.seed(), simulation.years(), cities, gazetteer);
    for (Supplier<Sheet> yearbook : new Yearbooks(panel, years, cities, gazetteer).all()) {
      // one at a time: a large simulation holds a single sheet in memory
      Sheet sheet = yearbook.get();
      if (hasDefects) {
        defects.addAll(Defects.plant(years, sheet));
      }
      Path file = simulation.out().resolve(sheet.fileName(years));
      requireAlone(file, sheet);
      write(file, sheet);
      files.add(file);
      rows += sheet.rows().size();
    }
  }

  private Path writeUnits(Roster roster) {
    Path file = simulation.out().resolve(UNITS);
    Path reference = simulation.reference().resolve(UNITS);
    write(file, UnitList.COLUMNS, SyntheticUnits.rows(roster.synthetic(), reference));
    return file;
  }

  private void write(Path file, Sheet sheet) {
    output.write(file, out -> sheet.form().write(out, sheet));
  }

  private void write(Path file, List<String> header, List<List<String>> table) {
    output.csv(file, header, table);
  }

  private void requireAlone(Path file, Sheet sheet) {
    Path folder = file.getParent();
    Set<Path> own =
        Stream.concat(Stream.of(simulation.years()), simulation.resourceYears().stream())
            .map(years -> simulation.out().resolve(sheet.fileName(years)))
            .collect(Collectors.toSet());
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> there = Files.list(folder)) {
      there
          .filter(p -> p.toString().endsWith("." + sheet.form().extension()) && !own.contains(p))
          .sorted()
          .findFirst()
          .ifPresent(
              p -> {
                throw new RenxingException(
                    ErrorCode.USAGE,
                    "simulate --out: "
                        + p
                        + " is there already and would be read with the new file; choose another"
                        + " folder or remove it");
              });
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, folder + ": cannot be read: " + e, e);
    }
  }
}
