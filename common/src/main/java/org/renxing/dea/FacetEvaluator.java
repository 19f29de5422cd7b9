package org.renxing.dea;

/** The evaluator that looks facets up and solves where none fits. */
final class FacetEvaluator implements Evaluator {
  private final ScaledTechnology matrix;
  private final RadialModel radial;
  private final SlacksBasedModel slacksBased;

  FacetEvaluator(Technology technology) {
    this.matrix = new ScaledTechnology(technology);
    this.radial = new RadialModel(matrix);
    this.slacksBased = new SlacksBasedModel(matrix, radial);
  }

  @Override
  public Score radial(Observations units, int row, Orientation orientation) {
    matrix.technology.reference().requireSameColumns(units);
    return radial.radial(units, row, orientation);
  }

  @Override
  public Score superEfficiency(Observations units, int row, Orientation orientation) {
    matrix.technology.reference().requireSameColumns(units);
    return radial.superEfficiency(units, row, orientation);
  }

  @Override
  public Score slacksBased(Observations units, int row) {
    matrix.technology.reference().requireSameColumns(units);
    return slacksBased.score(units, row);
  }

  @Override
  public Effort effort() {
    return new Effort(
        radial.solver().solves() + slacksBased.solves(),
        radial.solver().facets(),
        radial.fallbacks());
  }
}
