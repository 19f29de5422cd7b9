package org.renxing.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much CO2 the use of one unit of an energy carrier emits.
 *
 * @param id name of the carrier, such as {@code anthracite}
 * @param per unit of measure of the use, such as {@code t}
 * @param tonnes t of CO2 for one such unit
 * @param scope 1: burnt in the unit itself; 2: bought as electricity or heat
 * @param source who says so
 * @param regions where another figure holds, by year; elsewhere it is {@code tonnes} in all years
 */
public record EmissionFactor(
    String id,
    String per,
    @Key("t-co2") double tonnes,
    int scope,
    String source,
    List<Region> regions)
    implements Serializable {
  private static final double CO2_PER_CARBON = 44.0 / 12;

  public EmissionFactor {
    regions = List.copyOf(regions);
    require(id, tonnes, per);
    for (Region region : regions) {
      region.byYear().values().forEach(one -> require(id + " of " + region.name(), one, per));
    }
  }

  /** A factor that is the same everywhere. */
  public EmissionFactor(String id, String per, double tonnes, int scope, String source) {
    this(id, per, tonnes, scope, source, List.of());
  }

  private static void require(String what, double tonnes, String per) {
    if (!(tonnes > 0) || Double.isInfinite(tonnes)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "emission factor " + what + ": must be above 0, found " + tonnes + " t CO2 per " + per);
    }
  }

  /**
   * Where a factor of its own holds, such as that of a regional grid.
   *
   * @param codes with which the codes of its units begin
   * @param byYear t of CO2 for one unit in some years, at least one
   */
  public record Region(String name, List<String> codes, Map<Integer, Double> byYear)
      implements Serializable {
    public Region {
      codes = List.copyOf(codes);
      byYear = Collections.unmodifiableMap(new TreeMap<>(byYear));
    }

    /** Linear between years that have a figure, the nearest of them outside. */
    double tonnes(int year) {
      TreeMap<Integer, Double> known = new TreeMap<>(byYear);
      Map.Entry<Integer, Double> before = known.floorEntry(year);
      Map.Entry<Integer, Double> after = known.ceilingEntry(year);
      if (before == null || after == null) {
        return (before == null ? after : before).getValue();
      }
      double span = after.getKey() - before.getKey();
      double share = span == 0 ? 0 : (year - before.getKey()) / span;
      return before.getValue() * (1 - share) + after.getValue() * share;
    }
  }

  /** t of CO2 for one unit of use in a unit and year; of regions that name it, the narrowest. */
  public double tonnes(String unitId, int year) {
    if (regions.isEmpty()) {
      return tonnes;
    }
    return regions.stream()
        .flatMap(region -> region.codes().stream().map(code -> Map.entry(code, region)))
        .filter(entry -> unitId.startsWith(entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(entry -> entry.getValue().tonnes(year))
        .orElse(tonnes);
  }

  /**
   * t of CO2 for one unit of a fuel: NCV · carbon content · oxidation · 44/12 (IPCC 2006
   * Guidelines, vol. 2, ch. 1 and 2, tier 1; also the Chinese guidelines for enterprises).
   *
   * @param ncv net calorific value, GJ for one unit
   * @param carbon carbon content, t C for one GJ
   * @param oxidation share of the carbon that is oxidised, 0 to 1
   */
  public static double combustion(double ncv, double carbon, double oxidation) {
    return ncv * carbon * oxidation * CO2_PER_CARBON;
  }
}
