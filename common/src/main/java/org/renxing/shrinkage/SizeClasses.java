package org.renxing.shrinkage;

import java.util.List;
import org.renxing.model.ShrinkagePolicy.SizeClass;

/**
 * Classes of cities by the resident population of their urban area (State Council, Guo Fa [2014]
 * 51). A bound belongs to the class that it begins.
 */
public final class SizeClasses {
  private SizeClasses() {}

  /**
   * The class of a city; empty for none.
   *
   * @param urban urban population in 10^4 persons; NaN, 0 and below have no class
   */
  public static String of(double urban, List<SizeClass> classes) {
    String out = "";
    for (SizeClass one : classes) {
      if (urban > 0 && urban >= one.from()) {
        out = one.id();
      }
    }
    return out;
  }

  /** Whether a class is one of small or medium cities. */
  public static boolean isSmallOrMedium(String sizeClass, List<SizeClass> classes) {
    return classes.stream().anyMatch(c -> c.isSmallOrMedium() && c.id().equals(sizeClass));
  }
}
