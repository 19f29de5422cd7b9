package org.renxing.jobs.simulate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;

/**
 * How one base indicator is made up (a row of models.csv). The value is an intensity, multiplied by
 * the value of the parent indicator where there is one: GDP is so much for each 10^4 residents.
 *
 * <p>With an effect e (the sum of loadings times factors, trend and noise) the intensity is level ·
 * exp(e), or, where bounds are given, low + (high − low) · logistic(logit((level − low)/(high −
 * low)) + e): it never leaves the bounds.
 *
 * @param parent code of the parent, and of those whose values are taken off it ({@code gdp -
 *     va_primary}), or empty
 * @param level intensity of a middling city in the middle year
 * @param low NaN where there are no bounds
 * @param growth trend of e for each year
 * @param spread standard deviation of the trend between cities
 * @param persistent standard deviation of what stays with a city
 * @param noise standard deviation from year to year
 */
record IndicatorModel(
    String code,
    String parent,
    double level,
    double low,
    double high,
    double size,
    double development,
    double digital,
    double environment,
    double growth,
    double spread,
    double persistent,
    double noise) {

  /** All models by code, in the order of the table. */
  static Map<String, IndicatorModel> all() {
    Map<String, IndicatorModel> out = new LinkedHashMap<>();
    for (ReferenceRow row : ReferenceFile.resource(IndicatorModel.class, "models.csv").rows()) {
      IndicatorModel model = read(row);
      out.put(model.code(), model);
    }
    return out;
  }

  /** The intensity under the given effect. */
  double intensity(double effect) {
    if (Double.isNaN(low)) {
      return level * StrictMath.exp(effect);
    }
    double share = (level - low) / (high - low);
    double odds = share / (1 - share) * StrictMath.exp(effect);
    return low + (high - low) * (odds / (1 + odds));
  }

  private static IndicatorModel read(ReferenceRow row) {
    return new IndicatorModel(
        row.text("indicator"),
        row.text("parent"),
        row.number("level"),
        row.number("low"),
        row.number("high"),
        row.number("size"),
        row.number("development"),
        row.number("digital"),
        row.number("environment"),
        row.number("growth"),
        row.number("spread"),
        row.number("persistent"),
        row.number("noise"));
  }
}
