package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.model.RemoteFamily;

/** The tables of vacancy and land. */
public final class RemoteTables {
  private RemoteTables() {}

  /** All of them; each says whether the run has what it needs. */
  public static List<GoldTable> of(RemoteAggregates aggregates) {
    return List.of(
        new VacancyUnitYear(aggregates, RemoteFamily.HOUSING, "vacancy_unit_year"),
        new VacancyUnitYear(aggregates, RemoteFamily.COMMERCIAL, "commercial_vacancy_unit_year"),
        new OccupancyAudit(aggregates),
        new OccupancySignal(aggregates),
        new LandUseUnitYear(aggregates),
        new SubsidenceUnitYear(aggregates),
        new DisorderUnitYear(aggregates),
        new RasterUnitYear(aggregates),
        new ZonePatternUnitYear(aggregates));
  }
}
