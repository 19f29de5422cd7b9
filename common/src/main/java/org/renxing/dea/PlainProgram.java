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
  private final ScaledTechnology matrix;
  private final int shut;

  PlainProgram(ScaledTechnology matrix, int shut) {
    this.matrix = matrix;
    this.shut = shut;
  }

  /** Solves one problem; what comes back is to be checked like any other solution. */
  Solution solve(RadialProblem problem) {
    Optimisation.Result first = envelopment(problem, List.of());
    if (!first.getState().isFeasible()) {
      Optimisation.Result proof = prices(problem, 0);
      double[] normal = vector(proof, matrix.rows);
      boolean isProof =
          proof.getState().isFeasible()
              && Facet.error(matrix, normal, shut) <= Tolerance.CERTIFICATE
              && problem.isViolated(normal);
      return isProof ? Solution.infeasible(normal) : Solution.failed();
    }
    double tau = first.doubleValue(matrix.count());
    Optimisation.Result second = envelopment(problem, List.of(tau));
    Optimisation.Result dual = prices(problem, problem.sign);
    if (!second.getState().isFeasible() || !dual.getState().isFeasible()) {
      return Solution.failed();
    }
    double[] normal = vector(dual, matrix.rows);
    int[] columns = new int[matrix.count()];
    double[] values = new double[matrix.count()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = j;
      values[j] = Math.max(0, second.doubleValue(j));
    }
    return Solution.found(tau, columns, values, normal, Facet.error(matrix, normal, shut));
  }

  /** Without a given τ its optimum, with one the largest slacks. */
  private Optimisation.Result envelopment(RadialProblem problem, List<Double> given) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Expression> balance = new ArrayList<>();
    for (int i = 0; i < matrix.rows; i++) {
      balance.add(model.newExpression("row" + i).level(problem.base[i]));
    }
    for (int j = 0; j < matrix.count(); j++) {
      Variable variable = model.newVariable("z" + j).lower(0);
      if (j == shut) {
        variable.upper(0);
      }
      if (!given.isEmpty() && matrix.slackCost[j] != 0) {
        variable.weight(matrix.slackCost[j]);
      }
      for (int i = 0; i < matrix.rows; i++) {
        double a = matrix.columns[j * matrix.rows + i];
        if (a != 0) {
          balance.get(i).set(variable, a);
        }
      }
    }
    Variable tau = model.newVariable("tau").lower(0);
    for (int i = 0; i < matrix.rows; i++) {
      if (problem.direction[i] != 0) {
        balance.get(i).set(tau, -problem.direction[i]);
      }
    }
    if (given.isEmpty()) {
      tau.weight(problem.sign);
    } else {
      tau.level(given.get(0));
    }
    return model.minimise();
  }

  /** Prices with this product with the direction, the least with the base. */
  private Optimisation.Result prices(RadialProblem problem, double slope) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> prices = new ArrayList<>();
    for (int i = 0; i < matrix.rows; i++) {
      Variable price = model.newVariable("p" + i).weight(problem.base[i]);
      if (slope == 0) {
        price.lower(-1).upper(1);
      }
      prices.add(price);
    }
    Expression along = model.newExpression("direction").level(slope);
    for (int i = 0; i < matrix.rows; i++) {
      along.set(prices.get(i), problem.direction[i]);
    }
    for (int j = 0; j < matrix.count(); j++) {
      if (j == shut) {
        continue;
      }
      Expression feasible = model.newExpression("column" + j).lower(0);
      for (int i = 0; i < matrix.rows; i++) {
        double a = matrix.columns[j * matrix.rows + i];
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
