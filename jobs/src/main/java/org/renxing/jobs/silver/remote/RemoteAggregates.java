package org.renxing.jobs.silver.remote;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.land.DisorderScores;
import org.renxing.land.LandUse;
import org.renxing.land.LowUseRules;
import org.renxing.land.Subsidence;
import org.renxing.land.ZonePattern;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.UnitRules;
import org.renxing.run.Inputs;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.OccupancySums;
import org.renxing.vacancy.VacancyRates;

/**
 * What the observations of all units come to by zone, unit and year: one pass over each family,
 * shared by all who ask in a run.
 */
public final class RemoteAggregates {
  private final RemoteIntake intake;
  private final UnitRules rules;

  public RemoteAggregates(RemoteIntake intake, UnitRules rules) {
    this.intake = intake;
    this.rules = rules;
  }

  /** Whether the run has sources of a group. */
  public boolean has(Group group) {
    return intake.has(group);
  }

  /** Whether the run has sources of a family. */
  public boolean has(RemoteFamily family) {
    return intake.sources().stream().anyMatch(s -> s.family() == family);
  }

  /** The rules that the figures depend on. */
  public Object rules() {
    return List.of(rules.vacancy(), rules.land());
  }

  /** How signals are read: from audits where there are enough. */
  public Calibration calibration(Inputs inputs) {
    return Calibration.ofSums(sums(inputs), rules.vacancy());
  }

  /** Rows of {@link VacancyRates#of}. */
  public Dataset<Row> vacancy(Inputs inputs) {
    return inputs.shared(
        "vacancy", () -> VacancyRates.ofSums(sums(inputs), calibration(inputs)));
  }

  private static Dataset<Row> sums(Inputs inputs) {
    return inputs.shared(
        "sums of occupancy", () -> OccupancySums.of(inputs.read(OccupancyArea.TABLE)));
  }
}
