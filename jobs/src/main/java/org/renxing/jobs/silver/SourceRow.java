package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.cell.Blanks;
import org.renxing.intake.FileRow;

/**
 * A row of a source with its unit, year and cells, or with the reason why it cannot be placed.
 *
 * @param unitColumn column that holds the unit's code or name
 * @param unitId empty where the row cannot be placed
 * @param year 0 where it has none
 * @param vintage day of publication; empty for sources without vintages
 * @param reason why it cannot be placed
 * @param cells of a row that is placed those that are mapped and not empty
 * @param raw all cells as received; empty once nothing of the row is set aside
 */
record SourceRow(
    String sourceId,
    int precedence,
    String unitColumn,
    String file,
    long number,
    String hash,
    String unitId,
    int year,
    String vintage,
    Reason reason,
    List<Cell> cells,
    Map<String, String> raw)
    implements Serializable {
  SourceRow {
    cells = List.copyOf(cells);
  }

  /** The text of the unit, or of a note. */
  Optional<String> unitText() {
    return unitText(raw, unitColumn);
  }

  static Optional<String> unitText(Map<String, String> raw, String unitColumn) {
    return Optional.ofNullable(raw.get(unitColumn))
        .map(Blanks::strip)
        .or(() -> Optional.ofNullable(raw.get(FileRow.NOTE)));
  }

  /** Whether it is placed. */
  boolean isPlaced() {
    return reason.isNone();
  }

  /** Whether it or any of its cells is set aside. */
  boolean isSetAside() {
    if (!isPlaced()) {
      return true;
    }
    for (Cell cell : cells) {
      if (!cell.isSound()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is placed and each of its cells counts. */
  boolean isUsed() {
    if (!isPlaced()) {
      return false;
    }
    for (Cell cell : cells) {
      if (!cell.isPreferred()) {
        return false;
      }
    }
    return true;
  }

  /** What it is compared with has the same key: the unit and year; of other rows none has. */
  String unitAndYear() {
    return isPlaced() ? unitId + "\n" + year : "\n" + file + "\n" + number + "\n" + hash;
  }

  /** The same with other cells. */
  SourceRow with(List<Cell> now) {
    return with(now, raw);
  }

  /** The same without what it was received as, unless something of it is set aside. */
  SourceRow settled() {
    return isSetAside() ? this : with(cells, Map.of());
  }

  private SourceRow with(List<Cell> now, Map<String, String> received) {
    return new SourceRow(
        sourceId,
        precedence,
        unitColumn,
        file,
        number,
        hash,
        unitId,
        year,
        vintage,
        reason,
        now,
        received);
  }
}
