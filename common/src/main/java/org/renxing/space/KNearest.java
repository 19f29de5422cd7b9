package org.renxing.space;

import java.util.Arrays;
import java.util.List;
import org.renxing.measure.MeasurePanel.Unit;

/**
 * The k nearest units by great-circle distance; of equally far ones, to the metre, those with the
 * smaller id. All others where there are no more than k; none for a unit without a place.
 *
 * @param k one or more
 */
record KNearest(int k) implements NeighbourRule {
  private static final long serialVersionUID = 1L;

  @Override
  public int[][] neighbours(List<Unit> units) {
    Sphere sphere = new Sphere(units);
    int n = units.size();
    int[][] out = new int[n][];
    int[] nearest = new int[k];
    double[] chords = new double[k];
    for (int i = 0; i < n; i++) {
      int found = 0;
      for (int j = 0; j < n && sphere.has(i); j++) {
        if (j == i || !sphere.has(j)) {
          continue;
        }
        double chord = sphere.chord(i, j);
        if (found < k || chord < chords[found - 1]) {
          // behind those that are as near: they have smaller ids
          int place = Math.min(found, k - 1);
          while (place > 0 && chords[place - 1] > chord) {
            chords[place] = chords[place - 1];
            nearest[place] = nearest[place - 1];
            place--;
          }
          chords[place] = chord;
          nearest[place] = j;
          found = Math.min(found + 1, k);
        }
      }
      out[i] = Arrays.copyOf(nearest, found);
      Arrays.sort(out[i]);
    }
    return out;
  }

  @Override
  public String text() {
    return "knn:" + k;
  }
}
