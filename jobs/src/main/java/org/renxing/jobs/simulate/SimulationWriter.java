package org.renxing.jobs.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
   *     another such file (the source would read both), or nothing can be written
   */
  public static SimulationReport write(Simulation simulation) {
    Gazetteer gazetteer = Gazetteer.read(simulation.reference());
    Roster roster = Roster.of(simulation, gazetteer);
    Panel panel = new Panel(simulation.seed(), simulation.years(), roster.all(), gazetteer);
    Yearbooks yearbooks = new Yearbooks(panel, simulation.years(), roster.all(), gazetteer);
    List<Path> files = new ArrayList<>();
    List<PlantedDefect> defects = new ArrayList<>();
    long rows = 0;
    for (Supplier<Sheet> yearbook : yearbooks.all()) {
      // one at a time: a large simulation holds a single sheet in memory
      Sheet sheet = yearbook.get();
      if (simulation.hasDefects()) {
        defects.addAll(Defects.plant(simulation.years(), sheet));
      }
      Path file = simulation.out().resolve(sheet.fileName(simulation.years()));
      requireAlone(file, sheet.form().extension());
      write(file, sheet);
      files.add(file);
      rows += sheet.rows().size();
    }
    if (!roster.synthetic().isEmpty()) {
      files.add(writeUnits(simulation, roster));
    }
    return new SimulationReport(files, rows, defects);
  }

  private static Path writeUnits(Simulation simulation, Roster roster) {
    Path file = simulation.out().resolve(UNITS);
    Path reference = simulation.reference().resolve(UNITS);
    write(file, SyntheticUnits.HEADER, SyntheticUnits.rows(roster.synthetic(), reference));
    return file;
  }

  private static void write(Path file, Sheet sheet) {
    try {
      sheet.form().write(file, sheet);
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, file + ": cannot be written: " + e, e);
    }
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

  private static void requireAlone(Path file, String extension) {
    Path folder = file.getParent();
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> there = Files.list(folder)) {
      there
          .filter(p -> p.toString().endsWith("." + extension) && !p.equals(file))
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
