package org.renxing.jobs.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Writes a simulation: one folder and file a source, and units.csv where cities are synthetic. */
public final class SimulationWriter {
  /** File beside the folders of the sources, in the form of the reference table of that name. */
  public static final String UNITS = "units.csv";

  private SimulationWriter() {}

  /**
   * Writes all files, over those of the same simulation.
   *
   * @throws RenxingException if reference tables are missing or wrong, a folder of a source holds
   *     another CSV file (the source would read both), or nothing can be written
   */
  public static SimulationReport write(Simulation simulation) {
    Gazetteer gazetteer = Gazetteer.read(simulation.reference());
    Roster roster = Roster.of(simulation, gazetteer);
    Panel panel = new Panel(simulation.seed(), simulation.years(), roster.all(), gazetteer);
    List<Sheet> sheets = new Yearbooks(panel, simulation.years(), roster.all(), gazetteer).all();
    List<PlantedDefect> defects =
        simulation.hasDefects() ? Defects.plant(simulation.years(), sheets) : List.of();
    List<Path> files = new ArrayList<>();
    for (Sheet sheet : sheets) {
      Path file = simulation.out().resolve(sheet.fileName(simulation.years()));
      requireAlone(file);
      write(file, sheet.header(), sheet.rows());
      files.add(file);
    }
    if (!roster.synthetic().isEmpty()) {
      Path file = simulation.out().resolve(UNITS);
      List<List<String>> rows =
          SyntheticUnits.rows(roster.synthetic(), simulation.reference().resolve(UNITS));
      write(file, SyntheticUnits.HEADER, rows);
      files.add(file);
    }
    return new SimulationReport(
        files, sheets.stream().mapToLong(s -> s.rows().size()).sum(), defects);
  }

  private static void write(Path file, List<String> header, List<List<String>> rows) {
    try {
      Files.createDirectories(file.getParent());
      try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, file + ": cannot be written: " + e, e);
    }
  }

  private static void requireAlone(Path file) {
    Path folder = file.getParent();
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> there = Files.list(folder)) {
      there
          .filter(p -> p.toString().endsWith(".csv") && !p.equals(file))
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
