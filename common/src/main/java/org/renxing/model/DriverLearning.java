package org.renxing.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a response is learnt from its candidates (methods: learning).
 *
 * @param trees of a forest in all, of boosting in each fold; empty for what is usual
 * @param depth levels of splits at most; empty for what is usual
 * @param folds of units, without each of which a model is trained
 * @param repeats how often each candidate is shuffled
 * @param seed of folds, trees and shuffles
 */
public record DriverLearning(
    @Key(or = "forest") Method method,
    Optional<Integer> trees,
    Optional<Integer> depth,
    @Key(or = "5", is = "from 2 to 1000") int folds,
    @Key(or = "5", is = "from 1 to 1000") int repeats,
    @Key(or = "1") long seed)
    implements Serializable {

  public DriverLearning {
    boolean isNet = method == Method.ELASTIC_NET;
    require(
        !isNet || (trees.isEmpty() && depth.isEmpty()), "elastic-net has no trees and no depth");
    require(
        !isNet || (folds >= 3 && folds <= 50),
        "elastic-net needs 3 to 50 folds, since it chooses its penalty inside each by the others");
    int least = method == Method.FOREST ? folds : 1;
    require(
        trees.filter(n -> n < least || n > 100_000).isEmpty(),
        "trees must be from " + least + " to 100000; a forest has one a fold or more");
    require(depth.filter(n -> n < 1 || n > 30).isEmpty(), "depth must be from 1 to 30");
  }

  /** The serialised form: an Optional is not Serializable, a list of one or none is. */
  private record Form(
      Method method, List<Integer> trees, List<Integer> depth, int folds, int repeats, long seed)
      implements Serializable {
    private Object readResolve() {
      return new DriverLearning(
          method, trees.stream().findFirst(), depth.stream().findFirst(), folds, repeats, seed);
    }
  }

  private Object writeReplace() {
    return new Form(method, trees.stream().toList(), depth.stream().toList(), folds, repeats, seed);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "learning: " + message);
    }
  }

  /** What is trained. */
  public enum Method {
    /** A random forest. */
    FOREST,
    /** Boosted trees. */
    BOOSTED,
    /** Linear regression with both penalties. */
    ELASTIC_NET;

    /** As configuration and tables write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
