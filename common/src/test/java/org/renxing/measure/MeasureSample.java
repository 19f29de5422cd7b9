package org.renxing.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.renxing.territory.UnitDirectory;

/** Made-up measures of 20 units in 5 years: plain, with a gap, constant, of one unit. */
public final class MeasureSample {
  /** How many units. */
  public static final int UNITS = 20;

  /** How many years, from 2010 on. */
  public static final int YEARS = 5;

  /** By what units are grouped. */
  public static final List<String> GROUPINGS = List.of("region");

  private MeasureSample() {}

  /** Units in two regions; one without a region, another without a place. */
  public static UnitDirectory units() {
    List<UnitDirectory.Unit> out = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      Map<String, String> known = new HashMap<>(Map.of("lat", String.valueOf(30 + u / 5.0)));
      if (u != 3) {
        known.put("lon", String.valueOf(100.0 + u % 5));
      }
      if (u != 4) {
        known.put("region", u % 2 == 0 ? "east" : "west");
      }
      out.add(new UnitDirectory.Unit(id(u), "n" + u, known));
    }
    return new UnitDirectory(List.of("unit_id", "region", "lon", "lat"), out);
  }

  /** The values. */
  public static List<MeasureValue> values() {
    Random random = new Random(5);
    List<MeasureValue> out = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      for (int t = 0; t < YEARS; t++) {
        double value = random.nextDouble();
        out.add(new MeasureValue("score.w.overall", id(u), 2010 + t, value));
        if (u != 7 || t != 2) { // a missing year
          out.add(new MeasureValue("d.pair", id(u), 2010 + t, 0.3 + 0.3 * value));
        }
        out.add(new MeasureValue("theta.m.constant", id(u), 2010 + t, 0.5));
      }
    }
    out.add(new MeasureValue("score.one.unit", id(0), 2010, 0.2));
    return out;
  }

  /** The panel of a measure. */
  public static MeasurePanel panel(String measure) {
    List<MeasureValue> own = values().stream().filter(v -> v.measure().equals(measure)).toList();
    return MeasurePanel.of(measure, own, units(), GROUPINGS);
  }

  private static String id(int unit) {
    return String.format(Locale.ROOT, "%06d", unit);
  }
}
