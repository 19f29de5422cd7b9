package org.renxing.shrinkage;

import java.util.List;
import java.util.stream.IntStream;
import org.renxing.model.ShrinkagePolicy.Pyramid;
import org.renxing.model.Statistic;
import org.renxing.panel.UnitFigures;

/**
 * The ages in a population in a year (methods: shrinkage). All shares are NaN where an age is
 * missing or negative, or nobody is counted.
 *
 * @param child 10^4 persons below 15
 * @param working of 15 to 64
 * @param old of 65 and over
 */
public record AgeStructure(String unitId, int year, double child, double working, double old) {

  /** The ages of a unit in each of its years. */
  public static List<AgeStructure> of(UnitFigures unit) {
    return IntStream.range(0, unit.size())
        .mapToObj(
            i ->
                new AgeStructure(
                    unit.unitId(),
                    unit.year(i),
                    unit.of(Statistic.POPULATION_0_14, i),
                    unit.of(Statistic.POPULATION_15_64, i),
                    unit.of(Statistic.POPULATION_65_PLUS, i)))
        .toList();
  }

  private double total() {
    return child + working + old;
  }

  private boolean isSound() {
    return total() > 0 && child >= 0 && working >= 0 && old >= 0;
  }

  private double share(double part, double whole) {
    return isSound() && whole > 0 ? part / whole * 100 : Double.NaN;
  }

  /** Children in all, in %. */
  public double childShare() {
    return share(child, total());
  }

  /** Those of working age in all, in %. */
  public double workingShare() {
    return share(working, total());
  }

  /** The old in all, in %. */
  public double oldShare() {
    return share(old, total());
  }

  /** The old to those of working age, in %; NaN without any of these. */
  public double oldDependency() {
    return share(old, working);
  }

  /** The old to children, in %; NaN without any of these. */
  public double ageingIndex() {
    return share(old, child);
  }

  /** growing, stable or declining; empty where the shares are not known. */
  public String pyramid(Pyramid p) {
    if (!isSound()) {
      return "";
    }
    if (childShare() > p.growingChildPct() && oldShare() < p.growingOldPct()) {
      return "growing";
    }
    boolean isDeclining = childShare() < p.decliningChildPct() && oldShare() > p.decliningOldPct();
    return isDeclining ? "declining" : "stable";
  }

  /** Why there are no shares; empty where there are. */
  public String reason() {
    if (Double.isNaN(total())) {
      return "AGE_MISSING";
    }
    return isSound() ? "" : "NO_POPULATION";
  }
}
