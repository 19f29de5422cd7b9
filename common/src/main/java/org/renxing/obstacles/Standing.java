package org.renxing.obstacles;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.renxing.panel.IndicatorVector;
import org.renxing.ranking.Places;

/**
 * A strength or weakness of a unit: an indicator in which it stands highest or lowest against the
 * units of its year, by z = (y − mean)/σ of normalised values with the population σ.
 *
 * @param isStrength whether z is above 0
 * @param orderNo 1 is the strongest of its kind; equal to 12 significant digits, the order of the
 *     index system
 * @param place of the indicator in the index system
 * @param mean of the year's units
 * @param percentile share of the other units that stand lower, ties counted half
 */
public record Standing(
    String unitId,
    int year,
    boolean isStrength,
    int orderNo,
    int place,
    double normalised,
    double mean,
    double z,
    double percentile)
    implements Serializable {

  /** The most strengths, and weaknesses, of a unit and year. */
  public static final int COUNT = 3;

  /**
   * Up to three strengths and weaknesses of each unit. Missing values do not count; an indicator
   * equal for all units is neither.
   *
   * @param units all of one year, in any order
   */
  public static List<Standing> of(Collection<IndicatorVector> units) {
    List<IndicatorVector> sorted =
        units.stream().sorted(Comparator.comparing(IndicatorVector::unitId)).toList();
    Year year = new Year(sorted);
    List<Standing> out = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (int sign : new int[] {1, -1}) {
        year.add(sorted.get(i), i, sign, out);
      }
    }
    return out;
  }

  /** Means and deviations of the units of a year, in the order of their ids. */
  private static final class Year {
    private final double[] means;
    private final double[][] z;
    private final double[][] percentiles;

    Year(List<IndicatorVector> units) {
      int size = units.get(0).normalised().length;
      means = new double[size];
      z = new double[units.size()][size];
      percentiles = new double[size][];
      for (int j = 0; j < size; j++) {
        int place = j;
        double[] column = units.stream().mapToDouble(u -> u.normalised(place)).toArray();
        percentiles[j] = Places.of(column).percentiles();
        means[j] = Arrays.stream(column).filter(y -> !Double.isNaN(y)).average().orElse(Double.NaN);
        double sd = deviation(column, means[j]);
        for (int i = 0; i < column.length; i++) {
          z[i][j] = sd > 0 ? (column[i] - means[j]) / sd : Double.NaN;
        }
      }
    }

    void add(IndicatorVector unit, int i, int sign, List<Standing> out) {
      double[] signed = Arrays.stream(z[i]).map(x -> sign * x).toArray();
      int no = 0;
      for (int j : Places.of(signed).descending()) {
        if (no < COUNT && signed[j] > 0) {
          out.add(
              new Standing(
                  unit.unitId(),
                  unit.year(),
                  sign > 0,
                  ++no,
                  j,
                  unit.normalised(j),
                  means[j],
                  z[i][j],
                  percentiles[j][i]));
        }
      }
    }

    /** The population σ of the values that are there; 0 where all are equal, also by rounding. */
    private static double deviation(double[] column, double mean) {
      double[] known = Arrays.stream(column).filter(y -> !Double.isNaN(y)).toArray();
      if (Arrays.stream(known).allMatch(y -> y == known[0])) {
        return 0;
      }
      return Math.sqrt(
          Arrays.stream(known).map(y -> (y - mean) * (y - mean)).average().orElse(Double.NaN));
    }
  }
}
