package org.renxing.panel;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.renxing.index.Expression;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.records.Records;

/**
 * The statistics that a scenario names, of one unit in each year: as observed and adjusted, never
 * imputed, so that missing evidence stays missing.
 */
public final class StatisticsKernel implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Derivation derivation;
  private final int[] places;

  private StatisticsKernel(Derivation derivation, PanelGrid base) {
    this.derivation = derivation;
    this.places = base.places(derivation.inputs());
  }

  private static StatisticsKernel of(Scenario scenario, Map<String, Expression> expressions) {
    Derivation derivation = new Derivation(expressions, scenario.years().years());
    return new StatisticsKernel(derivation, derivation.inputs());
  }

  /** The same kernel for base values along a larger grid. */
  public StatisticsKernel reading(PanelGrid larger) {
    return new StatisticsKernel(derivation, larger);
  }

  /**
   * Of some statistics alone.
   *
   * @param wanted what is wanted; what the scenario does not name is left out
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public static StatisticsKernel of(Scenario scenario, Collection<Statistic> wanted) {
    return of(scenario, expressions(scenario, wanted));
  }

  /**
   * Of all statistics of a scenario, and the uses of its carbon inventory.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public static StatisticsKernel of(Scenario scenario) {
    Map<String, Expression> out = expressions(scenario, scenario.statistics().keySet());
    scenario
        .carbon()
        .items()
        .forEach(item -> out.put(item.column(), Expression.parse(item.expression())));
    return of(scenario, out);
  }

  /**
   * Of the variables of a scenario, by their names.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public static StatisticsKernel ofVariables(Scenario scenario) {
    Map<String, Expression> out = new LinkedHashMap<>();
    scenario.variables().forEach((name, text) -> out.put(name, Expression.parse(text)));
    return of(scenario, out);
  }

  private static Map<String, Expression> expressions(
      Scenario scenario, Collection<Statistic> wanted) {
    Map<String, Expression> out = new LinkedHashMap<>();
    scenario
        .statistics()
        .forEach(
            (statistic, text) -> {
              if (wanted.contains(statistic)) {
                out.put(statistic.column(), Expression.parse(text));
              }
            });
    return out;
  }

  /** The grid of the base values that go in. */
  public PanelGrid base() {
    return derivation.inputs();
  }

  /** The grid of the statistics, by the names of their columns. */
  public PanelGrid grid() {
    return derivation.grid();
  }

  /**
   * The statistics of one unit.
   *
   * @param unit along {@link #base()}
   */
  public UnitPanel of(UnitBase unit) {
    return derivation.of(UnitPanel.of(unit, places, base()));
  }

  /**
   * The statistics of units, lazily.
   *
   * @param units along {@link #base()}, or the grid that {@link #reading} was given
   */
  public Records<UnitFigures> build(Records<UnitBase> units) {
    StatisticsKernel kernel = this;
    return units.map(
        unit ->
            new UnitFigures(
                unit.unitId(),
                kernel.grid().years(),
                kernel.grid().codes(),
                kernel.of(unit).values.clone()));
  }
}
