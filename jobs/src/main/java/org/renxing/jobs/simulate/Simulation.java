package org.renxing.jobs.simulate;

import java.nio.file.Path;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;

/**
 * What to simulate. The same parameters and reference files give the same bytes.
 *
 * @param seed changes every figure
 * @param years first to last year of the panel
 * @param cities how many; {@link #ALL_REAL} for every city of the reference table, more than there
 *     are for synthetic cities beside them
 * @param reference folder of units.csv, aliases.csv, regions.csv and resource_cities.csv
 * @param out folder into which one folder a source is written
 * @param hasDefects whether the deliberate errors of {@link Defects} are planted
 * @param resourceYears earlier years, of which only the resource-based cities of the reference
 *     tables are reported, in files of their own and without deliberate errors; empty for none
 */
public record Simulation(
    long seed,
    YearRange years,
    int cities,
    Path reference,
    Path out,
    boolean hasDefects,
    Optional<YearRange> resourceYears) {

  /** Every municipality and prefecture-level city that is one at some time in the years. */
  public static final int ALL_REAL = 0;

  /** The seed of the committed samples. */
  public static final long SAMPLE_SEED = 20250101L;

  private static final int MOST_CITIES = 20_000;

  public Simulation {
    if (cities < 0 || cities > MOST_CITIES) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "simulate --cities "
              + cities
              + ": need 0 (all real cities) or a number up to "
              + MOST_CITIES);
    }
    if (years.step() > 1 || resourceYears.filter(r -> r.step() > 1).isPresent()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "simulate --years "
              + years
              + resourceYears.map(r -> " --resource-years " + r).orElse("")
              + ": samples have every year; leave 'by' out");
    }
    if (resourceYears.isPresent() && resourceYears.get().last() >= years.first()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "simulate --resource-years "
              + resourceYears.get()
              + ": must end before --years "
              + years
              + " begin");
    }
  }

  /** The simulation whose files are committed as data-samples. */
  public static Simulation sample(Path reference, Path out) {
    return new Simulation(
        SAMPLE_SEED,
        new YearRange(2012, 2021),
        ALL_REAL,
        reference,
        out,
        true,
        Optional.of(new YearRange(2010, 2011)));
  }
}
