package org.renxing.jobs.gold.space;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasurePanel;
import org.renxing.model.Analysis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.space.MeasurePatterns;
import org.renxing.space.NeighbourRule;

/** A table of how each measure of a scenario lies in space. */
public abstract class PatternTable implements GoldTable {
  /** Rows of a measure. */
  interface Each extends Serializable {
    /**
     * The rows.
     *
     * @param step years from one to the next
     */
    Iterator<Row> of(MeasurePatterns patterns, int step);
  }

  private final SpaceRule rule;
  private final Each each;

  /** A table. */
  PatternTable(LakeFiles files, Each each) {
    this.rule = new SpaceRule(files);
    this.each = each;
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Measures.PANELS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.SPACE);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(rule.configured(scenario), scenario.years().step());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(Measures.PANELS), rule.of(scenario), scenario.years().step());
  }

  public TableRows rows(Records<MeasurePanel> panels, NeighbourRule neighbours, int step) {
    Each rows = each;
    return panels.rows(columns(), panel -> rows.of(new MeasurePatterns(panel, neighbours), step));
  }

  /** Adds the columns that say which measure and neighbours a row is about. */
  static TableSpec.Builder measure(TableSpec.Builder shape) {
    return shape
        .key("measure", Type.STRING, Measures.COMMENT)
        .key("weights", Type.STRING, "Neighbours, see spatial_autocorrelation_year");
  }
}
