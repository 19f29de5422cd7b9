package org.renxing.jobs.gold.remote;

import java.util.List;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.OccupancyArea;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily;
import org.renxing.model.TableSpec;
import org.renxing.vacancy.VacancyFigure;

/** Vacancy of dwellings, or of premises of trade, with its interval. */
public final class VacancyUnitYear extends RemoteTable<VacancyFigure> {
  private final RemoteFamily use;
  private final String name;

  /** The table of a use. */
  public VacancyUnitYear(RemoteAggregates aggregates, RemoteFamily use, String name) {
    super(
        aggregates,
        "vacancy",
        aggregates.has(use) ? List.of(OccupancyArea.TABLE) : List.of(),
        aggregates::vacancy);
    this.use = use;
    this.name = name;
  }

  @Override
  public TableSpec spec() {
    String units = use == RemoteFamily.HOUSING ? "dwellings" : "premises of trade";
    TableSpec.Builder shape =
        zoneYear(name, "One row a zone, unit and year with areas: vacancy of " + units)
            .required("units_total", Type.LONG, "units", "All " + units + " of the areas")
            .optional(
                "units_vacant", Type.DOUBLE, "units", "Vacant ones of those covered; null for none")
            .optional("vacancy_rate", Type.DOUBLE, "0-1", "Vacant over covered; null where none is")
            .optional("lower", Type.DOUBLE, "0-1", "Lower end of its interval")
            .optional("upper", Type.DOUBLE, "0-1", "Upper end of its interval")
            .optional(
                "is_limited",
                Type.BOOLEAN,
                "",
                "Whether the rate was outside 0 to 1 and is limited")
            .required("n_observations", Type.LONG, "", "Counts and signals used, over all areas")
            .required("n_areas", Type.LONG, "areas", "All areas")
            .required("coverage", Type.DOUBLE, "0-1", "Share of units in areas observed")
            .optional(
                "method",
                Type.STRING,
                "",
                "counted, calibrated (by an audit), configured, or mixed; null for none")
            .check(
                "the rate lies in its interval", "lower <= vacancy_rate AND vacancy_rate <= upper");
    return GoldTable.end(shape);
  }

  @Override
  void add(UnitRows rows, VacancyFigure v) {
    if (v.use().equals(use.text())) {
      rows.add(
          List.of(v.zone()),
          v.unit(),
          v.year(),
          v.unitsTotal(),
          Cells.number(v.unitsVacant()),
          Cells.number(v.rate()),
          Cells.number(v.lower()),
          Cells.number(v.upper()),
          v.isCovered() ? v.isLimited() : null,
          v.observations(),
          v.areas(),
          v.coverage(),
          Cells.text(v.method()));
    }
  }
}
