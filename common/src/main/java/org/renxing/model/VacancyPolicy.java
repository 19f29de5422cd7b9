package org.renxing.model;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How signals of occupancy are weighed (docs/methods/vacancy.md).
 *
 * @param standardDeviations of the error of each signal's rate of occupancy in an area, where no
 *     audit tells; 0.1 is ten percentage points
 * @param correlation common to the errors of any two signals of an area, where no audit tells
 * @param confidence of the interval, between 0 and 1
 * @param leastAudits a signal with fewer audited areas keeps the configured values
 * @param folds of the cross-validation of the audit
 * @param classes of vacancy rates, from the lowest up; the first begins at 0
 */
public record VacancyPolicy(
    @Key(is = "above 0 and at most 1; 0.1 is ten points of percent")
        Map<OccupancySignal, Double> standardDeviations,
    @Key(is = "from 0 to 0.95") double correlation,
    @Key(is = "between 0 and 1") double confidence,
    @Key(is = "from 10 to 100000") int leastAudits,
    @Key(is = "from 2 to 100") int folds,
    List<RateClass> classes) {

  private static final int LEAST_AUDITS = 10;

  public VacancyPolicy {
    standardDeviations = SortedCopy.of(standardDeviations);
    classes = List.copyOf(classes);
    for (OccupancySignal signal : OccupancySignal.values()) {
      double sd = standardDeviations.getOrDefault(signal, 0.0);
      require(
          sd > 0 && sd <= 1,
          "standard deviation of "
              + signal.code()
              + " must be above 0 and at most 1, found "
              + sd
              + "; 0.1 is ten points of percent");
    }
    require(
        correlation >= 0 && correlation <= 0.95,
        "correlation must be from 0 to 0.95, found " + correlation);
    require(
        confidence > 0 && confidence < 1,
        "confidence must be between 0 and 1, found " + confidence);
    require(
        leastAudits >= LEAST_AUDITS,
        "least-audits must be " + LEAST_AUDITS + " or more, found " + leastAudits);
    require(folds >= 2 && folds <= 100, "folds must be from 2 to 100, found " + folds);
    requireClasses(classes);
  }

  /** What holds where configuration says nothing. */
  public static VacancyPolicy standard() {
    Map<OccupancySignal, Double> sd = new EnumMap<>(OccupancySignal.class);
    sd.put(OccupancySignal.RESIDENT_POPULATION, 0.12);
    sd.put(OccupancySignal.MOBILE_SIGNALLING, 0.12);
    sd.put(OccupancySignal.LBS, 0.15);
    sd.put(OccupancySignal.NIGHT_LIGHT, 0.20);
    sd.put(OccupancySignal.WATER, 0.08);
    sd.put(OccupancySignal.ELECTRICITY, 0.08);
    sd.put(OccupancySignal.LISTINGS, 0.20);
    sd.put(OccupancySignal.POI, 0.25);
    sd.put(OccupancySignal.ROADS, 0.25);
    return new VacancyPolicy(
        sd, 0.3, 0.95, 20, 5, List.of(new RateClass("low", 0), new RateClass("high", 0.3)));
  }

  /** The standard deviation of a signal. */
  public double standardDeviation(OccupancySignal signal) {
    return standardDeviations.get(signal);
  }

  /** The class of a vacancy rate in [0, 1]; a bound belongs to the class it begins. */
  public RateClass classOf(double vacancyRate) {
    RateClass out = classes.get(0);
    for (RateClass each : classes) {
      if (vacancyRate >= each.from()) {
        out = each;
      }
    }
    return out;
  }

  /**
   * A class of vacancy rates.
   *
   * @param from least rate that belongs; it ends where the next begins
   */
  public record RateClass(String id, double from) {
    public RateClass {
      require(!id.isBlank(), "a class needs an id");
      require(from >= 0 && from < 1, "class " + id + ": from must be in [0, 1), found " + from);
    }
  }

  private static void requireClasses(List<RateClass> classes) {
    require(
        !classes.isEmpty() && classes.get(0).from() == 0, "the first of classes must begin at 0");
    List<RateClass> sorted =
        classes.stream().sorted(Comparator.comparingDouble(RateClass::from)).toList();
    require(sorted.equals(classes), "classes must stand from the lowest up");
    Set<String> ids = new HashSet<>();
    classes.forEach(each -> require(ids.add(each.id()), "class '" + each.id() + "' stands twice"));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "vacancy: " + message);
    }
  }
}
