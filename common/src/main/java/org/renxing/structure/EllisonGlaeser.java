package org.renxing.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Geographic concentration of an industry beyond that of its plants (Ellison and Glaeser 1997). */
public final class EllisonGlaeser {
  private EllisonGlaeser() {}

  /**
   * A plant.
   *
   * @param region where it is
   * @param industry what it makes
   * @param employment above 0
   */
  public record Plant(String region, String industry, double employment) {}

  /**
   * γ = (G − (1 − Σ x_r²) H)/((1 − Σ x_r²)(1 − H)), with G = Σ (s_r − x_r)², x_r the share of
   * region r in all employment, s_r that in the industry, H = Σ z² over shares of its plants. NaN
   * for one plant or one region.
   *
   * @param plants of all industries
   */
  public static double gamma(List<Plant> plants, String industry) {
    Map<String, Double> all = new HashMap<>();
    Map<String, Double> own = new HashMap<>();
    double total = 0;
    double ownTotal = 0;
    for (Plant plant : plants) {
      all.merge(plant.region(), plant.employment(), Double::sum);
      total += plant.employment();
      if (plant.industry().equals(industry)) {
        own.merge(plant.region(), plant.employment(), Double::sum);
        ownTotal += plant.employment();
      }
    }
    double squares = 0;
    double concentration = 0;
    for (Map.Entry<String, Double> region : all.entrySet()) {
      double x = region.getValue() / total;
      double s = own.getOrDefault(region.getKey(), 0.0) / ownTotal;
      squares += x * x;
      concentration += (s - x) * (s - x);
    }
    double herfindahl = 0;
    for (Plant plant : plants) {
      if (plant.industry().equals(industry)) {
        herfindahl += plant.employment() / ownTotal * (plant.employment() / ownTotal);
      }
    }
    double spread = 1 - squares;
    double denominator = spread * (1 - herfindahl);
    return denominator > 1e-15 ? (concentration - spread * herfindahl) / denominator : Double.NaN;
  }
}
