package org.renxing.space;

import java.util.Arrays;
import java.util.List;
import org.renxing.measure.MeasurePanel.Unit;

/**
 * All units up to a great-circle distance away, to the metre; none for a unit without a place.
 *
 * @param kilometres above 0
 * @param text what tables call it
 */
record DistanceBand(double kilometres, String text) implements NeighbourRule {
  private static final long serialVersionUID = 1L;

  @Override
  public int[][] neighbours(List<Unit> units) {
    Sphere sphere = new Sphere(units);
    double limit = Sphere.chordOf(1000 * kilometres);
    int n = units.size();
    int[][] out = new int[n][];
    int[] near = new int[n];
    for (int i = 0; i < n; i++) {
      int found = 0;
      for (int j = 0; j < n && sphere.has(i); j++) {
        if (j != i && sphere.has(j) && sphere.chord(i, j) <= limit) {
          near[found++] = j;
        }
      }
      out[i] = Arrays.copyOf(near, found);
    }
    return out;
  }
}
