package org.renxing.jobs.gold.space;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.SpaceOptions.Adjacency;

/**
 * A table of neighbours: CSV with one row a pair.
 *
 * @param text the whole file
 */
record NeighbourPairs(Adjacency adjacency, String text) {

  /**
   * The second of each pair by the first.
   *
   * @throws RenxingException CONFIGURATION naming the line, where one of the two is not given
   */
  Map<String, Set<String>> read() {
    Map<String, Set<String>> out = new TreeMap<>();
    try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        String neighbour = field(row, adjacency.neighbourColumn());
        out.computeIfAbsent(field(row, adjacency.unitColumn()), key -> new TreeSet<>())
            .add(neighbour);
      }
    } catch (CsvParseException | IOException e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          adjacency.file() + ": cannot be read as CSV: " + e.getMessage(),
          e);
    }
    return out;
  }

  private String field(NamedCsvRecord row, String column) {
    String value = row.findField(column).orElse("").strip();
    if (value.isEmpty()) {
      String what =
          row.getHeader().contains(column)
              ? "is empty; every row names two units"
              : "is missing; there are " + row.getHeader();
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          String.format(
              Locale.ROOT,
              "%s:%d: column %s %s",
              adjacency.file(),
              row.getStartingLineNumber(),
              column,
              what));
    }
    return value;
  }
}
