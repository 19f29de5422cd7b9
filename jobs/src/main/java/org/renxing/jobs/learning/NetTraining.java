package org.renxing.jobs.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.renxing.learning.LearningData;
import org.renxing.learning.LearningOptions;
import org.renxing.learning.LinearPredictor;
import org.renxing.learning.LinearTerm;
import org.renxing.learning.Trained;

/**
 * Trains elastic nets, one a fold without the fold's rows, and one of all rows. The penalty of each
 * is chosen by cross-validation among the rows it is trained on, by the same folds.
 */
final class NetTraining {
  /** Penalties that are tried, as shares of the least that leaves no candidate. */
  private static final double[] SHARES = {1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003};

  /** A ridge has no such penalty; glmnet takes that of this mixing. */
  private static final double LEAST_MIXING = 0.001;

  private final TrainingRows rows;
  private final LearningOptions options;
  private final int cores;
  private final LearningData data;
  private final int[] fold;
  private final Map<Task, LinearPredictor> trained = new HashMap<>();

  /**
   * A training.
   *
   * @param without folds that are left out
   * @param penalty the place among the penalties that are tried
   */
  private record Task(Set<Integer> without, int penalty) {}

  NetTraining(
      TrainingRows rows, LearningOptions options, int cores, LearningData data, int[] fold) {
    this.rows = rows;
    this.options = options;
    this.cores = cores;
    this.data = data;
    this.fold = fold;
  }

  Trained train() {
    List<Set<Integer>> wanted = new ArrayList<>();
    IntStream.range(0, options.folds()).forEach(f -> wanted.add(Set.of(f)));
    wanted.add(Set.of());
    trainAll(inner(wanted));
    int[] chosen = wanted.stream().mapToInt(this::chosen).toArray();
    Set<Task> last = new LinkedHashSet<>();
    for (int w = 0; w < chosen.length; w++) {
      last.add(new Task(wanted.get(w), chosen[w]));
    }
    trainAll(last);
    List<LinearPredictor> models = last.stream().map(trained::get).toList();
    List<Double> penalties = last.stream().map(this::penalty).toList();
    List<LinearPredictor> folds = models.subList(0, options.folds());
    return new Trained(folds, terms(models.get(options.folds()), folds), penalties);
  }

  /** What must be trained before penalties can be chosen. */
  private Set<Task> inner(List<Set<Integer>> wanted) {
    Set<Task> out = new LinkedHashSet<>();
    if (options.penalty().isPresent()) {
      return out;
    }
    for (Set<Integer> without : wanted) {
      for (int f = 0; f < options.folds(); f++) {
        for (int p = 0; p < SHARES.length && !without.contains(f); p++) {
          out.add(new Task(with(without, f), p));
        }
      }
    }
    return out;
  }

  private static Set<Integer> with(Set<Integer> folds, int more) {
    Set<Integer> out = new LinkedHashSet<>(folds);
    out.add(more);
    return out;
  }

  private void trainAll(Set<Task> tasks) {
    List<Task> open = tasks.stream().filter(t -> !trained.containsKey(t)).toList();
    List<Callable<LinearPredictor>> calls = new ArrayList<>();
    open.forEach(task -> calls.add(() -> train(task)));
    List<LinearPredictor> models = SideBySide.run(cores, calls);
    for (int i = 0; i < models.size(); i++) {
      trained.put(open.get(i), models.get(i));
    }
  }

  private LinearPredictor train(Task task) {
    LinearRegressionModel model =
        new LinearRegression()
            .setSolver("normal")
            .setStandardization(true)
            .setElasticNetParam(options.mixing())
            .setRegParam(penalty(task))
            .setTol(1e-10)
            .setMaxIter(1_000)
            .fit(rows.select(outside(task.without())));
    return new LinearPredictor(model.intercept(), model.coefficients().toArray());
  }

  private int[] outside(Set<Integer> without) {
    return IntStream.range(0, fold.length).filter(i -> !without.contains(fold[i])).toArray();
  }

  private double penalty(Task task) {
    if (options.penalty().isPresent()) {
      return options.penalty().get();
    }
    int[] some = outside(task.without());
    double most = 0;
    for (int j = 0; j < data.used().size(); j++) {
      double[] x = column(some, j);
      double spread = Math.sqrt(product(x, x));
      most = spread > 0 ? Math.max(most, Math.abs(product(x, response(some))) / spread) : most;
    }
    return SHARES[task.penalty()] * most / Math.max(options.mixing(), LEAST_MIXING);
  }

  /** The penalty with the least squared error in folds that are left out besides. */
  private int chosen(Set<Integer> without) {
    if (options.penalty().isPresent()) {
      return 0;
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < SHARES.length; p++) {
      double squares = 0;
      for (int i = 0; i < fold.length; i++) {
        if (!without.contains(fold[i])) {
          LinearPredictor model = trained.get(new Task(with(without, fold[i]), p));
          double error = data.y()[i] - model.predict(data.rows()[i]);
          squares += error * error;
        }
      }
      if (squares < least) {
        least = squares;
        best = p;
      }
    }
    return best;
  }

  private List<LinearTerm> terms(LinearPredictor all, List<LinearPredictor> folds) {
    int[] every = IntStream.range(0, fold.length).toArray();
    double[] y = response(every);
    List<LinearTerm> out = new ArrayList<>();
    for (int j = 0; j < data.used().size(); j++) {
      int place = j;
      double[] x = column(every, j);
      double estimate = all.coefficients()[j];
      out.add(
          new LinearTerm(
              data.used().get(j),
              estimate,
              estimate * Math.sqrt(product(x, x) / product(y, y)),
              (int) folds.stream().filter(m -> m.coefficients()[place] != 0).count()));
    }
    return out;
  }

  private double[] column(int[] some, int j) {
    return Arrays.stream(some).mapToDouble(i -> data.rows()[i][j]).toArray();
  }

  private double[] response(int[] some) {
    return Arrays.stream(some).mapToDouble(i -> data.y()[i]).toArray();
  }

  /** The covariance, divisor n. */
  private static double product(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / a.length;
  }
}
