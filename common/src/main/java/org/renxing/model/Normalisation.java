package org.renxing.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How values become comparable (methods: normalisation).
 *
 * @param method a name of the normalisation registry, such as {@code min-max}
 * @param baseYear the year whose bounds hold, for scope {@link Scope#BASE_YEAR}
 * @param frozenRelease the release whose bounds hold, for scope {@link Scope#FROZEN}
 * @param winsorise quantiles to which values are drawn in before bounds are taken
 * @param clamp whether values outside the bounds (base year, frozen, goalposts) are drawn to 0 or 1
 * @param scale the upper end of the result, 1 by default; some indices use 100
 * @param goalposts fixed bounds by indicator code, for method {@code goalposts}
 */
public record Normalisation(
    String method,
    Scope scope,
    @Key(is = "from 1900 to 2200") Optional<Integer> baseYear,
    Optional<String> frozenRelease,
    Optional<Quantiles> winsorise,
    boolean clamp,
    @Key(is = "above 0") double scale,
    @Key(names = Key.INDICATOR) Map<String, Bounds> goalposts)
    implements Serializable {

  public Normalisation {
    goalposts = SortedCopy.of(goalposts);
    require(scale > 0 && !Double.isInfinite(scale), "scale must be above 0, found " + scale);
    require(scope != Scope.BASE_YEAR || baseYear.isPresent(), "scope base-year needs base-year");
    require(
        scope != Scope.FROZEN || frozenRelease.isPresent(), "scope frozen needs frozen-release");
    require(
        !method.equals("goalposts") || !goalposts.isEmpty(), "method goalposts needs goalposts");
  }

  /** Min-max over all rows, results in [0, 1], no treatment. */
  public static Normalisation pooledMinMax() {
    return new Normalisation(
        "min-max",
        Scope.POOLED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        1,
        Map.of());
  }

  /** The same as it travels: an Optional does not. */
  private record Form(
      String method,
      Scope scope,
      List<Integer> baseYear,
      List<String> frozenRelease,
      List<Quantiles> winsorise,
      boolean clamp,
      double scale,
      TreeMap<String, Bounds> goalposts)
      implements Serializable {
    private Object readResolve() {
      return new Normalisation(
          method,
          scope,
          baseYear.stream().findFirst(),
          frozenRelease.stream().findFirst(),
          winsorise.stream().findFirst(),
          clamp,
          scale,
          goalposts);
    }
  }

  private Object writeReplace() {
    return new Form(
        method,
        scope,
        baseYear.stream().toList(),
        frozenRelease.stream().toList(),
        winsorise.stream().toList(),
        clamp,
        scale,
        new TreeMap<>(goalposts));
  }

  /** Over which rows bounds, means and ranks are taken. */
  public enum Scope {
    POOLED,
    YEARLY,
    BASE_YEAR,
    FROZEN
  }

  /** Lower and upper quantile, shares between 0 and 1. */
  public record Quantiles(double lower, double upper) implements Serializable {
    public Quantiles {
      require(0 <= lower && lower < upper && upper <= 1, "winsorise: need 0 <= lower < upper <= 1");
    }
  }

  /** Fixed lower and upper bound of one indicator, in its own unit. */
  public record Bounds(double lower, double upper) implements Serializable {
    public Bounds {
      require(lower < upper, "bounds: need lower < upper, found " + lower + " and " + upper);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "normalisation: " + message);
    }
  }
}
