package org.renxing.typology;

import java.util.List;
import java.util.Locale;
import org.renxing.model.TypeCount;
import org.renxing.model.TypeYears;
import org.renxing.model.Typology;

/** Typologies for tests, of few starts. */
public final class Typologies {
  private Typologies() {}

  /** A typology with what is usual for the rest. */
  public static Typology of(
      String id, Typology.Method method, String k, String years, List<String> features) {
    return of(id, method, k, years, features, Typology.Criterion.SILHOUETTE);
  }

  /** The same with a criterion. */
  public static Typology of(
      String id,
      Typology.Method method,
      String k,
      String years,
      List<String> features,
      Typology.Criterion criterion) {
    return new Typology(
        id,
        features,
        method,
        TypeCount.parse(k),
        criterion,
        TypeYears.parse(years),
        Typology.Standardise.Z_SCORE,
        Typology.Shape.DIAGONAL,
        1,
        5,
        method.isRule() ? 0 : 6,
        List.of(),
        List.of());
  }

  /** The same rule with thresholds and names. */
  public static Typology rule(
      Typology.Method method, List<String> features, List<Double> thresholds, List<String> names) {
    return new Typology(
        method.name().toLowerCase(Locale.ROOT),
        features,
        method,
        TypeCount.none(),
        Typology.Criterion.SILHOUETTE,
        TypeYears.all(),
        Typology.Standardise.Z_SCORE,
        Typology.Shape.FULL,
        1,
        1,
        0,
        thresholds,
        names);
  }
}
