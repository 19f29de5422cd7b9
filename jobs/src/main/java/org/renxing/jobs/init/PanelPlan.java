package org.renxing.jobs.init;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.jobs.profile.FileProfile;
import org.renxing.model.YearRange;

/**
 * What is drafted for a panel, with what was guessed.
 *
 * @param units by code, in the order of the codes
 * @param groups columns by which units are grouped, with how they are known
 * @param years of the scenario
 * @param nodes of the index system, systems first
 * @param indicators by label
 * @param denominators base indicators by which others are divided, by label
 * @param leftOut columns that are not used, with the reason
 * @param notes what a user should know
 */
record PanelPlan(
    PanelOptions options,
    FileProfile profile,
    KeyColumns keys,
    List<Unit> units,
    Map<String, String> groups,
    YearRange years,
    List<IndexTree.Node> nodes,
    Map<String, PlannedIndicator> indicators,
    Map<String, String> denominators,
    Map<String, String> leftOut,
    List<String> notes) {

  /** A unit, with its groups by column. */
  record Unit(String code, String name, Map<String, String> groups) {}

  /** The years as a scenario has them. */
  String yearsText() {
    return isCrossSection() ? String.valueOf(years.first()) : years.toString();
  }

  boolean isCrossSection() {
    return years.length() == 1;
  }

  /** Methods of weighting. */
  List<String> weights() {
    boolean isListed = options.indicators().isPresent();
    return options.weights().isEmpty() ? List.of(isListed ? "fixed" : "equal") : options.weights();
  }

  /** The column by whose groups missing figures are filled in; empty for all units of the year. */
  Optional<String> fallbackGroup() {
    return groups.keySet().stream().findFirst();
  }
}
