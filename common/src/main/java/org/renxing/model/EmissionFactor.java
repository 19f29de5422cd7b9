package org.renxing.model;

import java.io.Serializable;

/**
 * How much CO2 the use of one unit of an energy carrier emits.
 *
 * @param id name of the carrier, such as {@code anthracite}
 * @param per unit of measure of the use, such as {@code t}
 * @param tonnes t of CO2 for one such unit
 * @param scope 1: burnt in the unit itself; 2: bought as electricity or heat
 * @param source who says so
 */
public record EmissionFactor(
    String id, String per, @Key("t-co2") double tonnes, int scope, String source)
    implements Serializable {
  private static final double CO2_PER_CARBON = 44.0 / 12;

  public EmissionFactor {
    if (!(tonnes > 0) || Double.isInfinite(tonnes)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "emission factor " + id + ": must be above 0, found " + tonnes + " t CO2 per " + per);
    }
  }

  /**
   * t of CO2 for one unit of a fuel: NCV · carbon content · oxidation · 44/12 (IPCC 2006
   * Guidelines, vol. 2, ch. 1 and 2, tier 1; also the Chinese guidelines for enterprises).
   *
   * @param ncv net calorific value, GJ for one unit
   * @param carbon carbon content, t C for one GJ
   * @param oxidation share of the carbon that is oxidised, 0 to 1
   */
  public static double combustion(double ncv, double carbon, double oxidation) {
    return ncv * carbon * oxidation * CO2_PER_CARBON;
  }
}
