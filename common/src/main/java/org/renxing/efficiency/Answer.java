package org.renxing.efficiency;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.renxing.dea.ScaleScore;
import org.renxing.dea.Score;

/**
 * What a programme says of a unit in a year.
 *
 * @param programme its place in the plan
 * @param missing why the unit could not be asked about; empty where it was
 * @param scores one, or none where the unit was not asked about
 * @param scales one where scale efficiency is asked for
 */
public record Answer(
    int programme, UnitYear unit, String missing, List<Score> scores, List<ScaleScore> scales)
    implements Serializable {
  /** A system has no score. */
  static final String MISSING_SCORE = "MISSING_SCORE";

  /** Groups part the reference sets, and the unit has none. */
  static final String MISSING_GROUP = "MISSING_GROUP";

  public Answer {
    scores = List.copyOf(scores);
    scales = List.copyOf(scales);
  }

  /** The score; empty where the unit was not asked about. */
  public Optional<Score> score() {
    return scores.stream().findFirst();
  }

  /** What scale does to the unit; empty where it was not asked for. */
  public Optional<ScaleScore> scale() {
    return scales.stream().findFirst();
  }
}
