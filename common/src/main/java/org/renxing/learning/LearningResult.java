package org.renxing.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What models that were trained without each fold say of it.
 *
 * @param units how many
 * @param fit of all rows, out of fold
 * @param folds the same of each fold
 * @param importances of all candidates, the most important first; those that are not used last
 * @param curves of the used candidates, in the order of the formula
 * @param trained the models, with the terms of an elastic net
 */
public record LearningResult(
    int units,
    FitFigures fit,
    List<Fold> folds,
    List<Importance> importances,
    List<Curve> curves,
    Trained trained) {

  /**
   * A fold.
   *
   * @param units whose rows it has
   * @param trainingRows rows of all other units
   */
  public record Fold(int units, int trainingRows, FitFigures fit) {}

  /**
   * The importance of a candidate.
   *
   * @param rank 1 for the largest; 0 where it is not used
   * @param permutation NaN throughout where it is not used
   * @param correlatedWith other candidates whose rank correlation with it is 0.7 or more, or −0.7
   *     or less, with the correlation; empty for none
   * @param note {@code COLLINEAR_WITH:a + b}; empty for none
   * @param reason why it is not used: {@code CONSTANT}, {@code DUPLICATE_OF:a}; empty where it is
   */
  public record Importance(
      String candidate,
      int rank,
      PermutationImportance permutation,
      String correlatedWith,
      String note,
      String reason) {}

  /** The response curve of a candidate. */
  public record Curve(String candidate, ResponseCurve curve) {}

  /**
   * Looks at trained models.
   *
   * @param fold of each row
   * @param trained one model a fold
   */
  public static LearningResult of(
      LearningData data, int[] fold, Trained trained, LearningOptions.Look look, long seed) {
    List<? extends Predictor> models = trained.models();
    CrossFit fit = new CrossFit(data.rows(), data.y(), fold, models);
    double[] predicted = fit.predictions();
    List<Fold> folds = new ArrayList<>();
    for (int f = 0; f < models.size(); f++) {
      int[] inside = data.rows(fold, f, true);
      long units = IntStream.of(inside).map(i -> data.unit()[i]).distinct().count();
      folds.add(
          new Fold(
              (int) units,
              fold.length - inside.length,
              FitFigures.of(data.y(), predicted, inside)));
    }
    int columns = data.used().size();
    List<ResponseCurve> curves =
        ResponseCurve.of(fit, columns, look.intervals(), look.curveRows(), seed);
    return new LearningResult(
        data.units(),
        FitFigures.of(data.y(), predicted),
        folds,
        importances(data, PermutationImportance.of(fit, columns, look.repeats(), seed)),
        curves.stream().map(c -> new Curve(data.used().get(c.column()), c)).toList(),
        trained);
  }

  private static List<Importance> importances(
      LearningData data, List<PermutationImportance> measured) {
    List<String> kin = Kinship.of(data);
    List<PermutationImportance> sorted =
        measured.stream().sorted(Comparator.comparingDouble(p -> -p.mean())).toList();
    List<Importance> out = new ArrayList<>();
    for (PermutationImportance p : sorted) {
      String name = data.used().get(p.column());
      String note = data.notes().getOrDefault(name, "");
      out.add(new Importance(name, out.size() + 1, p, kin.get(p.column()), note, ""));
    }
    PermutationImportance none = new PermutationImportance(-1, Double.NaN, Double.NaN, Double.NaN);
    data.reasons().forEach((name, why) -> out.add(new Importance(name, 0, none, "", "", why)));
    return out;
  }
}
