package org.renxing.efficiency;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.renxing.dea.ScaleRegion;
import org.renxing.dea.Score;

/**
 * What a programme says of a unit in a year.
 *
 * @param programme its place in the plan
 * @param missing why the unit could not be asked about; empty where it was
 * @param scores one, or none where the unit was not asked about
 * @param scaleEfficiency NaN where it is not asked for, or there is none
 * @param regions one where scale efficiency is asked for and known
 */
public record Answer(
    int programme,
    UnitYear unit,
    String missing,
    List<Score> scores,
    double scaleEfficiency,
    List<ScaleRegion> regions)
    implements Serializable {
  /** A system has no score. */
  static final String MISSING_SCORE = "MISSING_SCORE";

  /** Groups part the reference sets, and the unit has none. */
  static final String MISSING_GROUP = "MISSING_GROUP";

  public Answer {
    scores = List.copyOf(scores);
    regions = List.copyOf(regions);
  }

  /** The score; empty where the unit was not asked about. */
  public Optional<Score> score() {
    return scores.stream().findFirst();
  }

  /** The returns to scale at the unit's place; empty where they are not known. */
  public Optional<ScaleRegion> region() {
    return regions.stream().findFirst();
  }
}
