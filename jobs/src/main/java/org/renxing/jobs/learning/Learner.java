package org.renxing.jobs.learning;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.console.Workspace;
import org.renxing.lake.LakeSession;
import org.renxing.learning.LearningData;
import org.renxing.learning.LearningMethod;
import org.renxing.learning.LearningOptions;
import org.renxing.learning.LearningResult;
import org.renxing.learning.Trained;
import org.renxing.learning.UnitFolds;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.PanelRows;

/**
 * Learns a response from candidates by MLlib, cross-validated by unit. The answer does not depend
 * on the order of rows nor on the cores of the session, where units are numbered in an order of
 * their own, such as that of their names.
 */
public final class Learner {
  private final SparkSession spark;
  private final LearningOptions options;

  private Learner(SparkSession spark, LearningOptions options) {
    this.spark = spark;
    this.options = options;
  }

  /** A learner on a session. */
  public static Learner of(SparkSession spark, LearningOptions options) {
    return new Learner(spark, options);
  }

  /**
   * Learns in the session that is at work, or in one that is started for it.
   *
   * @throws RenxingException as {@link #learn(DesignMatrix, PanelRows)}, before a session is
   *     started
   */
  public static LearningResult once(DesignMatrix design, PanelRows panel, LearningOptions options) {
    LearningData data = LearningData.of(design, panel);
    int[] fold = UnitFolds.of(data.unit(), options.folds(), options.seed());
    Optional<SparkSession> atWork = LakeSession.atWork();
    SparkSession spark =
        atWork.orElseGet(() -> Workspace.session(Map.of("spark.ui.enabled", "false")));
    try {
      return of(spark, options).learn(data, fold);
    } finally {
      if (atWork.isEmpty()) {
        LakeSession.stop(spark);
      }
    }
  }

  /**
   * Learns what a formula names.
   *
   * @param frame with units and times
   * @throws RenxingException as {@link #learn(DesignMatrix, PanelRows)}
   */
  public LearningResult learn(Formula formula, Frame frame) {
    DesignMatrix design = formula.design(frame);
    PanelRows panel =
        frame
            .panel()
            .orElseThrow(
                () -> new RenxingException(ErrorCode.USAGE, "learning needs the unit of each row"));
    return learn(design, panel.select(design.rows()));
  }

  /**
   * Learns from complete rows.
   *
   * @param panel units and times of the rows of the design
   * @throws RenxingException DATA_CHECK for fewer units than folds, a constant response, or no
   *     candidate that varies
   */
  public LearningResult learn(DesignMatrix design, PanelRows panel) {
    LearningData data = LearningData.of(design, panel);
    return learn(data, UnitFolds.of(data.unit(), options.folds(), options.seed()));
  }

  private LearningResult learn(LearningData data, int[] fold) {
    int cores = spark.sparkContext().defaultParallelism();
    try (TrainingRows rows = new TrainingRows(spark, data)) {
      Trained trained =
          options.method() == LearningMethod.ELASTIC_NET
              ? new NetTraining(rows, options, cores, data, fold).train()
              : new TreeTraining(rows, options, cores).train(data, fold);
      return LearningResult.of(data, fold, trained, options.look(), options.seed());
    }
  }
}
