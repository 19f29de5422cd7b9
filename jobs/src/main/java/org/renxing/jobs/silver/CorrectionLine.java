package org.renxing.jobs.silver;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.renxing.cell.DecimalMark;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.Settings;

/** One line of a file of corrections, checked. */
final class CorrectionLine {
  private final ReferenceRow line;
  private final String place;
  private final List<String> problems = new ArrayList<>();

  CorrectionLine(ReferenceRow line, String place, Settings settings) {
    this.line = line;
    this.place = place;
    for (String column : List.of("unit_id", "reason", "evidence", "reviewer")) {
      require(!text(column).isEmpty(), column + " is empty");
    }
    require(
        settings.sources().containsKey(text("source_id")),
        "source_id '" + text("source_id") + "' is no source");
    require(
        settings.baseIndicators().containsKey(text("indicator_code")),
        "indicator_code '" + text("indicator_code") + "' is no base indicator");
    require(text("year").matches("\\d{4}"), "year '" + text("year") + "' is no year");
    require(
        text("value").isEmpty() || !Double.isNaN(value()),
        "value '" + text("value") + "' is no number; leave it empty to set the cell aside");
    require(isDay(text("date")), "date '" + text("date") + "' is no day; write it as 2020-12-31");
  }

  /** What is wrong with it, each with its place. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What it says; only where there are no problems. */
  Correction correction() {
    return new Correction(
        new Correction.Key(
            text("source_id"),
            text("unit_id"),
            Integer.parseInt(text("year")),
            text("indicator_code")),
        value(),
        text("reason"),
        text("evidence"),
        text("date"),
        text("reviewer"),
        place);
  }

  private String text(String column) {
    return line.find(column).orElse("");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      problems.add(place + ": " + otherwise);
    }
  }

  private double value() {
    return DecimalMark.POINT.value(text("value"));
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
