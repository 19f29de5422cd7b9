package org.renxing.jobs.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.GBTRegressionModel;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.learning.LearningData;
import org.renxing.learning.LearningMethod;
import org.renxing.learning.LearningOptions;
import org.renxing.learning.Predictor;
import org.renxing.learning.RegressionTree;
import org.renxing.learning.Trained;
import org.renxing.learning.TreeEnsemble;
import org.renxing.learning.TreeOptions;

/** Trains forests and boosted trees, one a fold without the fold's rows. */
final class TreeTraining {
  /** Trees of a forest that grow of one draw of rows. */
  private static final int GROUP = 25;

  /** Of the rows of a boosted tree, drawn anew for each (Friedman 2002). */
  private static final double BOOSTING_SHARE = 0.5;

  /** MLlib's trees are fitted to the slope of the squared error, twice the residual. */
  private static final double SLOPE = 2;

  private final TrainingRows rows;
  private final LearningOptions options;
  private final int cores;

  TreeTraining(TrainingRows rows, LearningOptions options, int cores) {
    this.rows = rows;
    this.options = options;
    this.cores = cores;
  }

  Trained train(LearningData data, int[] fold) {
    return Trained.trees(
        options.method() == LearningMethod.FOREST ? forests(data, fold) : boosted(data, fold));
  }

  private List<Predictor> forests(LearningData data, int[] fold) {
    List<Callable<List<RegressionTree>>> tasks = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int f = 0; f < options.folds(); f++) {
      int[] outside = data.rows(fold, f, false);
      int trees = share(options.trees().trees(), options.folds(), f);
      int groups = outside.length <= options.trees().rows() ? 1 : (trees + GROUP - 1) / GROUP;
      for (int g = 0; g < groups; g++) {
        SplittableRandom random = new SplittableRandom(options.seed() + 1_000_003L * f + g);
        int[] drawn = drawn(outside, random);
        long seed = random.nextLong();
        int size = share(trees, groups, g);
        tasks.add(() -> forest(rows.select(drawn), size, seed));
        owners.add(f);
      }
    }
    List<List<RegressionTree>> grown = SideBySide.run(cores, tasks);
    List<Predictor> out = new ArrayList<>();
    for (int f = 0; f < options.folds(); f++) {
      List<RegressionTree> all = new ArrayList<>();
      for (int t = 0; t < grown.size(); t++) {
        if (owners.get(t) == f) {
          all.addAll(grown.get(t));
        }
      }
      out.add(TreeEnsemble.mean(all));
    }
    return out;
  }

  private List<RegressionTree> forest(Dataset<Row> training, int size, long seed) {
    TreeOptions how = options.trees();
    RandomForestRegressor forest =
        new RandomForestRegressor()
            .setNumTrees(size)
            .setMaxDepth(how.depth())
            .setMinInstancesPerNode(how.leaf())
            .setMaxBins(how.bins())
            .setFeatureSubsetStrategy("onethird")
            .setSeed(seed);
    return local(forest.fit(training).trees());
  }

  private List<Predictor> boosted(LearningData data, int[] fold) {
    List<Callable<Predictor>> tasks = new ArrayList<>();
    for (int f = 0; f < options.folds(); f++) {
      SplittableRandom random = new SplittableRandom(options.seed() + 1_000_003L * f);
      int[] drawn = drawn(data.rows(fold, f, false), random);
      long seed = random.nextLong();
      tasks.add(() -> boosted(rows.select(drawn), seed));
    }
    return SideBySide.run(cores, tasks);
  }

  private Predictor boosted(Dataset<Row> training, long seed) {
    TreeOptions how = options.trees();
    GBTRegressionModel model =
        new GBTRegressor()
            .setMaxIter(how.trees())
            .setMaxDepth(how.depth())
            .setMinInstancesPerNode(how.leaf())
            .setMaxBins(how.bins())
            .setStepSize(how.step() / SLOPE)
            .setSubsamplingRate(BOOSTING_SHARE)
            .setSeed(seed)
            .fit(training);
    return new TreeEnsemble(local(model.trees()), model.treeWeights());
  }

  private static List<RegressionTree> local(DecisionTreeRegressionModel[] trees) {
    return Arrays.stream(trees).map(LocalTrees::of).toList();
  }

  /** The part of the i-th of several takers. */
  private static int share(int all, int takers, int i) {
    return all / takers + (i < all % takers ? 1 : 0);
  }

  /** So many of the rows as are wanted at most, without replacement, in their order. */
  private int[] drawn(int[] from, SplittableRandom random) {
    int wanted = options.trees().rows();
    if (from.length <= wanted) {
      return from;
    }
    int[] all = from.clone();
    for (int i = 0; i < wanted; i++) {
      int other = i + random.nextInt(all.length - i);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    return Arrays.stream(all, 0, wanted).sorted().toArray();
  }
}
