package org.renxing.land;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.records.Records;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.OccupiedArea;

/**
 * How much the areas of a zone differ in vacancy: sqrt(max(0, s² − mean of V)), with s² the sample
 * variance of the areas' rates and V the variance of the error of each, so that poor signals do not
 * look like holes (methods: land). An error that all areas share does not count.
 */
public final class ZoneDispersion {
  private static final int RATE = 0;
  private static final int SQUARE = 1;
  private static final int VARIANCE = 2;
  private static final int LEAST = 3;

  private ZoneDispersion() {}

  /**
   * The dispersion of a use ({@link ZoneYear#kind}), zone (and {@code all}), unit and year.
   *
   * @param deviation from 0 to 1; NaN for fewer than three areas
   * @param areas that have a rate
   */
  public record Figure(ZoneYear about, double deviation, long areas) {}

  /** A figure for each use, zone (and {@code all}), unit and year that has an area with a rate. */
  public static List<Figure> of(Records<OccupiedArea> areas, Calibration calibration) {
    Tallies tallies = areas.flatMap(a -> term(a, calibration).iterator()).reduce(Tallies::new);
    List<Figure> out = new ArrayList<>();
    tallies.withWholes().forEach((about, tally) -> out.add(figure(about, tally)));
    return out;
  }

  private static List<Term> term(OccupiedArea area, Calibration calibration) {
    return calibration.rate(area).stream()
        .flatMap(
            of ->
                Stream.of(
                    new Term(
                        new ZoneYear(area.use(), area.zone(), area.unit(), area.year()),
                        List.of(of.rate(), of.rate() * of.rate(), of.variance()),
                        List.of(),
                        List.of())))
        .toList();
  }

  private static Figure figure(ZoneYear about, Tally tally) {
    long n = tally.terms(RATE);
    double mean = tally.sum(RATE) / n;
    double spread = (tally.sum(SQUARE) - n * mean * mean) / (n - 1) - tally.sum(VARIANCE) / n;
    return new Figure(about, n < LEAST ? Double.NaN : Math.sqrt(Math.max(0, spread)), n);
  }
}
