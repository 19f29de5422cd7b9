package org.renxing.jobs.gold.panel;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Imputation;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.panel.UnitExclusion;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.panel_exclusion_unit: which units left the panel of a scenario, and why. */
public final class PanelExclusion implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "panel_exclusion_unit", "One row a unit that the scenario's panel leaves out")
            .with(GoldTable::unit)
            .required(
                "reason",
                Type.STRING,
                "",
                "OVER_CAP: misses more than the cap; INCOMPLETE: still lacks something after"
                    + " imputation")
            .required("indicator_code", Type.STRING, "", "The indicator that lacks most")
            .required("missing_years", Type.INT, "years", "How many years of it are missing")
            .required("missing_share", Type.DOUBLE, "0-1", "Share of the scenario's years")
            .required("detail", Type.STRING, "", "The same in words, with the rule")
            .required(
                "is_stop",
                Type.BOOLEAN,
                "",
                "Whether the scenario demands to stop here (over-cap = stop)")
            .check("no unit is over the cap where over-cap = stop", "NOT is_stop"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(ScenarioPanel.PANELS, Units.DIRECTORY);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    boolean stops = scenario.imputation().overCap() == Imputation.OverCap.STOP;
    double cap = scenario.imputation().cap();
    int years = scenario.years().length();
    UnitDirectory units = given.get(Units.DIRECTORY);
    return given
        .get(ScenarioPanel.PANELS)
        .rows(
            columns(),
            panel ->
                panel.exclusion().stream()
                    .map(
                        why ->
                            RowFactory.create(
                                panel.unitId(),
                                units.name(panel.unitId()),
                                why.reason(),
                                why.indicatorCode(),
                                why.missingYears(),
                                (double) why.missingYears() / years,
                                why.detail(years, cap),
                                stops && why.reason().equals(UnitExclusion.OVER_CAP)))
                    .iterator());
  }
}
