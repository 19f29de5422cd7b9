package org.renxing.jobs.simulate;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param rows lines of data in all files of sources, headers apart
 * @param defects the errors planted, in the order of the files
 */
public record SimulationReport(List<Path> files, long rows, List<PlantedDefect> defects) {
  public SimulationReport {
    files = List.copyOf(files);
    defects = List.copyOf(defects);
  }
}
