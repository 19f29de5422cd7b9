package org.renxing.path;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.Evidence;
import org.renxing.numerics.Truth;
import org.renxing.shrinkage.UnitSpan;
import org.renxing.territory.UnitDirectory.Unit;

/** The evidence on a unit in a year. */
public final class UnitEvidence {
  private UnitEvidence() {}

  /**
   * What is known, by {@link Evidence#column}.
   *
   * @param span that ends in the year
   * @param unit where it is listed
   */
  public static Map<String, Double> of(UnitSpan span, Optional<Unit> unit) {
    Map<String, Double> out = new TreeMap<>();
    for (Evidence evidence : Evidence.values()) {
      double value = value(evidence, span, unit);
      if (!Double.isNaN(value)) {
        out.put(evidence.column(), value);
      }
    }
    return out;
  }

  private static double value(Evidence evidence, UnitSpan span, Optional<Unit> unit) {
    return switch (evidence) {
      case POPULATION_CHANGE_PCT -> span.change();
      case REGISTERED_CHANGE_PCT ->
          span.territory().isRegister() ? span.registered().change() : Double.NaN;
      case NET_MIGRATION_PCT -> span.netMigration() / span.population().from() * 100;
      case BUILT_UP_CHANGE_PCT -> span.builtUpChange();
      case DENSITY_CHANGE_PCT -> span.densityChange();
      case GDP_GROWTH_PCT -> span.gdpGrowth();
      case OLD_SHARE_PCT ->
          span.population().to() > 0 ? span.old().to() / span.population().to() * 100 : Double.NaN;
      default -> truth(evidence, span, unit).number();
    };
  }

  private static Truth truth(Evidence evidence, UnitSpan span, Optional<Unit> unit) {
    return switch (evidence) {
      case IS_SHRINKING -> span.isShrinking();
      case IS_SEVERE -> span.isSevere();
      case IS_DOUBLE_DECLINE -> span.isDoubleDecline();
      case IS_PARADOX -> span.isParadox();
      case IS_RESOURCE_BASED -> isResourceBased(unit);
      case IS_GROWING -> isType(unit, "growing");
      case IS_MATURE -> isType(unit, "mature");
      case IS_DECLINING -> isType(unit, "declining");
      case IS_REGENERATIVE -> isType(unit, "regenerative");
      default -> throw new IllegalArgumentException(evidence + " is no yes or no");
    };
  }

  private static Truth isResourceBased(Optional<Unit> unit) {
    return unit.flatMap(u -> u.attribute("is_resource_based"))
        .map(text -> Truth.of(Boolean.parseBoolean(text)))
        .orElse(Truth.UNKNOWN);
  }

  /** False for a city known not to be resource-based; unknown where the type is not known. */
  private static Truth isType(Optional<Unit> unit, String lifeCycle) {
    Truth isOfType =
        unit.flatMap(u -> u.attribute("life_cycle"))
            .map(type -> Truth.of(type.equals(lifeCycle)))
            .orElse(Truth.UNKNOWN);
    Truth isResource = isResourceBased(unit);
    return isResource.isTrue() ? isOfType : isResource;
  }
}
