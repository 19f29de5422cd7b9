package org.renxing.dea;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Radial models as plain linear programs over all columns, solved by ojAlgo: the way out where the
 * solver of facets does not reach a solution whose certificate holds. Three programs: τ, slacks at
 * τ, prices; or, where there is no τ, the inequality that shows it.
 */
final class PlainProgram {
  private final Frame frame;
  private final int shut;

  PlainProgram(Frame frame, int shut) {
    this.frame = frame;
    this.shut = shut;
  }

  /** Solves one pose; what comes back is to be checked like any other solution. */
  Solution solve(Pose pose) {
    Optimisation.Result first = envelopment(pose, List.of());
    if (!first.getState().isFeasible()) {
      Optimisation.Result proof = prices(pose, 0);
      double[] normal = vector(proof, frame.rows);
      boolean isProof =
          proof.getState().isFeasible()
              && Facet.error(frame, normal, shut) <= Tolerance.CERTIFICATE
              && pose.isViolated(normal);
      return isProof ? Solution.infeasible(normal) : Solution.failed();
    }
    double tau = first.doubleValue(frame.count());
    Optimisation.Result second = envelopment(pose, List.of(tau));
    Optimisation.Result dual = prices(pose, pose.sign);
    if (!second.getState().isFeasible() || !dual.getState().isFeasible()) {
      return Solution.failed();
    }
    double[] normal = vector(dual, frame.rows);
    int[] columns = new int[frame.count()];
    double[] values = new double[frame.count()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = j;
      values[j] = Math.max(0, second.doubleValue(j));
    }
    return Solution.found(tau, columns, values, normal, Facet.error(frame, normal, shut));
  }

  /** Without a given τ its optimum, with one the largest slacks. */
  private Optimisation.Result envelopment(Pose pose, List<Double> given) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Expression> balance = new ArrayList<>();
    for (int i = 0; i < frame.rows; i++) {
      balance.add(model.newExpression("row" + i).level(pose.base[i]));
    }
    for (int j = 0; j < frame.count(); j++) {
      Variable variable = model.newVariable("z" + j).lower(0);
      if (j == shut) {
        variable.upper(0);
      }
      if (!given.isEmpty() && frame.slackCost[j] != 0) {
        variable.weight(frame.slackCost[j]);
      }
      for (int i = 0; i < frame.rows; i++) {
        double a = frame.columns[j * frame.rows + i];
        if (a != 0) {
          balance.get(i).set(variable, a);
        }
      }
    }
    Variable tau = model.newVariable("tau").lower(0);
    for (int i = 0; i < frame.rows; i++) {
      if (pose.direction[i] != 0) {
        balance.get(i).set(tau, -pose.direction[i]);
      }
    }
    if (given.isEmpty()) {
      tau.weight(pose.sign);
    } else {
      tau.level(given.get(0));
    }
    return model.minimise();
  }

  /** Prices with this product with the direction, the least with the base. */
  private Optimisation.Result prices(Pose pose, double slope) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> prices = new ArrayList<>();
    for (int i = 0; i < frame.rows; i++) {
      Variable price = model.newVariable("p" + i).weight(pose.base[i]);
      if (slope == 0) {
        price.lower(-1).upper(1);
      }
      prices.add(price);
    }
    Expression along = model.newExpression("direction").level(slope);
    for (int i = 0; i < frame.rows; i++) {
      along.set(prices.get(i), pose.direction[i]);
    }
    for (int j = 0; j < frame.count(); j++) {
      if (j == shut) {
        continue;
      }
      Expression feasible = model.newExpression("column" + j).lower(0);
      for (int i = 0; i < frame.rows; i++) {
        double a = frame.columns[j * frame.rows + i];
        if (a != 0) {
          feasible.set(prices.get(i), a);
        }
      }
    }
    return model.minimise();
  }

  private static double[] vector(Optimisation.Result result, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n && i < result.size(); i++) {
      out[i] = result.doubleValue(i);
    }
    return out;
  }
}
