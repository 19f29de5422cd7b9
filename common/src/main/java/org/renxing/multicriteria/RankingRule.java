package org.renxing.multicriteria;

import java.io.Serializable;
import org.renxing.model.ErrorCode;
import org.renxing.model.Ranking;
import org.renxing.model.RenxingException;

/**
 * How alternatives are ranked.
 *
 * @param rho the distinguishing coefficient of grey relations, above 0 and at most 1
 * @param v of VIKOR, the weight of the sum of regrets, from 0 to 1
 * @param isVector whether TOPSIS divides each criterion by the root of its sum of squares; else
 *     values are comparable as they are
 */
public record RankingRule(Ranking ranking, double rho, double v, boolean isVector)
    implements Serializable {
  /** ρ unless given. */
  public static final double RHO = 0.5;

  /** v unless given. */
  public static final double V = 0.5;

  /**
   * Checks the coefficients.
   *
   * @throws RenxingException CONFIGURATION for one that is out of its range
   */
  public RankingRule {
    if (!(rho > 0 && rho <= 1)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "rho must be above 0 and at most 1, found " + rho);
    }
    if (!(v >= 0 && v <= 1)) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "v must be from 0 to 1, found " + v);
    }
  }

  /** A ranking of normalised values with the usual coefficients. */
  public static RankingRule of(Ranking ranking) {
    return new RankingRule(ranking, RHO, V, false);
  }
}
