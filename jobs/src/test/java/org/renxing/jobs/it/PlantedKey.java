package org.renxing.jobs.it;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The hidden key: what is wrong in the samples, and where. */
final class PlantedKey {
  static final String SUSPECT = "loaded; in suspect_value";
  static final String FLAGGED = "loaded; flagged in base_indicator_quality";

  /** As what kind of suspect each kind of wrong figure is found; others may stand beside it. */
  static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("power-of-ten", "power-of-ten"),
          Map.entry("wrong-digit", "spike"),
          Map.entry("new-definition", "level-break"),
          Map.entry("districts-only", "scope"),
          Map.entry("swapped-rows", "row-shift"),
          Map.entry("swapped-cells", "column-swap"),
          Map.entry("repeated-year", "repeated"),
          Map.entry("copied-city", "copied"),
          Map.entry("out-of-range", "range"),
          Map.entry("broken-sum", "identity"),
          Map.entry("area-in-mu", "peer-level"));

  private static final Path FILE = Path.of("src/test/resources/planted-defects.csv");

  private PlantedKey() {}

  /** The defects with which an ingest must do so. */
  static List<NamedCsvRecord> of(String expected) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
      return csv.stream().filter(d -> d.getField("expected").equals(expected)).toList();
    }
  }

  /** Kinds of suspects by "source/file,line,column". */
  static Map<String, Set<String>> kindsByPlace(Dataset<Row> observations, Dataset<Row> suspects) {
    List<String> cell = List.of("unit_id", "year", "indicator_code", "source_id");
    Map<String, Set<String>> out = new HashMap<>();
    observations
        .join(
            suspects.select("unit_id", "year", "indicator_code", "source_id", "kind"),
            CollectionConverters.asScala(cell).toSeq())
        .select("source_id", "source_file", "row_number", "column_label", "kind")
        .collectAsList()
        .forEach(
            r -> {
              String file = r.getString(0) + "/" + r.getString(1);
              String place =
                  String.format(Locale.ROOT, "%s,%d,%s", file, r.getLong(2), r.getString(3));
              out.computeIfAbsent(place, k -> new TreeSet<>()).add(r.getString(4));
            });
    return out;
  }
}
