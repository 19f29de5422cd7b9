package org.renxing.jobs.gold;

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

/**
 * A table of the spatial autocorrelation of a scenario, which is computed once for all of these.
 */
abstract class SpaceTable implements PlannedTable {
  private final LakeFiles files;

  SpaceTable(LakeFiles files) {
    this.files = files;
  }

  /**
   * Those of the answers that the table shows.
   *
   * @param answers one row a measure, weights and year, with local statistics in units
   */
  abstract Dataset<Row> rows(Dataset<Row> answers);

  @Override
  public List<TableName> inputs() {
    return Panels.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.SPACE);
  }

  /** What of a scenario it depends on, and of the table of neighbours. */
  @Override
  public Object configuration(Scenario scenario) {
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

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    SpaceOptions options = scenario.space();
    Dataset<Row> panels = Panels.of(scenario, inputs);
    Autocorrelation autocorrelation =
        new Autocorrelation(scenario.id(), options.permutations(), options.seed());
    Dataset<Row> answers =
        inputs.shared(
            "space " + scenario.id(),
            () -> {
              SpaceOptions.Adjacency adjacency = options.adjacency();
              Map<String, Set<String>> pairs =
                  isPaired(options)
                      ? new NeighbourPairs(adjacency, text(adjacency.file())).read()
                      : Map.of();
              return autocorrelation.of(panels, NeighbourRules.of(options, pairs));
            });
    return rows(answers);
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
