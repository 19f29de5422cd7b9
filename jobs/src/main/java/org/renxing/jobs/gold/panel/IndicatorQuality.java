package org.renxing.jobs.gold.panel;

import static org.renxing.measure.Cells.number;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.panel.Completeness;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.records.LocalRecords;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.indicator_quality: how complete and how varied the figures of each indicator are. */
public final class IndicatorQuality implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "indicator_quality",
                "One row an indicator of the scenario: how complete and how varied its figures are")
            .key("indicator_code", Type.STRING, "Indicator; see dim_indicator")
            .required(
                "n",
                Type.LONG,
                "unit-years",
                "Cells of the panel, units that it leaves out included")
            .required("n_missing", Type.LONG, "unit-years", "Of these without a value as derived")
            .required("missing_share", Type.DOUBLE, "0-1", "n_missing over n")
            .required("n_imputed", Type.LONG, "unit-years", "Values imputed, of units that stay")
            .optional("minimum", Type.DOUBLE, "", "Least value of units that stay; null = none")
            .optional("maximum", Type.DOUBLE, "", "Largest value of the same; null = none")
            .required("is_constant", Type.BOOLEAN, "", "Whether all units that stay have one value")
            .required(
                "flag",
                Type.STRING,
                "",
                "MISSING: more is missing than missing.cap; CONSTANT: it cannot count; or empty"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(ScenarioPanel.PANELS);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    PanelGrid grid = PanelKernel.of(scenario).grid();
    Completeness found = given.get(ScenarioPanel.PANELS).reduce(() -> new Completeness(grid));
    double cap = scenario.imputation().cap();
    return LocalRecords.of(found.indicators()).rowEach(columns(), one -> row(one, cap));
  }

  /**
   * A row of the table.
   *
   * @param cap share of missing cells above which an indicator is flagged
   */
  static Row row(Completeness.OfIndicator one, double cap) {
    double missingShare = (double) one.missing() / one.cells();
    boolean isConstant = one.least() == one.largest();
    List<String> flags = new ArrayList<>();
    if (missingShare > cap) {
      flags.add("MISSING");
    }
    if (isConstant) {
      flags.add("CONSTANT");
    }
    return RowFactory.create(
        one.code(),
        one.cells(),
        one.missing(),
        missingShare,
        one.imputed(),
        number(one.least()),
        number(one.largest()),
        isConstant,
        String.join(",", flags));
  }
}
