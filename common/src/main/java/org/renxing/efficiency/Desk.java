package org.renxing.efficiency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.renxing.dea.Evaluator;
import org.renxing.dea.Observations;
import org.renxing.dea.Returns;
import org.renxing.dea.ScaleScore;
import org.renxing.dea.Score;

/**
 * Answers the questions of one block with evaluators of its own: what an evaluator has learnt
 * decides between peers of ties, so a block's content and order may not depend on how units are
 * parted.
 */
final class Desk {
  private final Plan plan;
  private final Frontiers frontiers;
  private final DeaSpecification programme;
  private final SharedFrontier family;
  private final int year;
  private final String group;
  private final Map<Returns, Evaluator> evaluators = new EnumMap<>(Returns.class);

  /** For a block. */
  Desk(Plan plan, Frontiers frontiers, Question any) {
    this.plan = plan;
    this.frontiers = frontiers;
    this.programme = plan.programmes().get(any.programme());
    this.family = plan.families().get(programme.family());
    this.year = any.unit().year();
    this.group = any.group();
  }

  Answer answer(UnitYear unit) {
    if (!plan.hasAll(unit, family)) {
      return missing(unit, Answer.MISSING_SCORE);
    }
    if (!plan.hasGroup(unit, family.groupColumn())) {
      return missing(unit, Answer.MISSING_GROUP);
    }
    Observations own = plan.observations(List.of(unit), family);
    Score score = score(programme.returns(), own);
    Optional<ScaleScore> scale = scale(score, own);
    return new Answer(
        programme.place(),
        unit,
        "",
        List.of(score),
        scale.map(ScaleScore::efficiency).orElse(OptionalDouble.empty()).orElse(Double.NaN),
        scale.flatMap(ScaleScore::region).stream().toList());
  }

  private Answer missing(UnitYear unit, String reason) {
    return new Answer(programme.place(), unit, reason, List.of(), Double.NaN, List.of());
  }

  private Optional<ScaleScore> scale(Score score, Observations own) {
    return programme.isScaled()
        ? Optional.of(
            new ScaleScore(
                own.key(0),
                under(Returns.CRS, score, own),
                under(Returns.VRS, score, own),
                under(Returns.NIRS, score, own)))
        : Optional.empty();
  }

  private Score under(Returns returns, Score score, Observations own) {
    return returns == programme.returns() ? score : score(returns, own);
  }

  private Score score(Returns returns, Observations own) {
    Evaluator evaluator =
        evaluators.computeIfAbsent(
            returns, r -> frontiers.technology(programme, r, year, group).evaluator());
    return switch (programme.model().kind()) {
      case RADIAL -> evaluator.radial(own, 0, programme.orientation());
      case SUPER -> evaluator.superEfficiency(own, 0, programme.orientation());
      case SBM -> evaluator.slacksBased(own, 0);
    };
  }
}
