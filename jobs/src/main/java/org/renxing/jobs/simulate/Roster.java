package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.renxing.model.YearRange;

/** Which cities a simulation has: all real ones, some of them, or all and synthetic ones. */
record Roster(List<City> real, List<City> synthetic) {
  private static final int FIRST_SYNTHETIC = 900_001;

  Roster {
    real = List.copyOf(real);
    synthetic = List.copyOf(synthetic);
  }

  /**
   * Chooses the cities. Fewer than there are: those with the smallest random number of the seed, so
   * that a larger choice holds every smaller one.
   */
  static Roster of(Simulation simulation, Gazetteer gazetteer) {
    List<City> known =
        gazetteer.cities().stream().filter(c -> isCityIn(c, simulation.years())).toList();
    int wanted = simulation.cities() == Simulation.ALL_REAL ? known.size() : simulation.cities();
    List<City> real =
        known.stream()
            .sorted(
                Comparator.comparingDouble(
                    c -> Draw.uniform(simulation.seed(), "roster", c.unitId(), "", 0)))
            .limit(wanted)
            .sorted(Comparator.comparing(City::unitId))
            .toList();
    List<City> synthetic =
        IntStream.range(0, wanted - real.size())
            .mapToObj(i -> synthetic(i, gazetteer.provinces()))
            .toList();
    return new Roster(real, synthetic);
  }

  /** Real cities, then synthetic ones; each by id. */
  List<City> all() {
    List<City> out = new ArrayList<>(real);
    out.addAll(synthetic);
    return out;
  }

  private static boolean isCityIn(City city, YearRange years) {
    return city.periods().stream()
        .anyMatch(p -> p.first() <= years.last() && years.first() <= p.last());
  }

  private static City synthetic(int index, List<String> provinces) {
    String code = Integer.toString(FIRST_SYNTHETIC + index);
    String number = String.format(Locale.ROOT, "%05d", index + 1);
    return new City(
        code,
        List.of(
            new City.Period(
                code,
                "模拟市" + number,
                "Simulated City " + number,
                "prefecture_city",
                provinces.get(index % provinces.size()),
                1949,
                9999)));
  }
}
