package org.renxing.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Whether a mediator carries the effect of a cause (Baron and Kenny 1986): response on cause
 * (total), mediator on cause, response on both; controls in each. The indirect effect is a · b, and
 * its test Sobel's (1982): z = a b / √(b² s_a² + a² s_b²), by the normal distribution.
 *
 * @param total c, of the cause on the response
 * @param onMediator a, of the cause on the mediator
 * @param ofMediator b, of the mediator on the response beside the cause
 * @param direct c′, of the cause beside the mediator
 * @param indirect a · b with Sobel's test
 * @param share a · b over c; more than 1 or below 0 where both point apart
 */
public record Mediation(
    Coefficient total,
    Coefficient onMediator,
    Coefficient ofMediator,
    Coefficient direct,
    Coefficient indirect,
    double share) {

  /**
   * How each of the regressions is fitted, and its standard errors.
   *
   * @param fit such as pooled, or with effects
   * @param covariance of its coefficients
   */
  public record Model(
      Function<DesignMatrix, RegressionFit> fit, Function<RegressionFit, Covariance> covariance) {
    Coefficient coefficient(DesignMatrix design, String term) {
      RegressionFit fitted = fit.apply(design);
      return fitted.table(covariance.apply(fitted)).stream()
          .filter(c -> c.term().equals(term))
          .filter(c -> c.reason().isEmpty())
          .findFirst()
          .orElseThrow(
              () ->
                  new RenxingException(
                      ErrorCode.DATA_CHECK,
                      "mediation: no estimate of " + term + ": " + fitted.absent().get(term)));
    }
  }

  /**
   * The three regressions.
   *
   * @param design response on cause, mediator and controls
   * @param cause a term of it
   * @param mediator another
   * @throws RenxingException USAGE for terms that are not there; DATA_CHECK where one has no
   *     estimate
   */
  public static Mediation of(DesignMatrix design, String cause, String mediator, Model model) {
    int place = design.terms().indexOf(mediator);
    if (place < 0 || !design.terms().contains(cause) || cause.equals(mediator)) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "mediation: " + cause + " and " + mediator + " must be two of " + design.terms());
    }
    DesignMatrix without = without(design, place, design.response(), design.y());
    Coefficient c = model.coefficient(without, cause);
    Coefficient a = model.coefficient(without(design, place, mediator, design.x()[place]), cause);
    Coefficient b = model.coefficient(design, mediator);
    Coefficient direct = model.coefficient(design, cause);
    double error = Math.hypot(b.estimate() * a.standardError(), a.estimate() * b.standardError());
    double indirect = a.estimate() * b.estimate();
    return new Mediation(
        c,
        a,
        b,
        direct,
        Coefficient.of("indirect", indirect, error, Double.POSITIVE_INFINITY),
        indirect / c.estimate());
  }

  private static DesignMatrix without(DesignMatrix design, int place, String response, double[] y) {
    List<String> terms = new ArrayList<>(design.terms());
    terms.remove(place);
    List<double[]> x = new ArrayList<>(List.of(design.x()));
    x.remove(place);
    return new DesignMatrix(
        response,
        y,
        terms,
        x.toArray(new double[0][]),
        design.hasIntercept(),
        design.rows(),
        design.leftOut(),
        design.undefined());
  }
}
