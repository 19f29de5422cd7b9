package org.renxing.panel;

import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.renxing.index.Expression;
import org.renxing.model.Imputation;
import org.renxing.model.Scenario;
import org.renxing.records.Records;

/**
 * Builds the panel of a scenario (methods: panel): the complete grid of units, years and
 * indicators, derived from adjusted base values and imputed.
 *
 * <p>{@link #build} does all of it. Its stages can be run apart: {@link #first} needs one unit,
 * {@link GroupValues} what the first stage gives of a group, and {@link #second} one unit and the
 * medians of its group.
 */
public final class PanelKernel implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PanelGrid base;
  private final int[] places;
  private final Set<String> filtered;
  private final Expression filter;
  private final Derivation derivation;
  private final Imputation rules;
  private final Output output;

  /** What a kernel gives. */
  private enum Output {
    INDICATORS,
    BASE_INDICATORS
  }

  private PanelKernel(Scenario scenario, Output output) {
    Map<String, Expression> expressions = new LinkedHashMap<>();
    scenario
        .indexSystem()
        .indicators()
        .forEach(i -> expressions.put(i.code(), Expression.parse(i.expression())));
    String text = scenario.population().filter();
    List<Integer> years = scenario.years().years();
    this.filter = Expression.parse(text.isBlank() ? "1" : text);
    this.derivation = new Derivation(expressions, years);
    this.rules = scenario.imputation();
    this.output = output;
    Set<String> codes = new LinkedHashSet<>(derivation.inputs().codes());
    codes.addAll(filter.inputs());
    this.filtered = filter.inputs();
    this.base = new PanelGrid(years, codes);
    this.places = base.places(derivation.inputs());
  }

  private PanelKernel(PanelKernel given, PanelGrid base) {
    this.filter = given.filter;
    this.filtered = given.filtered;
    this.derivation = given.derivation;
    this.rules = given.rules;
    this.output = given.output;
    this.base = base;
    this.places = base.places(derivation.inputs());
  }

  /**
   * The kernel that builds the panel of a scenario.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public static PanelKernel of(Scenario scenario) {
    return new PanelKernel(scenario, Output.INDICATORS);
  }

  /** The kernel that imputes the base indicators of a scenario and derives nothing from them. */
  public static PanelKernel ofBase(Scenario scenario) {
    return new PanelKernel(scenario, Output.BASE_INDICATORS);
  }

  /** The same kernel for base values along a larger grid. */
  public PanelKernel reading(PanelGrid larger) {
    return new PanelKernel(this, larger);
  }

  /** The grid of the base values that go in, those of the filter included. */
  public PanelGrid base() {
    return base;
  }

  /** The grid of the panels that come out. */
  public PanelGrid grid() {
    return output == Output.INDICATORS ? derivation.grid() : derivation.inputs();
  }

  /** Whether missing values are taken from the medians of groups. */
  public boolean usesMedians() {
    return rules.fallback() == Imputation.Fallback.GROUP_MEDIAN;
  }

  /**
   * The panels of the units for which the filter holds in any year, lazily but for the medians.
   *
   * @param units along {@link #base()}, each unit once
   */
  public Records<UnitPanel> build(Records<UnitBase> units) {
    PanelKernel kernel = this;
    Records<UnitPanel> panels = units.flatMap(unit -> kernel.first(unit).stream().iterator());
    if (!usesMedians()) {
      return panels.map(panel -> kernel.second(panel, Optional.empty()));
    }
    Records<UnitPanel> kept = panels.kept();
    TreeMap<String, GroupMedians> medians = new TreeMap<>();
    kept.where(panel -> !panel.group().isEmpty())
        .groupedBy(UnitPanel::group, PanelKernel::medians)
        .list()
        .forEach(group -> medians.put(group.group(), group.medians()));
    return kept.map(panel -> kernel.second(panel, Optional.ofNullable(medians.get(panel.group()))));
  }

  private record Group(String group, GroupMedians medians) implements Serializable {}

  private static Iterator<Group> medians(String group, List<UnitPanel> panels) {
    GroupValues values = new GroupValues();
    panels.forEach(values::add);
    return List.of(new Group(group, values.medians())).iterator();
  }

  /**
   * The first stage: derivation and the imputation of one unit's series, on the grid of the
   * indicators or, where base values are imputed, of these.
   *
   * @return empty where the filter holds in no year
   */
  public Optional<UnitPanel> first(UnitBase unit) {
    if (!isMember(unit)) {
      return Optional.empty();
    }
    UnitPanel raw = UnitPanel.of(unit, places, derivation.inputs());
    return Optional.of(
        imputesBase()
            ? new Imputer(rules, derivation.inputs()).impute(raw)
            : new Imputer(rules, derivation.grid()).impute(derivation.of(raw)));
  }

  /**
   * The second stage: the fallback, the derivation where base values are imputed, and the exclusion
   * of incomplete units.
   *
   * @param medians of the unit's group; empty where it has none or the scenario wants none
   */
  public UnitPanel second(UnitPanel panel, Optional<GroupMedians> medians) {
    UnitPanel filled = medians.map(m -> Imputer.fill(panel, m)).orElse(panel);
    if (output == Output.BASE_INDICATORS) {
      return filled;
    }
    UnitPanel derived = imputesBase() ? derivation.of(filled) : filled;
    return rules.dropIncomplete()
        ? new Imputer(rules, derivation.grid()).dropIncomplete(derived)
        : derived;
  }

  private boolean imputesBase() {
    return output == Output.BASE_INDICATORS || rules.basis() == Imputation.Basis.BASE;
  }

  private boolean isMember(UnitBase unit) {
    return derivation.inputs().years().stream()
        .anyMatch(year -> filter.holds(unit.known(base, year, filtered)));
  }
}
