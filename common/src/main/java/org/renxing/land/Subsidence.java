package org.renxing.land;

import java.util.ArrayList;
import java.util.List;
import org.renxing.records.Records;

/** Subsiding land and pits of units by zone and year (source Q; methods: land). */
public final class Subsidence {
  private static final String PIT = "pit";
  private static final int AREA = 0;
  private static final int RATED = 1;
  private static final int WEIGHED = 2;
  private static final int PIT_AREA = 3;

  private Subsidence() {}

  /**
   * Subsidence in a zone, unit and year.
   *
   * @param areaKm2 of patches that {@link #isSinking}; 0 where none does
   * @param meanRate in mm a year, weighted by area, of those with a rate, rising ground too; NaN of
   *     none or over no area
   * @param maxRate positive is sinking; NaN of none
   * @param patches all, rising ones too; one that lies in several zones counts once in each, and
   *     once in {@code all}
   * @param pits among them
   * @param pitAreaKm2 0 where there are none
   * @param maxDepthM NaN of none
   */
  public record Figure(
      ZoneYear about,
      double areaKm2,
      double meanRate,
      double maxRate,
      long patches,
      long pits,
      double pitAreaKm2,
      double maxDepthM) {}

  /**
   * A figure for each zone (and {@code all}), unit and year that has a patch of subsidence. Rates
   * and depths that are NaN or infinite do not count.
   *
   * @param pieces those of other families do not count
   */
  public static List<Figure> of(Records<LandPiece> pieces) {
    List<Figure> out = new ArrayList<>();
    pieces
        .where(piece -> piece.family().equals("subsidence") && piece.isSized())
        .map(Subsidence::term)
        .reduce(Tallies::new)
        .withWholes()
        .forEach((about, tally) -> out.add(figure(about, tally)));
    return out;
  }

  private static Figure figure(ZoneYear about, Tally tally) {
    int once = about.isWhole() ? 1 : 0;
    return new Figure(
        about,
        tally.sum(AREA),
        tally.ratio(WEIGHED, RATED),
        tally.most(0),
        tally.count(once),
        tally.count(2 + once),
        tally.sum(PIT_AREA),
        tally.most(1));
  }

  private static Term term(LandPiece piece) {
    double area = piece.areaKm2();
    double rate = finite(piece.rateMmPerYear());
    boolean isRated = !Double.isNaN(rate);
    boolean isPit = isPit(piece);
    return new Term(
        new ZoneYear("", piece.zone(), piece.unit(), piece.year()),
        List.of(
            isSinking(piece) ? area : 0.0,
            isRated ? area : Double.NaN,
            isRated ? rate * area : Double.NaN,
            isPit ? area : 0.0),
        List.of(true, piece.isMain(), isPit, isPit && piece.isMain()),
        List.of(rate, isPit ? finite(piece.depthM()) : Double.NaN));
  }

  /**
   * Whether the ground of a patch sinks: its rate is above 0, or it has none (its source calls it
   * subsidence), or it is a pit, which is sunken ground whatever it does now. Ground that rises or
   * stands still does not.
   */
  static boolean isSinking(LandPiece piece) {
    double rate = finite(piece.rateMmPerYear());
    return isPit(piece) || Double.isNaN(rate) || rate > 0;
  }

  private static boolean isPit(LandPiece piece) {
    return piece.patchClass().equals(PIT);
  }

  private static double finite(double x) {
    return Double.isFinite(x) ? x : Double.NaN;
  }
}
