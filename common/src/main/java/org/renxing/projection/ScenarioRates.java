package org.renxing.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The growth of all drivers in a scenario, and of units that grow otherwise. Immutable.
 *
 * <p>Where a unit has rates of its own of a driver, these alone count for it; of other drivers it
 * has those of all.
 */
public final class ScenarioRates {
  /** Rates of all units that have none of their own. */
  public static final String EVERY = "";

  private final String name;
  private final int first;
  private final int last;
  private final Map<String, Map<Driver, List<Growth>>> byUnit;

  private ScenarioRates(
      String name, int first, int last, Map<String, Map<Driver, List<Growth>>> byUnit) {
    this.name = name;
    this.first = first;
    this.last = last;
    this.byUnit = byUnit;
  }

  /**
   * The rates of a scenario.
   *
   * @param first base year
   * @param rates by unit, {@link #EVERY} among them, in any order
   * @throws RenxingException DATA_CHECK where the steps of a driver do not follow each other from
   *     the base year to the last year of the scenario
   */
  public static ScenarioRates of(String name, int first, Map<String, List<Growth>> rates) {
    int last =
        rates.values().stream()
            .flatMap(List::stream)
            .mapToInt(Growth::to)
            .max()
            .orElseThrow(() -> broken(name, "has no rates"));
    Map<String, Map<Driver, List<Growth>>> all = new HashMap<>();
    rates.forEach(
        (unit, growths) -> {
          Map<Driver, List<Growth>> drivers = new EnumMap<>(Driver.class);
          for (Growth growth : growths) {
            drivers.computeIfAbsent(growth.driver(), d -> new ArrayList<>()).add(growth);
          }
          drivers.forEach((driver, steps) -> requireWhole(name, unit, steps, first, last));
          all.put(unit, drivers);
        });
    return new ScenarioRates(name, first, last, all);
  }

  private static void requireWhole(
      String name, String unit, List<Growth> steps, int first, int last) {
    steps.sort(Comparator.comparingInt(Growth::from).thenComparingInt(Growth::to));
    int at = first;
    String who = unit.isEmpty() ? "" : unit + ", ";
    for (Growth step : steps) {
      if (step.from() != at || step.to() <= step.from()) {
        throw broken(
            name,
            "%s%s: steps must follow each other from the base year %d; %d to %d does not follow %d"
                .formatted(who, step.driver().text(), first, step.from(), step.to(), at));
      }
      at = step.to();
    }
    if (at != last) {
      throw broken(
          name,
          "%s%s: rates end in %d, and the scenario in %d"
              .formatted(who, steps.get(0).driver().text(), at, last));
    }
  }

  private static RenxingException broken(String name, String what) {
    return new RenxingException(ErrorCode.DATA_CHECK, "scenario " + name + ": " + what);
  }

  /** The scenario. */
  public String name() {
    return name;
  }

  /** The base year. */
  public int first() {
    return first;
  }

  /** The last year. */
  public int last() {
    return last;
  }

  /**
   * The steps of each driver for a unit.
   *
   * @throws RenxingException DATA_CHECK where there are none
   */
  Map<Driver, List<Growth>> of(String unit) {
    Map<Driver, List<Growth>> out = new EnumMap<>(Driver.class);
    for (Driver driver : Driver.values()) {
      List<Growth> steps =
          byUnit
              .getOrDefault(unit, Map.of())
              .getOrDefault(driver, byUnit.getOrDefault(EVERY, Map.of()).get(driver));
      if (steps == null) {
        throw broken(
            name,
            "has no rates of %s%s".formatted(driver.text(), unit.isEmpty() ? "" : " for " + unit));
      }
      out.put(driver, steps);
    }
    return out;
  }
}
