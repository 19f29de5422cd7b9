package org.renxing.jobs.simulate;

/**
 * What a city is like underneath: the common causes that make its indicators move together.
 *
 * @param size log of population against a middling city
 * @param development about −1 to 3; east above west, capitals above others
 * @param environment about −2 to 2; cleaner and wetter
 * @param takeOff the year in which half of the digital change is done
 */
record Factors(double size, double development, double environment, double takeOff) {
  private static final double STEEPNESS = 2.2;

  /** The factors of a city; only seed, id, level and region count. */
  static Factors of(long seed, City city, Gazetteer gazetteer) {
    City.Period period = city.periods().get(0);
    boolean isMunicipality = period.level().equals("municipality");
    boolean isCapital = city.unitId().endsWith("0100") && !isMunicipality;
    String place = period.parentId().isEmpty() ? city.unitId() : period.parentId();
    double size = 0.6 * normal(seed, city, "size") + lift(isMunicipality, 1.9, isCapital, 0.8);
    double development =
        regionGradient(gazetteer.region(place))
            + 0.15 * size
            + 0.5 * normal(seed, city, "development")
            + lift(isMunicipality, 1.3, isCapital, 0.8);
    double takeOff = 2016.5 - 1.5 * development + 1.2 * normal(seed, city, "take-off");
    return new Factors(size, development, normal(seed, city, "environment"), takeOff);
  }

  /** Digital adoption in the year, on an S-curve from −1 to 1. */
  double digital(int year) {
    return 2 / (1 + StrictMath.exp((takeOff - year) / STEEPNESS)) - 1;
  }

  private static double lift(boolean isMunicipality, double most, boolean isCapital, double much) {
    if (isMunicipality) {
      return most;
    }
    return isCapital ? much : 0;
  }

  private static double regionGradient(String region) {
    return switch (region) {
      case "east" -> 0.6;
      case "west" -> -0.35;
      default -> 0;
    };
  }

  private static double normal(long seed, City city, String factor) {
    return Draw.normal(seed, "factor", city.unitId(), factor, 0);
  }
}
