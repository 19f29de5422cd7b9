package org.renxing.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a unit counts as shrinking severely, how large a city is, and the like
 * (docs/methods/shrinkage.md). Percentages of change are negative where something falls.
 *
 * @param spans which pairs of years are compared: {@code consecutive}, {@code first-last}, or
 *     {@code 2010..2020}, which counts where a scenario has both years
 * @param severePct shrinkage is severe from this change of population down
 * @param lossPct a sub-unit's loss is heavy from this change down
 * @param nearPct a sub-unit's loss is near the heavy one from this change down
 * @param northProvinces first two digits of the codes of the provinces of the north; all others are
 *     of the south
 * @param sizeClasses classes of urban population, from the smallest up; the first begins at 0
 * @param pyramid when the age structure is that of a growing or declining population
 */
public record ShrinkagePolicy(
    List<String> spans,
    @Key(is = "below 0") double severePct,
    @Key(is = "below 0") double lossPct,
    @Key(is = "below 0") double nearPct,
    Set<String> northProvinces,
    List<SizeClass> sizeClasses,
    Pyramid pyramid)
    implements Serializable {

  /** Every pair of years that stand next to each other. */
  public static final String CONSECUTIVE = "consecutive";

  /** The first and the last year of the scenario. */
  public static final String FIRST_LAST = "first-last";

  public ShrinkagePolicy {
    spans = List.copyOf(spans);
    northProvinces = java.util.Collections.unmodifiableSet(new TreeSet<>(northProvinces));
    sizeClasses = List.copyOf(sizeClasses);
    require(severePct < 0, "severe-pct must be below 0, found " + severePct);
    require(lossPct < 0, "loss-pct must be below 0, found " + lossPct);
    require(
        nearPct < 0 && nearPct >= lossPct,
        "near-pct must be below 0 and not below loss-pct, found " + nearPct);
    require(
        sizeClasses.isEmpty() || sizeClasses.get(0).from() == 0,
        "the first of size-classes must begin at 0");
    List<SizeClass> sorted =
        sizeClasses.stream().sorted(Comparator.comparingDouble(SizeClass::from)).toList();
    require(sorted.equals(sizeClasses), "size-classes must stand from the smallest up");
  }

  /** What holds where configuration says nothing: no size classes, nobody in the north. */
  public static ShrinkagePolicy standard() {
    return new ShrinkagePolicy(
        List.of(CONSECUTIVE, FIRST_LAST),
        -20,
        -30,
        -25,
        Set.of(),
        List.of(),
        new Pyramid(40, 30, 4, 7));
  }

  /**
   * A class of cities by urban population.
   *
   * @param from least population that belongs, in 10^4 persons; it ends where the next begins
   * @param isSmallOrMedium whether its cities are small or medium ones
   */
  public record SizeClass(
      @Key(isUnique = true) String id, double from, @Key("small-or-medium") boolean isSmallOrMedium)
      implements Serializable {
    public SizeClass {
      require(!id.isBlank(), "a size class needs an id");
      require(from >= 0, "size class " + id + ": from must be 0 or more, found " + from);
    }
  }

  /**
   * Thresholds of the type of age structure, in percent of the population.
   *
   * @param growingChildPct growing: children (0-14) over this, and the old (65 and over) under ...
   * @param decliningChildPct declining: children under this, and the old over ...
   * @param growingOldPct see above
   * @param decliningOldPct see above
   */
  public record Pyramid(
      @Key(is = Key.PERCENTAGE) double growingChildPct,
      @Key(is = Key.PERCENTAGE) double decliningChildPct,
      @Key(is = Key.PERCENTAGE) double growingOldPct,
      @Key(is = Key.PERCENTAGE) double decliningOldPct)
      implements Serializable {
    public Pyramid {
      require(
          decliningChildPct <= growingChildPct && growingOldPct <= decliningOldPct,
          "pyramid: need declining-child-pct <= growing-child-pct and growing-old-pct <="
              + " declining-old-pct");
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "shrinkage: " + message);
    }
  }
}
