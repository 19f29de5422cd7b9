package org.renxing.drivers;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.renxing.learning.LearningMethod;
import org.renxing.learning.LearningOptions;
import org.renxing.learning.LearningResult;
import org.renxing.learning.TreeOptions;
import org.renxing.measure.MeasureValue;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverLearning;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Formula;
import org.renxing.regression.PanelRows;

/** Learns the response of an analysis from its candidates, by whatever trains models. */
public final class LearningStudy {
  private final DriverAnalysis analysis;
  private final DriverLearning learning;

  /** Trains models and looks at them. */
  @FunctionalInterface
  public interface Training {
    /**
     * What models that were trained without each fold say of it.
     *
     * @param panel units and years of the rows of the design
     * @throws RenxingException DATA_CHECK where no candidate varies
     */
    LearningResult of(DesignMatrix design, PanelRows panel, LearningOptions options);
  }

  /**
   * A study.
   *
   * @param analysis with a learning
   */
  public LearningStudy(DriverAnalysis analysis) {
    this.analysis = analysis;
    this.learning = analysis.learning().orElseThrow();
  }

  /** The scores and variables that it reads. */
  public Set<String> measures() {
    Set<String> out = new LinkedHashSet<>();
    out.add(analysis.response());
    out.addAll(analysis.candidates());
    return out;
  }

  /**
   * What it comes to.
   *
   * @param values of the scenario, in any order; those of other measures and years do not count
   * @throws RenxingException DATA_CHECK for two values of a measure, unit and year that differ
   */
  public LearningAnswer answer(Collection<MeasureValue> values, Training training) {
    DriverRows rows = DriverRows.of(measures(), analysis.years(), values);
    DesignMatrix design = Formula.parse(analysis.formula()).design(rows.frame());
    PanelRows panel = rows.frame().panel().orElseThrow().select(design.rows());
    int units = panel.units();
    if (design.size() == 0) {
      return without(design, 0, "NO_ROWS", "no row has the response and all candidates");
    }
    if (Arrays.stream(design.y()).distinct().count() == 1) {
      return without(design, units, "RESPONSE_CONSTANT", "the response has one value in all rows");
    }
    if (units < learning.folds()) {
      String note = units + " units for " + learning.folds() + " folds; no unit may lie in two";
      return without(design, units, "TOO_FEW_UNITS", note);
    }
    try {
      LearningResult result = training.of(design, panel, options());
      return answer(design, units, Optional.of(result), "", "");
    } catch (RenxingException e) {
      if (e.code() != ErrorCode.DATA_CHECK) {
        throw e;
      }
      return without(design, units, "NO_FEATURE_VARIES", e.getMessage());
    }
  }

  private LearningAnswer without(DesignMatrix design, int units, String reason, String note) {
    return answer(design, units, Optional.empty(), reason, note);
  }

  private LearningAnswer answer(
      DesignMatrix design, int units, Optional<LearningResult> result, String reason, String note) {
    return new LearningAnswer(
        analysis.id(),
        analysis.response(),
        analysis.candidates(),
        learning,
        design.size(),
        units,
        result,
        reason,
        note);
  }

  private LearningOptions options() {
    LearningMethod method = LearningMethod.valueOf(learning.method().name());
    LearningOptions usual = LearningOptions.of(method);
    TreeOptions trees = usual.trees();
    return new LearningOptions(
        method,
        new TreeOptions(
            learning.trees().orElse(Math.max(trees.trees(), learning.folds())),
            learning.depth().orElse(trees.depth()),
            trees.leaf(),
            trees.bins(),
            trees.rows(),
            trees.step()),
        usual.penalty(),
        usual.mixing(),
        learning.folds(),
        new LearningOptions.Look(
            learning.repeats(), usual.look().intervals(), usual.look().curveRows()),
        learning.seed());
  }
}
