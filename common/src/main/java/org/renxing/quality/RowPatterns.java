package org.renxing.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Patterns among the cells of a row that leave their history together: a break of scope (urban
 * districts for the whole city), where at least three indicators move by a similar factor, and a
 * swap of two columns, where each of two cells meets the expectation of the other, if need be after
 * a conversion by a power of ten.
 */
record RowPatterns(QualityPolicy policy) implements Detector {
  private static final double OF_LIMIT = 0.6;
  private static final double LEAST_FACTOR = 1.2;
  private static final int FEWEST = 3;

  /** Similar: residuals within this share of each other. */
  private static final double SIMILAR = 0.3;

  private static final double LEAST_SCOPE = StrictMath.log(1.25);
  private static final double MOST_SCOPE = StrictMath.log(20);
  private static final double SPREADS = 2;
  private static final double LEAST_TOLERANCE = 0.06;

  /** Between columns in units of measure that differ by a power of ten. */
  private static final double MOST_CONVERTED = 0.1;

  private static final double LN_10 = StrictMath.log(10);
  private static final int MOST_PLACES = 8;

  /**
   * Another cell of the row that may have changed places with a cell.
   *
   * @param places by which power of ten figures there are larger, if both are to fit
   * @param here what is left of the cell after the swap, as a distance from what is expected there
   * @param there what is left of the other
   */
  private record Partner(JudgedFigure cell, double places, double here, double there) {
    private static final Comparator<Partner> NEAREST =
        Comparator.comparingDouble((Partner p) -> Math.abs(p.places()))
            .thenComparing(p -> p.cell().figure().code());

    /**
     * Two columns that changed places before their units of measure were converted: each then
     * departs by the same power of ten from what is expected of the other, one up, one down.
     */
    static Partner of(JudgedFigure cell, JudgedFigure other) {
      double here = cell.y() - other.expected();
      double there = other.y() - cell.expected();
      double places = Math.rint((there - here) / (2 * LN_10));
      return new Partner(
          other, places, Math.abs(here + places * LN_10), Math.abs(there - places * LN_10));
    }
  }

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    for (int i = 0; seen.isLog() && i < seen.cells().size(); i++) {
      if (isPart(seen.at(i))) {
        out.keep(i);
      }
    }
  }

  private boolean isPart(JudgedFigure cell) {
    return cell.isLog() && cell.departs(OF_LIMIT * policy.limit(), LEAST_FACTOR);
  }

  @Override
  public void acrossIndicators(SortedMap<String, Candidate> row, Consumer<Finding> out) {
    List<JudgedFigure> off =
        row.values().stream().map(Candidate::cell).filter(this::isPart).toList();
    for (JudgedFigure cell : off) {
      scope(cell, off).ifPresent(out);
      swap(cell, off).ifPresent(out);
    }
  }

  private Optional<Finding> scope(JudgedFigure cell, List<JudgedFigure> off) {
    double r = cell.residual();
    List<JudgedFigure> similar = new ArrayList<>();
    for (JudgedFigure other : off) {
      if (other.residual() * r > 0 && Math.abs(other.residual() - r) <= Math.abs(r) * SIMILAR) {
        similar.add(other);
      }
    }
    if (Math.abs(r) < LEAST_SCOPE || Math.abs(r) > MOST_SCOPE || similar.size() < FEWEST) {
      return Optional.empty();
    }
    String factors =
        similar.stream()
            .map(x -> x.figure().code() + Finding.text(" %.2f", StrictMath.exp(x.residual())))
            .collect(Collectors.joining(", "));
    String evidence =
        Finding.text("%.2f times what the other years let expect, like ", StrictMath.exp(r))
            + factors
            + " of the same year: another area than in other years?";
    double confidence = 1 - StrictMath.pow(0.75, similar.size());
    return Optional.of(
        Finding.of(cell, SuspectKind.SCOPE, cell.range(policy.limit()), confidence, evidence));
  }

  private Optional<Finding> swap(JudgedFigure cell, List<JudgedFigure> off) {
    return off.stream()
        .filter(other -> !other.figure().code().equals(cell.figure().code()))
        .map(other -> Partner.of(cell, other))
        .filter(partner -> isMet(cell, partner))
        .min(Partner.NEAREST)
        .map(partner -> swapped(cell, partner));
  }

  private Finding swapped(JudgedFigure cell, Partner partner) {
    JudgedFigure other = partner.cell();
    String evidence =
        Finding.number(cell.value())
            + (partner.places() == 0 ? "" : ", times 10^" + (int) partner.places() + ",")
            + " fits what the other years let expect of "
            + other.figure().code()
            + ", "
            + Finding.number(StrictMath.exp(other.expected()))
            + ", whose "
            + Finding.number(StrictMath.exp(other.y()))
            + " fits here";
    return Finding.of(
        cell,
        SuspectKind.COLUMN_SWAP,
        cell.range(policy.limit()),
        Finding.beyond(policy.limit() * OF_LIMIT, cell.score()),
        evidence);
  }

  /** Whether each of the two meets the other's expectation; a conversion asks for more. */
  private boolean isMet(JudgedFigure cell, Partner partner) {
    return meets(partner.here(), partner.cell().spread(), cell, partner.cell())
        && meets(partner.there(), cell.spread(), cell, partner.cell())
        && (partner.places() == 0
            || (Math.abs(partner.places()) <= MOST_PLACES && isSure(cell, partner)));
  }

  /** Both are suspect by themselves, and the fit is no matter of wide tolerances. */
  private boolean isSure(JudgedFigure cell, Partner partner) {
    JudgedFigure other = partner.cell();
    return cell.score() >= policy.limit()
        && Math.abs(other.residual()) >= other.spread() * policy.limit()
        && Math.max(partner.here(), partner.there()) <= MOST_CONVERTED;
  }

  private static boolean meets(double left, double spread, JudgedFigure one, JudgedFigure other) {
    return left <= Math.max(LEAST_TOLERANCE, spread * SPREADS)
        && left <= Math.abs(one.residual()) * SIMILAR
        && left <= Math.abs(other.residual()) * SIMILAR;
  }
}
