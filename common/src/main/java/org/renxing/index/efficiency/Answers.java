package org.renxing.index.efficiency;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.renxing.dea.Evaluator;
import org.renxing.dea.Observations;
import org.renxing.dea.Returns;
import org.renxing.dea.ScaleScore;
import org.renxing.dea.Score;

/**
 * Answers questions block by block, each block with evaluators of its own: what an evaluator has
 * learnt decides between peers of ties, so a block's content and order may not depend on how rows
 * are parted.
 */
final class Answers implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private final Plan plan;
  private final Broadcast<Frontiers> frontiers;

  Answers(Plan plan, Broadcast<Frontiers> frontiers) {
    this.plan = plan;
    this.frontiers = frontiers;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> sorted) {
    Desk desk = new Desk();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(sorted, Spliterator.ORDERED), false)
        .map(desk::answer)
        .iterator();
  }

  /** Of what one block consists. */
  private record Block(int programme, int year, String group, int number) {}

  /** The evaluators of the block that is being answered. */
  private final class Desk {
    private Block block = new Block(-1, 0, "", 0);
    private final Map<Returns, Evaluator> evaluators = new EnumMap<>(Returns.class);

    Row answer(Row question) {
      UnitYear unit = new UnitYear(question, plan);
      Programme programme = plan.programmes().get(question.getInt(5));
      Block asked =
          new Block(programme.place(), unit.year, question.getString(6), question.getInt(7));
      if (!asked.equals(block)) {
        block = asked;
        evaluators.clear();
      }
      ScoreRow out = new ScoreRow(programme, unit);
      if (!unit.hasAll(programme.inputs(), programme.outputs())) {
        return out.missing("MISSING_SCORE");
      }
      if (!unit.hasGroup(programme.model().reference().column())) {
        return out.missing("MISSING_GROUP");
      }
      Observations own = unit.observation(programme.inputs(), programme.outputs());
      Score score = score(programme, programme.returns(), own);
      return out.of(score, own, scale(programme, score, own));
    }

    private Optional<ScaleScore> scale(Programme programme, Score score, Observations own) {
      return programme.isScaled()
          ? Optional.of(
              new ScaleScore(
                  own.key(0),
                  under(Returns.CRS, programme, score, own),
                  under(Returns.VRS, programme, score, own),
                  under(Returns.NIRS, programme, score, own)))
          : Optional.empty();
    }

    private Score under(Returns returns, Programme programme, Score score, Observations own) {
      return returns == programme.returns() ? score : score(programme, returns, own);
    }

    private Score score(Programme programme, Returns returns, Observations own) {
      Evaluator evaluator =
          evaluators.computeIfAbsent(
              returns,
              r ->
                  frontiers
                      .value()
                      .technology(programme, r, block.year(), block.group())
                      .evaluator());
      return switch (programme.model().kind()) {
        case RADIAL -> evaluator.radial(own, 0, programme.orientation());
        case SUPER -> evaluator.superEfficiency(own, 0, programme.orientation());
        case SBM -> evaluator.slacksBased(own, 0);
      };
    }
  }
}
