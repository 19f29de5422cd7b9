package org.renxing.shrinkage;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.renxing.model.ShrinkagePolicy.SizeClass;
import org.renxing.numerics.ExactSums;
import org.renxing.numerics.Truth;
import org.renxing.territory.UnitDirectory.Group;

/**
 * Counts and shares of shrinking units in a group. Shares are NaN where they would be of none.
 *
 * @param known units with a verdict on shrinkage
 * @param unknown units without
 * @param meanChange of population in %, units alike; breaks of boundaries left out
 * @param sized units with a size class in the last year
 * @param smallOrMedium small and medium cities among them
 */
public record ShrinkageGroup(
    Group group,
    Span span,
    long known,
    long unknown,
    long shrinking,
    long severe,
    long doubleDecline,
    long doubleDeclineKnown,
    double meanChange,
    long sized,
    long smallOrMedium)
    implements Serializable {

  static ShrinkageGroup of(Group group, List<SpanVerdict> units, List<SizeClass> classes) {
    long known = count(units, SpanVerdict::isShrinking, Truth::isKnown);
    return new ShrinkageGroup(
        group,
        units.get(0).span(),
        known,
        units.size() - known,
        count(units, SpanVerdict::isShrinking, Truth::isTrue),
        count(units, SpanVerdict::isSevere, Truth::isTrue),
        count(units, SpanVerdict::isDoubleDecline, Truth::isTrue),
        count(units, SpanVerdict::isDoubleDecline, Truth::isKnown),
        mean(
            units.stream()
                .mapToDouble(SpanVerdict::change)
                .filter(x -> !Double.isNaN(x))
                .toArray()),
        count(units, SpanVerdict::sizeClass, size -> !size.isEmpty()),
        count(units, SpanVerdict::sizeClass, size -> SizeClasses.isSmallOrMedium(size, classes)));
  }

  private static <T> long count(
      List<SpanVerdict> units, Function<SpanVerdict, T> what, Predicate<T> isCounted) {
    return units.stream().filter(unit -> isCounted.test(what.apply(unit))).count();
  }

  private static double mean(double[] changes) {
    return ExactSums.of(changes) / changes.length;
  }

  /** Share of those with a verdict that shrink. */
  public double shareShrinking() {
    return (double) shrinking / known;
  }

  /** Share of those with a verdict that shrink severely. */
  public double shareSevere() {
    return (double) severe / known;
  }

  /** Share of small and medium cities in those with a size class. */
  public double shareSmallOrMedium() {
    return (double) smallOrMedium / sized;
  }
}
