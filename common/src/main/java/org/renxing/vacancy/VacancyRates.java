package org.renxing.vacancy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.records.Records;

/** Vacancy rates of units by year, zone and use, with intervals (methods: vacancy). */
public final class VacancyRates {
  /** The zone of figures about a whole unit. */
  public static final String ALL = "all";

  private VacancyRates() {}

  /** A figure for each use, zone (and {@code all}), unit and year that has an area. */
  public static List<VacancyFigure> of(Records<AreaSum> sums, Calibration calibration) {
    return sums.groupedBy(
            sum -> sum.unit() + "\n" + sum.year(), (place, all) -> figures(all, calibration))
        .list();
  }

  private static Iterator<VacancyFigure> figures(List<AreaSum> unitYear, Calibration calibration) {
    Map<String, Map<String, List<PatternSum>>> byUse = new TreeMap<>();
    for (AreaSum sum : unitYear) {
      Map<String, List<PatternSum>> byZone =
          byUse.computeIfAbsent(sum.use(), use -> new TreeMap<>());
      byZone.computeIfAbsent(ALL, zone -> new ArrayList<>()).add(sum.sum());
      byZone.computeIfAbsent(sum.zone(), zone -> new ArrayList<>()).add(sum.sum());
    }
    List<VacancyFigure> out = new ArrayList<>();
    AreaSum first = unitYear.get(0);
    byUse.forEach(
        (use, byZone) ->
            byZone.forEach(
                (zone, list) ->
                    out.add(figure(use, zone, first, calibration.estimator(use).estimate(list)))));
    return out.iterator();
  }

  private static VacancyFigure figure(String use, String zone, AreaSum place, VacancyRate rate) {
    return new VacancyFigure(
        use,
        zone,
        place.unit(),
        place.year(),
        rate.unitsTotal(),
        rate.vacant(),
        rate.rate(),
        rate.lower(),
        rate.upper(),
        rate.isLimited(),
        rate.observations(),
        rate.areas(),
        rate.coverage(),
        rate.unitsCovered() > 0 ? rate.method().code() : "");
  }
}
