package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;

/**
 * Reviewed corrections of single values, from CSV files with the columns source_id, unit_id, year,
 * indicator_code, value, reason, evidence, date, reviewer. They are the only thing that changes a
 * value. The value is in the unit of the base indicator; an empty one sets the cell aside.
 */
public final class Corrections {
  private final List<Correction> all;
  private final String text;

  private Corrections(List<Correction> all, String text) {
    this.all = List.copyOf(all);
    this.text = text;
  }

  /**
   * Reads the files that the configuration names.
   *
   * @throws RenxingException CONFIGURATION with all that is wrong in them
   */
  public static Corrections read(Settings settings, LakeFiles files) {
    List<String> problems = new ArrayList<>();
    Map<Correction.Key, String> places = new HashMap<>();
    List<Correction> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String path : settings.correctionFiles()) {
      ReferenceFile file = ReferenceFile.read(files, path, "corrections.files");
      text.append(file.text());
      for (ReferenceRow line : file.rows()) {
        String place = path.replaceFirst(".*/", "") + " line " + line.line();
        CorrectionLine read = new CorrectionLine(line, place, settings);
        problems.addAll(read.problems());
        if (read.problems().isEmpty()) {
          Correction correction = read.correction();
          String before = places.putIfAbsent(correction.cell(), place);
          if (before != null) {
            problems.add(place + ": corrects the same cell as " + before);
          }
          all.add(correction);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "corrections:\n  " + String.join("\n  ", problems));
    }
    return new Corrections(all, text.toString());
  }

  /** All that they say, for fingerprints. */
  String text() {
    return text;
  }

  /** All of them. */
  List<Correction> all() {
    return all;
  }

  /** By what they correct. */
  Map<Correction.Key, Correction> byCell() {
    return all.stream().collect(Collectors.toMap(Correction::cell, correction -> correction));
  }
}
