package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.panel.Merge;

/** Reads and checks lineage.csv: what happened to units, and to which. */
final class LineageFile {
  /** Kinds that keep the unit and its territory: both ends of the event are the same unit. */
  static final Set<String> SAME_UNIT = Set.of("upgrade", "rename", "code_change");

  /** Kinds that move territory from one unit to another. */
  static final Set<String> TERRITORY = Set.of(Merge.KIND, "split", "carve_out", "dissolve");

  private static final List<String> COLUMNS =
      List.of("year", "kind", "from_unit_id", "to_unit_id", "is_whole", "note", "source");
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2200;

  private final Set<String> units;
  private final List<String> problems = new ArrayList<>();
  private final Set<List<Object>> keys = new HashSet<>();
  private final Set<String> passedWhole = new HashSet<>();

  private LineageFile(Set<String> units) {
    this.units = units;
  }

  /**
   * One event.
   *
   * @param from empty for a unit outside the list of units, which the note names
   */
  record Event(
      int year, String kind, String from, String to, boolean isWhole, String note, String source) {}

  /**
   * The events.
   *
   * @param units ids of all known units
   * @throws RenxingException CONFIGURATION with every problem on a line of its own
   */
  static List<Event> read(ReferenceFile file, Set<String> units) {
    LineageFile reading = new LineageFile(units);
    List<Event> out = new ArrayList<>();
    for (ReferenceRow row : file.rows()) {
      reading.event(row).ifPresent(out::add);
    }
    if (!reading.problems.isEmpty()) {
      throw new RenxingException(ErrorCode.CONFIGURATION, String.join("\n", reading.problems));
    }
    return out;
  }

  private Optional<Event> event(ReferenceRow row) {
    int before = problems.size();
    for (String column : COLUMNS) {
      if (row.find(column).isEmpty()) {
        problem(row, "has no column " + column + "; there must be " + String.join(", ", COLUMNS));
      }
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    String kind = row.text("kind");
    String from = row.text("from_unit_id");
    String to = row.text("to_unit_id");
    String whole = row.text("is_whole");
    int year = year(row);
    checkUnits(row, kind, from, to);
    if (!Set.of("true", "false").contains(whole)) {
      problem(row, "is_whole is '" + whole + "'; allowed: true, false");
    }
    if (row.text("source").isBlank()) {
      problem(row, "source is empty; say where the event is known from");
    }
    if (!keys.add(List.of(year, kind, from, to))) {
      problem(row, "the event stands here twice; drop one of the two rows");
    }
    boolean isWhole = whole.equals("true");
    if (kind.equals(Merge.KIND) && isWhole && !passedWhole.add(from)) {
      problem(row, "unit " + from + " passes over whole a second time; only one unit can hold it");
    }
    Event event = new Event(year, kind, from, to, isWhole, row.text("note"), row.text("source"));
    return problems.size() == before ? Optional.of(event) : Optional.empty();
  }

  private int year(ReferenceRow row) {
    String text = row.text("year");
    int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      problem(row, "year is '" + text + "'; write a year from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    return year;
  }

  private void checkUnits(ReferenceRow row, String kind, String from, String to) {
    Set<String> kinds = new TreeSet<>(TERRITORY);
    kinds.addAll(SAME_UNIT);
    if (!kinds.contains(kind)) {
      problem(row, "kind is '" + kind + "'; allowed: " + String.join(", ", kinds));
      return;
    }
    boolean mayBeOutside = TERRITORY.contains(kind) && !kind.equals(Merge.KIND);
    if (!units.contains(from) && !(from.isEmpty() && mayBeOutside)) {
      problem(row, "from_unit_id '" + from + "' is no unit of the list of units");
    }
    if (!units.contains(to)) {
      problem(row, "to_unit_id '" + to + "' is no unit of the list of units");
    }
    if (TERRITORY.contains(kind) && from.equals(to)) {
      problem(row, "a " + kind + " from unit " + from + " to itself; name two units");
    }
    if (SAME_UNIT.contains(kind) && !from.equals(to)) {
      problem(row, "a " + kind + " keeps its unit; write the same unit_id twice");
    }
  }

  private void problem(ReferenceRow row, String message) {
    problems.add(row.wrong(message).getMessage());
  }
}
