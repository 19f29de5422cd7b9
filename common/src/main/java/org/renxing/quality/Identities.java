package org.renxing.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.renxing.index.Expression;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;
import org.renxing.model.SuspectKind;
import org.renxing.quality.JudgedFigure.Range;

/**
 * Equations between base indicators, from configuration: |ln(left / right)| beyond the tolerance is
 * suspect. Of the figures in the equation, the one farthest from its own history is named; where
 * none is off by half the limit, those of the left side are.
 */
final class Identities implements Detector {
  private static final long serialVersionUID = 1L;

  private static final double OF_LIMIT = 0.5;

  /** Where no figure stands out, it is a guess which one is wrong. */
  private static final double OF_GUESS = 0.6;

  private final double limit;
  private final ArrayList<Equation> equations = new ArrayList<>();

  Identities(QualityPolicy policy) {
    limit = policy.limit();
    policy.identities().forEach(identity -> equations.add(Equation.of(identity)));
  }

  /** An identity with its sides and the codes of both of them. */
  private record Equation(
      Identity identity, Expression left, Expression right, TreeSet<String> codes)
      implements Serializable {
    static Equation of(Identity identity) {
      Expression left = Expression.parse(identity.left());
      Expression right = Expression.parse(identity.right());
      TreeSet<String> codes = new TreeSet<>(left.inputs());
      codes.addAll(right.inputs());
      return new Equation(identity, left, right, codes);
    }

    /** Whether a code is all of the left side. */
    boolean isLeft(String code) {
      return left.toString().strip().equals(code);
    }
  }

  /** An equation that does not hold in a row. */
  private record Broken(Equation equation, double left, double right, double ratio) {}

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    if (equations.stream().anyMatch(e -> e.codes().contains(seen.cells().code()))) {
      for (int i = 0; i < seen.cells().size(); i++) {
        out.keep(i);
      }
    }
  }

  @Override
  public void acrossIndicators(SortedMap<String, Candidate> row, Consumer<Finding> out) {
    Map<String, Double> values = new TreeMap<>();
    row.forEach((code, candidate) -> values.put(code, candidate.cell().value()));
    for (Equation equation : equations) {
      broken(equation, values).ifPresent(broken -> name(broken, row, out));
    }
  }

  /** The equation where it does not hold; none where a side is missing or not positive. */
  private static Optional<Broken> broken(Equation equation, Map<String, Double> values) {
    double left = equation.left().value(values).orElse(Double.NaN);
    double right = equation.right().value(values).orElse(Double.NaN);
    if (!(left > 0 && right > 0) || left / right == 0) {
      return Optional.empty();
    }
    double ratio = StrictMath.log(left / right);
    return Math.abs(ratio) > equation.identity().tolerance()
        ? Optional.of(new Broken(equation, left, right, ratio))
        : Optional.empty();
  }

  private void name(Broken broken, SortedMap<String, Candidate> row, Consumer<Finding> out) {
    Equation equation = broken.equation();
    Collection<Candidate> parts =
        row.values().stream().filter(part -> equation.codes().contains(part.code())).toList();
    double worst = parts.stream().mapToDouble(Identities::score).max().orElse(0);
    boolean isClear = worst >= OF_LIMIT * limit;
    for (Candidate part : parts) {
      if (isClear ? score(part) == worst : equation.left().inputs().contains(part.code())) {
        out.accept(finding(broken, part.cell(), isClear));
      }
    }
  }

  private static double score(Candidate candidate) {
    double score = candidate.cell().score();
    return Double.isNaN(score) ? 0 : score;
  }

  private Finding finding(Broken broken, JudgedFigure cell, boolean isClear) {
    Identity identity = broken.equation().identity();
    double tolerance = identity.tolerance();
    String evidence =
        identity.id()
            + ": "
            + identity.left()
            + " = "
            + Finding.number(broken.left())
            + ", "
            + identity.right()
            + " = "
            + Finding.number(broken.right())
            + Finding.text(
                "; left / right %.3f, allowed %.3f to %.3f",
                StrictMath.exp(broken.ratio()),
                StrictMath.exp(-tolerance),
                StrictMath.exp(tolerance));
    double confidence =
        Finding.beyond(tolerance, Math.abs(broken.ratio())) * (isClear ? 1 : OF_GUESS);
    return Finding.of(cell, SuspectKind.IDENTITY, range(broken, cell), confidence, evidence);
  }

  /** What the equation itself lets expect, where the cell is all of its left side. */
  private Range range(Broken broken, JudgedFigure cell) {
    if (!broken.equation().isLeft(cell.figure().code())) {
      return cell.range(limit);
    }
    double reach = StrictMath.exp(broken.equation().identity().tolerance());
    return new Range(broken.right() / reach, broken.right() * reach);
  }
}
