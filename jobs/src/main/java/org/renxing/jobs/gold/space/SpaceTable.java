package org.renxing.jobs.gold.space;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableRows;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.SpaceOptions;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.space.Autocorrelation;

/**
 * A table of the spatial autocorrelation of a scenario, which is computed once for all of these.
 */
public abstract class SpaceTable implements GoldTable {
  private final SpaceRule rule;
  private final Need<Records<Autocorrelation.Year>> years;
  private final Records.Each<Autocorrelation.Year, Row> each;

  /**
   * A table.
   *
   * @param each the rows of a measure and year
   */
  SpaceTable(LakeFiles files, Records.Each<Autocorrelation.Year, Row> each) {
    this.rule = new SpaceRule(files);
    this.years =
        Need.of("spatial autocorrelation", List.of(Measures.PANELS), this::configured, this::years);
    this.each = each;
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(years);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.SPACE);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(years));
  }

  public TableRows rows(Records<Autocorrelation.Year> years) {
    return years.rows(columns(), each);
  }

  private Object configured(Scenario scenario) {
    SpaceOptions options = scenario.space();
    return List.of(rule.configured(scenario), options.permutations(), options.seed());
  }

  private Records<Autocorrelation.Year> years(Scenario scenario, Given given) {
    SpaceOptions options = scenario.space();
    Autocorrelation autocorrelation =
        new Autocorrelation(
            scenario.id(), options.permutations(), options.seed(), rule.of(scenario));
    return given.get(Measures.PANELS).flatMap(panel -> autocorrelation.of(panel).iterator()).kept();
  }
}
