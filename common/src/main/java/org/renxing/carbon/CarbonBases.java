package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.Indicator;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.territory.Basis;

/**
 * Over which changes of boundaries emissions, and what drives them, can be compared.
 *
 * @param emissions bases of the figures that emissions are made of
 * @param drivers bases of each driver's figures, by its name
 */
public record CarbonBases(Set<Basis> emissions, Map<String, Set<Basis>> drivers)
    implements Serializable {
  /** The driver that is GDP. */
  public static final String GDP = "gdp";

  /** The driver that is a score. */
  public static final String RESILIENCE = "resilience";

  /** All that the Kaya identity is made of beside emissions: population, GDP and energy. */
  public static final String KAYA = "kaya";

  public CarbonBases {
    // in one order always, since runs compare their text
    emissions = Collections.unmodifiableSet(new TreeSet<>(emissions));
    Map<String, Set<Basis>> sorted = new TreeMap<>();
    drivers.forEach(
        (name, bases) -> sorted.put(name, Collections.unmodifiableSet(new TreeSet<>(bases))));
    drivers = Collections.unmodifiableMap(sorted);
  }

  /**
   * Those of a scenario. A score rests on all indicators of its index, so that one rate among them
   * makes a merge a break.
   */
  public static CarbonBases of(Scenario scenario) {
    Map<Statistic, String> named = scenario.statistics();
    List<String> emitted =
        scenario.carbon().items().isEmpty()
            ? List.of(named.getOrDefault(Statistic.CO2, ""))
            : scenario.carbon().items().stream().map(Item::expression).toList();
    String output = scenario.outputStatistic().map(named::get).orElse("");
    List<String> scored =
        scenario.indexSystem().indicators().stream().map(Indicator::expression).toList();
    Map<String, Set<Basis>> drivers = new TreeMap<>();
    drivers.put(GDP, bases(scenario, List.of(output)));
    drivers.put(RESILIENCE, bases(scenario, scored));
    List<String> factors =
        Stream.of(Statistic.POPULATION, Statistic.ENERGY)
            .flatMap(s -> Optional.ofNullable(named.get(s)).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    factors.add(output);
    drivers.put(KAYA, bases(scenario, factors));
    return new CarbonBases(bases(scenario, emitted), drivers);
  }

  private static Set<Basis> bases(Scenario scenario, Collection<String> expressions) {
    EnumSet<Basis> out = EnumSet.noneOf(Basis.class);
    for (String text : expressions) {
      out.add(text.isEmpty() ? Basis.AS_REPORTED : Basis.of(text, scenario.adjustment()));
    }
    return out;
  }

  /** The bases of emissions and of all factors of the Kaya identity. */
  public Set<Basis> all() {
    return with(KAYA);
  }

  /** The bases of emissions and a driver together. */
  Set<Basis> with(String driver) {
    EnumSet<Basis> out = EnumSet.copyOf(drivers.get(driver));
    out.addAll(emissions);
    return out;
  }
}
