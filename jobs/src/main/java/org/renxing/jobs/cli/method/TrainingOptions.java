package org.renxing.jobs.cli.method;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renxing.learning.LearningMethod;
import org.renxing.learning.LearningOptions;
import org.renxing.learning.TreeOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a model is trained, cross-validated and looked at. */
@InHelp(HelpGroup.METHOD)
final class TrainingOptions {
  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "forest",
      converter = MethodName.class,
      description = "forest (default), boosted or elastic-net.")
  private LearningMethod method;

  @Option(
      names = "--trees",
      paramLabel = "N",
      description =
          "forest: trees in all, dealt to the folds (500); boosted: trees of each fold (100).")
  private Optional<Integer> trees;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Levels of splits at most, 1 to 30 (forest 10, boosted 3).")
  private Optional<Integer> depth;

  @Option(
      names = "--leaf",
      paramLabel = "N",
      description = "Rows at least on each side of a split (5).")
  private Optional<Integer> leaf;

  @Option(
      names = "--bins",
      paramLabel = "N",
      description = "Intervals of a candidate between which splits lie, at most (32).")
  private Optional<Integer> bins;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Rows of which trees grow, drawn where there are more: forest for each 25 trees (5000),"
              + " boosted for each fold (20000).")
  private Optional<Integer> rows;

  @Option(
      names = "--step",
      paramLabel = "S",
      description = "boosted: by how much each tree counts (0.1).")
  private Optional<Double> step;

  @Option(
      names = "--penalty",
      paramLabel = "L",
      description =
          "elastic-net: glmnet's lambda; chosen by cross-validation inside each fold unless given.")
  private Optional<Double> penalty;

  @Option(
      names = "--mixing",
      paramLabel = "A",
      defaultValue = "0.5",
      description = "elastic-net: glmnet's alpha, 0 ridge to 1 lasso (0.5).")
  private double mixing;

  @Option(
      names = "--folds",
      paramLabel = "K",
      defaultValue = "5",
      description = "Folds; all rows of a unit lie in one (5).")
  private int folds;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each candidate is shuffled (5).")
  private int repeats;

  @Option(
      names = "--intervals",
      paramLabel = "N",
      defaultValue = "20",
      description = "Intervals of response curves, with about as many rows each (20).")
  private int intervals;

  @Option(
      names = "--curve-rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Rows over which partial dependence is the mean, at most (1000).")
  private int curveRows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of folds, trees and shuffles (1).")
  private long seed;

  /** All as one. */
  LearningOptions options() {
    TreeOptions usual = TreeOptions.of(method);
    TreeOptions grown =
        new TreeOptions(
            trees.orElse(usual.trees()),
            depth.orElse(usual.depth()),
            leaf.orElse(usual.leaf()),
            bins.orElse(usual.bins()),
            rows.orElse(usual.rows()),
            step.orElse(usual.step()));
    return new LearningOptions(
        method,
        grown,
        penalty,
        mixing,
        folds,
        new LearningOptions.Look(repeats, intervals, curveRows),
        seed);
  }

  /** Names of methods as configuration writes them. */
  static final class MethodName implements ITypeConverter<LearningMethod> {
    @Override
    public LearningMethod convert(String text) {
      return Arrays.stream(LearningMethod.values())
          .filter(method -> text(method).equals(text.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + Arrays.stream(LearningMethod.values())
                              .map(MethodName::text)
                              .collect(Collectors.joining(", "))
                          + " but was '"
                          + text
                          + "'"));
    }

    private static String text(LearningMethod method) {
      return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
