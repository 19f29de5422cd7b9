package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.LakeFiles;
import org.renxing.model.Analysis;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.SpaceOptions;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.space.Autocorrelation;
import org.renxing.space.NeighbourRule;
import org.renxing.space.NeighbourRules;

/** Spatial autocorrelation of a scenario, computed once for the tables that show it. */
public final class Neighbourhoods {
  static final List<TableName> INPUTS = Panels.INPUTS;

  private final LakeFiles files;

  public Neighbourhoods(LakeFiles files) {
    this.files = files;
  }

  static boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.SPACE);
  }

  /** What of a scenario it depends on, and of the table of neighbours. */
  Object configuration(Scenario scenario) {
    SpaceOptions options = scenario.space();
    String text = isPaired(options) ? Fingerprint.of(text(options.adjacency().file())) : "";
    return List.of(options.text(), options.permutations(), options.seed(), text);
  }

  /** One row a measure and year, with local statistics within. */
  Dataset<Row> of(Scenario scenario, Inputs inputs) {
    SpaceOptions options = scenario.space();
    Dataset<Row> panels = Panels.of(scenario, inputs);
    Autocorrelation autocorrelation =
        new Autocorrelation(scenario.id(), options.permutations(), options.seed());
    return inputs.shared(
        "space " + scenario.id(),
        () -> {
          Map<String, Set<String>> pairs = isPaired(options) ? pairs(options) : Map.of();
          NeighbourRule rule = NeighbourRules.of(options, pairs);
          return autocorrelation.of(panels, rule);
        });
  }

  /** The local statistics, one row a measure, unit and year. */
  Dataset<Row> units(Scenario scenario, Inputs inputs) {
    return of(scenario, inputs)
        .select(col("measure"), col("weights"), col("year"), inline(col("units")));
  }

  private static boolean isPaired(SpaceOptions options) {
    return options.weights() == SpaceOptions.Weights.ADJACENCY;
  }

  private Map<String, Set<String>> pairs(SpaceOptions options) {
    SpaceOptions.Adjacency adjacency = options.adjacency();
    Map<String, Set<String>> out = new TreeMap<>();
    try (var reader = CsvReader.builder().ofNamedCsvRecord(text(adjacency.file()))) {
      for (NamedCsvRecord row : reader) {
        String unit = field(row, adjacency.unitColumn(), adjacency.file());
        String neighbour = field(row, adjacency.neighbourColumn(), adjacency.file());
        out.computeIfAbsent(unit, key -> new TreeSet<>()).add(neighbour);
      }
    } catch (CsvParseException | IOException e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          adjacency.file() + ": cannot be read as CSV: " + e.getMessage(),
          e);
    }
    return out;
  }

  private String text(String file) {
    return files
        .read(file)
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.CONFIGURATION,
                    file + ": no such file; correct space.adjacency.file of the scenario"));
  }

  private static String field(NamedCsvRecord row, String column, String file) {
    String value = row.findField(column).orElse("").strip();
    if (value.isEmpty()) {
      String what =
          row.getHeader().contains(column)
              ? "is empty; every row names two units"
              : "is missing; there are " + row.getHeader();
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "%s:%d: column %s %s".formatted(file, row.getStartingLineNumber(), column, what));
    }
    return value;
  }
}
