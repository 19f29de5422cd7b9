package org.renxing.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.PanelRules;
import org.renxing.model.PerHead;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;
import org.renxing.model.QualityPolicy.Level;
import org.renxing.model.QualityPolicy.Response;
import org.renxing.model.SuspectKind;
import org.renxing.quality.panel.Figure;

/** Small panels with gaps and every kind of error, and a policy that looks for all of them. */
final class RandomPanel {
  static final QualityPolicy POLICY =
      new QualityPolicy(
          true,
          3,
          1.1,
          4,
          0.5,
          Map.of(SuspectKind.SPIKE, new Response(Level.QUARANTINE, 0.8)),
          List.of(
              new Identity("sum", "c0", "c1 + c2", 0.3),
              new Identity("rate", "c0 / c1", "least(c2, c3)", 0.5)),
          Map.of("c0", new Bounds(20, 300)),
          new PanelRules(
              List.of("c0"),
              0.03,
              List.of(List.of("c1", "c2", "c3")),
              List.of(List.of("c0", "c1")),
              List.of(new PerHead("head", "c2", "c3", List.of("c0", "c1"), 1, 0.3))));

  private static final int INDICATORS = 5;

  private RandomPanel() {}

  /** A panel of 4 to 30 units and up to 14 years; the last indicator takes both signs. */
  static List<Figure> of(long seed) {
    Random random = new Random(seed);
    int units = 4 + random.nextInt(27);
    int years = 1 + random.nextInt(14);
    double[][][] levels = levels(random, years, units);
    spoilRow(levels[random.nextInt(years)], random);
    double gaps = 0.3 * random.nextDouble();
    double errors = 0.2 * random.nextDouble();
    List<Figure> out = new ArrayList<>();
    for (int c = 0; c < INDICATORS; c++) {
      for (int unit = 0; unit < units; unit++) {
        for (int year = 0; year < years; year++) {
          double level = levels[year][unit][c];
          double value = random.nextDouble() < errors ? spoilt(level, random) : level;
          if (random.nextDouble() >= gaps) {
            String code = String.format(Locale.ROOT, "%03d", unit);
            double centred = c == INDICATORS - 1 ? value - 60 : value;
            out.add(new Figure(code, 2000 + year, "c" + c, centred, "s" + year % 2));
          }
        }
      }
    }
    return out;
  }

  /** Growing figures by year, unit and indicator. */
  private static double[][][] levels(Random random, int years, int units) {
    double[][][] out = new double[years][units][INDICATORS];
    for (int unit = 0; unit < units; unit++) {
      for (int c = 0; c < INDICATORS; c++) {
        double level = Math.exp(4 * random.nextDouble() + 2 + c);
        for (int year = 0; year < years; year++) {
          level *= Math.exp(0.05 + 0.01 * random.nextGaussian());
          out[year][unit][c] = Math.rint(level * 100) / 100;
        }
      }
    }
    return out;
  }

  /** Two units change places, one is another area, and of one two columns change places. */
  private static void spoilRow(double[][] units, Random random) {
    int first = random.nextInt(units.length - 3);
    double[] moved = units[first];
    units[first] = units[first + 1];
    units[first + 1] = moved;
    for (int c = 0; c < INDICATORS; c++) {
      units[first + 2][c] *= 0.4;
    }
    double[] swapped = units[first + 3];
    double kept = swapped[1];
    swapped[1] = swapped[2];
    swapped[2] = kept;
  }

  private static double spoilt(double level, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> level * Math.pow(10, random.nextInt(9) - 4);
      case 1 -> level * 2;
      case 2 -> 123.4567;
      default -> 0;
    };
  }
}
