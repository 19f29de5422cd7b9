package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.CarbonRules.Missing;
import org.renxing.model.Statistic;
import org.renxing.model.YearRange;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitFigures;

/** The emissions of units in years, from the use of energy or as an inventory gives them. */
public final class CarbonAccount implements Serializable {
  private static final long serialVersionUID = 1L;
  private final CarbonRules rules;
  private final YearRange years;

  public CarbonAccount(CarbonRules rules, YearRange years) {
    this.rules = rules;
    this.years = years;
  }

  /**
   * The emissions of a unit in each of its years: Σ use · factor, or the statistic co2 where the
   * rules have no items.
   *
   * <p>An item without a figure makes its scope and the total missing, unless the rules take it as
   * 0; a year without any figure has no total either way. A year without emissions ends the
   * cumulative sum.
   */
  public List<CarbonYear> of(UnitFigures unit) {
    List<CarbonYear> out = new ArrayList<>();
    double sum = years.step() > 1 ? Double.NaN : 0;
    for (int i = 0; i < unit.size(); i++) {
      double emissions = emissions(unit, i);
      sum += emissions;
      out.add(year(unit, i, emissions, sum));
    }
    return out;
  }

  private CarbonYear year(UnitFigures unit, int i, double emissions, double sum) {
    double population = unit.of(Statistic.POPULATION, i);
    double gdp = unit.of(Statistic.GDP, i);
    List<String> missing = missing(unit, i);
    List<String> reasons = new ArrayList<>();
    if (Double.isNaN(emissions)) {
      String what = rules.items().isEmpty() ? "inventory" : String.join(",", missing);
      reasons.add("emissions: missing " + what);
    } else {
      add(reasons, !missing.isEmpty(), "taken as 0: " + String.join(",", missing));
      add(reasons, !(population > 0), "per capita: population missing or not above 0");
      add(reasons, !(gdp > 0), "per GDP: GDP missing or not above 0");
      add(reasons, Double.isNaN(sum), gap());
    }
    return new CarbonYear(
        unit.unitId(),
        unit.year(i),
        emissions,
        scope(1, unit, i),
        scope(2, unit, i),
        missing.size(),
        population,
        gdp,
        unit.of(unit.output(), i),
        sum,
        String.join("; ", reasons));
  }

  private static void add(List<String> reasons, boolean holds, String reason) {
    if (holds) {
      reasons.add(reason);
    }
  }

  private String gap() {
    return years.step() > 1
        ? "cumulative: not every year is looked at"
        : "cumulative: a year since " + years.first() + " is missing";
  }

  /** What a unit used of each item, in the years with a figure. */
  public List<ItemUse> byItem(UnitFigures unit) {
    List<ItemUse> out = new ArrayList<>();
    for (int i = 0; i < unit.size(); i++) {
      for (Item item : rules.items()) {
        double use = unit.of(item.column(), i);
        if (!Double.isNaN(use)) {
          out.add(new ItemUse(unit.unitId(), unit.year(i), item, use));
        }
      }
    }
    return out;
  }

  private double emissions(UnitFigures unit, int place) {
    if (rules.items().isEmpty()) {
      return Finite.orNaN(unit.of(Statistic.CO2, place));
    }
    List<Integer> scopes = rules.items().stream().map(Item::scope).distinct().toList();
    double total = 0;
    for (int scope : scopes) {
      total += scope(scope, unit, place);
    }
    return Finite.orNaN(total);
  }

  /** The sum of a scope's items in their order; NaN where the scenario has none of it. */
  private double scope(int scope, UnitFigures unit, int place) {
    List<Item> items = rules.items().stream().filter(item -> item.scope() == scope).toList();
    boolean isAnyKnown = missing(unit, place).size() < rules.items().size();
    double sum = 0;
    for (Item item : items) {
      double factor = item.factor().tonnes(unit.unitId(), unit.year(place));
      double emitted = unit.of(item.column(), place) * factor;
      sum += Double.isNaN(emitted) && rules.missing() == Missing.ZERO ? 0 : emitted;
    }
    return isAnyKnown && !items.isEmpty() ? Finite.orNaN(sum) : Double.NaN;
  }

  private List<String> missing(UnitFigures unit, int place) {
    return rules.items().stream()
        .filter(item -> Double.isNaN(unit.of(item.column(), place)))
        .map(Item::id)
        .toList();
  }
}
