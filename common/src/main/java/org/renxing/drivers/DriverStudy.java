package org.renxing.drivers;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.renxing.measure.MeasureValue;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverModel;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.Formula;

/**
 * One look at what may drive a score: the geographical detector of its candidates, and regressions.
 * What cannot be estimated has a reason; the other parts are made without it.
 */
public final class DriverStudy implements Serializable {
  private static final long serialVersionUID = 1L;
  private final DriverAnalysis analysis;
  private final DriverSetting setting;

  public DriverStudy(DriverAnalysis analysis, DriverSetting setting) {
    this.analysis = analysis;
    this.setting = setting;
  }

  /** The scores and variables that it reads. */
  public Set<String> measures() {
    Set<String> out = new LinkedHashSet<>();
    out.add(analysis.response());
    out.addAll(analysis.candidates());
    for (DriverModel model : analysis.models()) {
      out.addAll(Formula.parse(analysis.formula(model)).columns());
    }
    return out;
  }

  /**
   * What it comes to.
   *
   * @param values of the scenario, in any order; those of other measures and years do not count
   * @throws RenxingException DATA_CHECK for two values of a measure, unit and year that differ
   */
  public DriverAnswer answer(Collection<MeasureValue> values) {
    DriverRows rows = DriverRows.of(measures(), analysis.years(), values);
    List<ModelAnswer> models =
        analysis.models().stream().map(model -> answer(model, rows)).toList();
    return new DriverAnswer(
        analysis.id(), analysis.response(), new DetectorStudy(analysis, rows).answers(), models);
  }

  private ModelAnswer answer(DriverModel model, DriverRows rows) {
    String text = analysis.formula(model);
    Formula formula = Formula.parse(text);
    ModelAnswer.Parts parts = new ModelAnswer.Parts();
    Sample sample = Sample.of(model, formula, rows);
    try {
      sample.require();
      fit(sample, parts);
      requireDistinct(parts);
    } catch (NotEstimated e) {
      parts = without(formula, sample, e.reason(), e.getMessage());
    } catch (MathIllegalStateException | MathIllegalArgumentException e) {
      parts = without(formula, sample, "NOT_ESTIMATED", e.getMessage());
    } catch (RenxingException e) {
      if (e.code() != ErrorCode.DATA_CHECK) {
        throw e;
      }
      parts = without(formula, sample, "NOT_ESTIMATED", e.getMessage());
    }
    return parts.answer(model.id(), model.method().text(), text, model.effects().text());
  }

  private void fit(Sample sample, ModelAnswer.Parts parts) {
    DriverModel model = sample.model();
    switch (model.method()) {
      case FIXED -> PanelModels.fixed(sample, parts);
      case RANDOM -> PanelModels.random(sample, parts);
      case POOLED -> PanelModels.pooled(sample, parts);
      case TOBIT -> PanelModels.tobit(sample, parts);
      case EVENT ->
          PanelModels.event(
              sample,
              setting.events().stream()
                  .filter(event -> event.id().equals(model.event()))
                  .findFirst()
                  .orElseThrow(),
              parts);
      case MEDIATION -> PanelModels.mediation(sample, parts);
      case LAG, ERROR, DURBIN -> new SpatialModels(sample, setting).add(parts);
      default -> throw new IllegalStateException(model.method().text());
    }
  }

  /** A variable may be called as what a method adds is: treated, sigma, rho. */
  private static void requireDistinct(ModelAnswer.Parts parts) {
    Set<String> seen = new HashSet<>();
    for (ModelAnswer.Estimate estimate : parts.estimates) {
      if (!seen.add(estimate.term())) {
        throw new NotEstimated(
            "TERM_NAMED_TWICE",
            "'" + estimate.term() + "' is what the method calls a term of its own; rename it");
      }
    }
  }

  /** Every term has the reason of the whole. */
  private static ModelAnswer.Parts without(
      Formula formula, Sample sample, String reason, String more) {
    ModelAnswer.Parts out = new ModelAnswer.Parts();
    double none = Double.NaN;
    for (String term : formula.terms()) {
      out.estimates.add(
          new ModelAnswer.Estimate(
              Formula.bare(term), none, none, none, none, none, none, none, reason));
    }
    out.put(Figure.N, sample.design().size())
        .put(Figure.N_LEFT_OUT, sample.design().leftOut())
        .put(Figure.N_UNITS, sample.units().size())
        .put(Figure.N_YEARS, sample.panel().times().length);
    out.fail(reason, more);
    return out;
  }
}
