package org.renxing.dea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Facets found so far, and the unit columns in their bases. */
final class FacetCache {
  /** Beyond this many, looking costs more than solving. */
  private static final int LIMIT = 20_000;

  private final int rows;
  private final List<Facet> facets = new ArrayList<>();
  private final Facet[] facetOfUnit;
  private double[] normals;

  FacetCache(ScaledTechnology matrix) {
    this.rows = matrix.rows;
    this.facetOfUnit = new Facet[matrix.units];
    this.normals = new double[16 * rows];
  }

  int size() {
    return facets.size();
  }

  void add(Facet facet) {
    if (facets.size() == LIMIT) {
      return;
    }
    int at = facets.size() * rows;
    if (at == normals.length) {
      normals = Arrays.copyOf(normals, 2 * at);
    }
    System.arraycopy(facet.normal, 0, normals, at, rows);
    facets.add(facet);
    for (int column : facet.basis) {
      if (column < facetOfUnit.length && facetOfUnit[column] == null) {
        facetOfUnit[column] = facet;
      }
    }
  }

  /** Facets with this unit in their basis: it is efficient, and needs no search. */
  List<Facet> facetsOf(int unit) {
    return unit < 0 || facetOfUnit[unit] == null ? List.of() : List.of(facetOfUnit[unit]);
  }

  /**
   * The facet that binds a problem most: of those that bound τ, the one with the sharpest bound.
   *
   * @param shut a unit whose facets are not to be used, or -1
   * @return one or none; a facet that the unit violates whatever τ is comes before all others
   */
  List<Facet> binding(RadialProblem problem, int shut) {
    int out = -1;
    double sharpest = Double.NEGATIVE_INFINITY;
    for (int f = 0; f < facets.size(); f++) {
      double constant = 0;
      double slope = 0;
      for (int i = 0; i < rows; i++) {
        double p = normals[f * rows + i];
        constant += p * problem.base[i];
        slope += p * problem.direction[i];
      }
      slope *= problem.sign;
      if (slope <= 0) {
        if (constant < 0 && problem.isBeyond(facets.get(f)) && !facets.get(f).contains(shut)) {
          return List.of(facets.get(f));
        }
        continue;
      }
      double bound = -constant / slope;
      if (bound > sharpest && (shut < 0 || !facets.get(f).contains(shut))) {
        sharpest = bound;
        out = f;
      }
    }
    return out < 0 ? List.of() : List.of(facets.get(out));
  }
}
