package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.renxing.model.ShrinkagePolicy.SizeClass;

/**
 * Classes of cities by the resident population of their urban area (State Council, Guo Fa [2014]
 * 51). A bound belongs to the class that it begins.
 */
public final class SizeClasses {
  private SizeClasses() {}

  /**
   * The class of a city.
   *
   * @param urban urban population in 10^4 persons; null, 0 and below have no class
   */
  public static Column of(Column urban, List<SizeClass> classes) {
    Column out = lit(null).cast("string");
    for (SizeClass one : classes) {
      out = when(urban.geq(one.from()), one.id()).otherwise(out);
    }
    return when(urban.gt(0), out);
  }

  /** Whether a class is one of small or medium cities; null for no class. */
  public static Column isSmallOrMedium(Column sizeClass, List<SizeClass> classes) {
    Object[] small =
        classes.stream().filter(SizeClass::isSmallOrMedium).map(SizeClass::id).toArray();
    return sizeClass.isin(small);
  }
}
