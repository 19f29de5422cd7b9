package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
    SpaceOptions.Adjacency pairs = options.adjacency();
    List<String> read =
        isPaired(options)
            ? List.of(
                Fingerprint.of(text(pairs.file())), pairs.unitColumn(), pairs.neighbourColumn())
            : List.of();
    return List.of(
        options.text(),
        options.permutations(),
        options.seed(),
        read,
        Measures.configuration(scenario));
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
          SpaceOptions.Adjacency adjacency = options.adjacency();
          Map<String, Set<String>> pairs =
              isPaired(options)
                  ? new NeighbourPairs(adjacency, text(adjacency.file())).read()
                  : Map.of();
          return autocorrelation.of(panels, NeighbourRules.of(options, pairs));
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

  private String text(String file) {
    return files
        .read(file)
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.CONFIGURATION,
                    file + ": no such file; correct space.adjacency.file of the scenario"));
  }
}
