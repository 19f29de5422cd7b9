package org.renxing.model;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * One way of telling types of units apart (methods: types).
 *
 * @param id published as {@code typology_id}
 * @param features scores and variables of the scenario; see {@link Scenario#measures}
 * @param k how many types, for methods that find them; none for rules
 * @param criterion what chooses k where there are several
 * @param years which years types are made from
 * @param shape of the covariances of a mixture
 * @param seed of random starts and resamples
 * @param starts random starts, of which the best counts
 * @param resamples how often types are made again, of units drawn anew, to see how stable they are
 * @param thresholds of a rule; empty for the usual ones
 * @param names of types 1, 2, …; empty for the usual ones
 */
public record Typology(
    @Key(isUnique = true) String id,
    @Key(names = Key.MEASURE) List<String> features,
    @Key(or = "kmeans") Method method,
    @Key(or = "") TypeCount k,
    @Key(or = "silhouette") Criterion criterion,
    @Key(or = "all") TypeYears years,
    @Key(or = "z-score") Standardise standardise,
    @Key(or = "full") Shape shape,
    @Key(or = "1", is = "from 0 to " + Integer.MAX_VALUE) long seed,
    @Key(or = "20", is = "from 1 to 1000") int starts,
    @Key(or = "20", is = "from 0 to 1000") int resamples,
    List<Double> thresholds,
    List<String> names)
    implements Serializable {

  private static final List<Double> LAG = List.of(0.8, 1.2);

  public Typology {
    features = List.copyOf(features);
    thresholds = List.copyOf(thresholds);
    names = List.copyOf(names);
    require(id, !features.isEmpty(), "needs one feature or more");
    require(id, isEachOnce(features), "each feature stands once, found " + features);
    require(id, isEachOnce(names), "each name stands once, found " + names);
    if (method.isRule()) {
      requireRule(id, features, method, k, years, thresholds);
    } else {
      requireClusters(id, method, k, criterion, thresholds);
    }
    int types = method.isRule() ? method.types : k.least();
    require(
        id,
        names.isEmpty() || (names.size() == types && (method.isRule() || k.isFixed())),
        method.isRule() || k.isFixed()
            ? "names must be " + types + ", one for each type, found " + names.size()
            : "names need a fixed k; it is " + k.least() + ".." + k.most());
  }

  private static void requireRule(
      String id,
      List<String> features,
      Method method,
      TypeCount k,
      TypeYears years,
      List<Double> thresholds) {
    String word = method.word();
    require(id, features.size() == 2, word + " needs two features, found " + features.size());
    require(id, !k.isGiven(), word + " has " + method.types + " types; leave k out");
    require(
        id,
        years.kind() != TypeYears.Kind.EACH,
        word + " takes each unit and year by itself; years are all, latest or a span");
    require(
        id,
        thresholds.isEmpty() || thresholds.size() == 2,
        "thresholds must be two, found " + thresholds);
    if (method == Method.LAG && !thresholds.isEmpty()) {
      require(
          id,
          thresholds.get(0) > 0 && thresholds.get(0) <= thresholds.get(1),
          "thresholds of lag must be above 0 and not fall, found " + thresholds);
    }
  }

  private static void requireClusters(
      String id, Method method, TypeCount k, Criterion criterion, List<Double> thresholds) {
    require(id, k.isGiven(), method.word() + " needs k, such as 4 or \"2..8\"");
    require(id, thresholds.isEmpty(), "thresholds are for lag and quadrant");
    require(
        id,
        criterion != Criterion.BIC || method == Method.GAUSSIAN_MIXTURE,
        "criterion bic is for gaussian-mixture");
    require(
        id, criterion != Criterion.GAP || method == Method.KMEANS, "criterion gap is for kmeans");
    require(
        id,
        k.isFixed() || k.least() > 1 || criterion != Criterion.SILHOUETTE,
        "criterion silhouette compares 2 types or more; write k = \"2.." + k.most() + "\"");
  }

  private static boolean isEachOnce(List<String> texts) {
    return new HashSet<>(texts).size() == texts.size();
  }

  private static void require(String id, boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "types " + id + ": " + message);
    }
  }

  /** The thresholds of the ratio for {@link Method#LAG}. */
  public List<Double> lagThresholds() {
    return thresholds.isEmpty() ? LAG : thresholds;
  }

  /** What a type is called, from 1. */
  public String typeName(int type) {
    if (!names.isEmpty()) {
      return names.get(type - 1);
    }
    return switch (method) {
      case LAG -> type == 2 ? "in step" : shortName(type == 1 ? 0 : 1) + " lags";
      case QUADRANT -> List.of("LL", "LH", "HL", "HH").get(type - 1);
      default -> "type " + type;
    };
  }

  /** What stands after the last dot of a feature, where that tells the two apart. */
  private String shortName(int feature) {
    List<String> ends = features.stream().map(f -> f.substring(f.lastIndexOf('.') + 1)).toList();
    return isEachOnce(ends) ? ends.get(feature) : features.get(feature);
  }

  /** How types are told apart. */
  public enum Method {
    /** The least sum of squares within types. */
    KMEANS(0),
    /** The type with the largest sum of squares is split in two until there are enough. */
    BISECTING(0),
    /** Normal distributions by expectation and maximisation. */
    GAUSSIAN_MIXTURE(0),
    /** Two features, each above a threshold or not. */
    QUADRANT(4),
    /** The ratio of two features. */
    LAG(3);

    private final int types;

    Method(int types) {
      this.types = types;
    }

    /** Whether thresholds tell types apart, and nothing is estimated. */
    public boolean isRule() {
      return types > 0;
    }

    /** How it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What chooses the number of types. */
  public enum Criterion {
    /** The largest mean silhouette. */
    SILHOUETTE,
    /** The smallest BIC; of mixtures. */
    BIC,
    /** The gap statistic; of k-means. */
    GAP
  }

  /** How features are put on one scale. */
  public enum Standardise {
    /** Mean 0 and standard deviation 1 over the rows that types are made from. */
    Z_SCORE,
    NONE
  }

  /** What covariances of a mixture are free to be. */
  public enum Shape {
    FULL,
    TIED,
    DIAGONAL,
    SPHERICAL
  }
}
