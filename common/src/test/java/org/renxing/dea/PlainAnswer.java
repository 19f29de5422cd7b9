package org.renxing.dea;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Radial scores straight from the textbook's envelopment program, on columns scaled by their mean.
 */
final class PlainAnswer {
  private PlainAnswer() {}

  /** θ or φ of a unit, without a unit of the reference set where given; empty if infeasible. */
  static OptionalDouble of(
      Observations set, int unit, Returns returns, Orientation orientation, int without) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    boolean isInput = orientation == Orientation.INPUT;
    Variable score = model.newVariable("score").lower(0).weight(isInput ? 1 : -1);
    List<Variable> lambdas = new ArrayList<>();
    for (int j = 0; j < set.size(); j++) {
      Variable lambda = model.newVariable("l" + j).lower(0);
      lambdas.add(j == without ? lambda.upper(0) : lambda);
    }
    for (int c = 0; c < set.width(); c++) {
      boolean isOfInput = c < set.inputCount();
      Expression row = model.newExpression("c" + c);
      double mean = mean(set, c);
      for (int j = 0; j < set.size(); j++) {
        row.set(lambdas.get(j), set.value(j, c) / mean);
      }
      double own = set.value(unit, c) / mean;
      double fixed = isOfInput == isInput ? 0 : own;
      if (isOfInput == isInput) {
        row.set(score, -own);
      }
      if (isOfInput) {
        row.upper(fixed);
      } else {
        row.lower(fixed);
      }
    }
    if (returns != Returns.CRS) {
      Expression sum = model.newExpression("sum");
      lambdas.forEach(l -> sum.set(l, 1));
      if (returns != Returns.NDRS) {
        sum.upper(1);
      }
      if (returns != Returns.NIRS) {
        sum.lower(1);
      }
    }
    Optimisation.Result result = model.minimise();
    return result.getState().isFeasible()
        ? OptionalDouble.of(result.doubleValue(0))
        : OptionalDouble.empty();
  }

  private static double mean(Observations set, int column) {
    double sum = 0;
    for (int j = 0; j < set.size(); j++) {
      sum += set.value(j, column);
    }
    return sum == 0 ? 1 : sum / set.size();
  }
}
