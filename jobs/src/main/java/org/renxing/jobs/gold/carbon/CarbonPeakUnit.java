package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.flag;
import static org.renxing.measure.Cells.number;
import static org.renxing.measure.Cells.text;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.carbon.CarbonBases;
import org.renxing.carbon.CarbonYear;
import org.renxing.carbon.EmissionPeak;
import org.renxing.carbon.UnitEmissions;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.UnitDirectory;

/** gold.carbon_peak_unit: when and how high the emissions of units were highest. */
public final class CarbonPeakUnit implements GoldTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("carbon_peak_unit", "One row a unit: the peak of its emissions so far")
            .with(GoldTable::unit)
            .required("year_from", Type.INT, "", "First year of the scenario")
            .required("year_to", Type.INT, "", "Last year of the scenario")
            .optional("peak_year", Type.INT, "", "Last year of the largest emissions")
            .optional("peak_t", Type.DOUBLE, "t CO2", "The largest emissions")
            .optional("emissions_to_t", Type.DOUBLE, "t CO2", "Emissions of the last year")
            .optional(
                "change_since_peak",
                Type.DOUBLE,
                "share",
                "Emissions of the last year against the largest")
            .optional(
                "has_peaked",
                Type.BOOLEAN,
                "",
                "Whether the peak is before the last years (carbon.peak-years); null = unknown")
            .optional(
                "falls_each_year",
                Type.BOOLEAN,
                "",
                "Whether each year since the peak is below the one before; null where the peak is"
                    + " the last year")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no peak: MISSING_EMISSIONS (of a calendar year, which could be the"
                    + " largest), BOUNDARY_BREAK")
            .check("either a peak or a reason", "(peak_year IS NULL) <> (reason IS NULL)");
    return GoldTable.end(
        UnitBoundaries.event(UnitBoundaries.flag(shape, "Emissions over all years")));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CarbonAnswers.YEARS, UnitBoundaries.OF_SCENARIO, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return CarbonAnswers.are(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.carbon().peakYears(), CarbonBases.of(scenario).emissions());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    int peakYears = scenario.carbon().peakYears();
    Boundaries boundaries = given.get(UnitBoundaries.OF_SCENARIO);
    Set<Basis> bases = CarbonBases.of(scenario).emissions();
    UnitDirectory units = given.get(Units.DIRECTORY);
    return given
        .get(CarbonAnswers.YEARS)
        .groupedBy(
            CarbonYear::unitId, (id, years) -> List.of(UnitEmissions.of(id, years)).iterator())
        .rowEach(
            columns(), unit -> row(EmissionPeak.of(unit, peakYears, boundaries, bases), units));
  }

  private static Row row(EmissionPeak peak, UnitDirectory units) {
    return RowFactory.create(
        peak.unitId(),
        units.name(peak.unitId()),
        peak.first(),
        peak.last(),
        peak.peakYear() == 0 ? null : peak.peakYear(),
        number(peak.peak()),
        number(peak.lastEmissions()),
        number(peak.change()),
        flag(peak.hasPeaked()),
        flag(peak.fallsEachYear()),
        text(peak.reason()),
        peak.flag(),
        text(peak.event()));
  }
}
