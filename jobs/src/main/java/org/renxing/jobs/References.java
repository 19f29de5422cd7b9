package org.renxing.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.renxing.config.Configuration;
import org.renxing.config.ConfigurationEntry;
import org.renxing.jobs.gold.index.IndicatorWeight;
import org.renxing.jobs.gold.panel.IndicatorValue;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.UnitGroups;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.Imputation;
import org.renxing.model.PolicyEvent;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.model.SpaceOptions;
import org.renxing.model.TableName;
import org.renxing.model.WeightScheme;
import org.renxing.name.Nearest;

/**
 * What scenarios refer to outside the configuration: units, their levels and groupings, releases,
 * files. It is resolved before a run begins, so that no step fails on it an hour later.
 */
final class References {
  /** Columns of dim_unit that name a unit rather than group units. */
  private static final Set<String> NAMES =
      Set.of(
          "unit_id",
          "valid_from",
          "valid_to",
          "code",
          "name_zh",
          "name_en",
          "lon",
          "lat",
          "successor_id",
          "is_newest",
          "newest_level",
          UnitGroups.COLUMN);

  private static final int SHOWN = 5;
  private static final String ALL = "all";

  private final Map<String, String> origins;
  private final List<Map<String, String>> units;
  private final Lake lake;
  private final boolean hasPanels;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> listed = new HashSet<>();

  private References(Configuration configuration, List<Map<String, String>> units, Lake lake) {
    this.origins =
        configuration.entries().stream()
            .collect(
                Collectors.toMap(
                    ConfigurationEntry::path, ConfigurationEntry::origin, (a, b) -> a));
    this.units = units;
    this.lake = lake;
    this.hasPanels = !configuration.settings().panelUnits().isEmpty();
  }

  /**
   * Requires that all that the scenarios of nightly refer to is there.
   *
   * @throws RenxingException CONFIGURATION with a line for each that is not
   */
  static void require(Configuration configuration, Lake lake) {
    Settings settings = configuration.settings();
    List<Map<String, String>> units = new DimUnit(settings, lake.files()).newest();
    References references = new References(configuration, units, lake);
    settings.nightlyScenarios().forEach(id -> references.check(settings.scenarios().get(id)));
    if (!references.problems.isEmpty()) {
      throw new RenxingException(ErrorCode.CONFIGURATION, String.join("\n", references.problems));
    }
  }

  private void check(Scenario scenario) {
    requireUnits(scenario, "units.ids", scenario.population().unitIds());
    for (PolicyEvent event : scenario.resource().events()) {
      requireUnits(scenario, "resource.events", "event " + event.id() + ": ", event.unitIds());
    }
    requireLevels(scenario);
    List<Map<String, String>> members = units.stream().filter(u -> isOf(u, scenario)).toList();
    if (members.isEmpty()) {
      problem(
          scenario,
          "units",
          "no unit of these levels and ids is in force in " + scenario.years().last(),
          values(units, "level"));
    } else {
      requireGroups(scenario, members);
    }
    requireReleases(scenario);
    SpaceOptions space = scenario.space();
    if (space.weights() == SpaceOptions.Weights.ADJACENCY
        && lake.files().read(space.adjacency().file()).isEmpty()) {
      String file = space.adjacency().file();
      problem(scenario, "space.adjacency.file", file + ": no such file", Set.of());
    }
  }

  private void requireUnits(Scenario scenario, String key, List<String> ids) {
    requireUnits(scenario, key, "", ids);
  }

  private void requireUnits(Scenario scenario, String key, String of, List<String> ids) {
    Set<String> known = values(units, "unit_id");
    List<String> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
    if (!unknown.isEmpty()) {
      String more = unknown.size() > SHOWN ? " and " + (unknown.size() - SHOWN) + " more" : "";
      String shown = String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())));
      problem(
          scenario,
          key,
          of + "no unit has the id " + shown + more + "; ids are those of silver.dim_unit",
          Set.of());
    }
  }

  /** Levels that were written; the default names some that a panel of one's own may lack. */
  private void requireLevels(Scenario scenario) {
    Set<String> known = values(units, "level");
    if (isWritten(scenario, "units.levels")) {
      scenario.population().levels().stream()
          .filter(level -> !known.contains(level))
          .forEach(
              level ->
                  problem(
                      scenario, "units.levels", "no unit is of the level '" + level + "'", known));
    }
  }

  private void requireGroups(Scenario scenario, List<Map<String, String>> members) {
    Set<String> given = new TreeSet<>();
    members.forEach(unit -> given.addAll(unit.keySet()));
    if (isWritten(scenario, "groupings")) {
      scenario.groupings().stream()
          .filter(grouping -> !given.contains(grouping))
          .forEach(grouping -> ungrouped(scenario, "groupings", grouping, given));
    }
    scenario.deaModels().stream()
        .map(model -> model.reference().column())
        .filter(column -> !column.isEmpty() && !given.contains(column))
        .distinct()
        .forEach(column -> ungrouped(scenario, "dea", column, given));
    String fallback = scenario.imputation().fallbackGroup();
    boolean isUsed = scenario.imputation().fallback() != Imputation.Fallback.NONE;
    Set<String> needed = isUsed ? given : Set.copyOf(DimUnit.columns());
    if (!fallback.isBlank() && !fallback.equals(ALL) && !needed.contains(fallback)) {
      ungrouped(scenario, "missing.fallback-group", fallback, given);
    }
  }

  private void ungrouped(Scenario scenario, String key, String grouping, Set<String> given) {
    boolean isColumn = DimUnit.columns().contains(grouping);
    String what =
        isColumn
            ? "'" + grouping + "' is empty for each of its units"
            : "units have no grouping '" + grouping + "'";
    Set<String> groupings = new TreeSet<>(given);
    groupings.removeAll(NAMES);
    List<String> nearest =
        Nearest.to(grouping, groupings, name -> name.toLowerCase(Locale.ROOT), 1);
    String question = isColumn ? "" : Nearest.question(nearest).map(q -> "; " + q).orElse("");
    String ofPanels =
        hasPanels
            ? "; a column of a panel is one where group-columns of reference.panel-units names it"
            : "";
    problem(scenario, key, what, groupings, question + ofPanels);
  }

  private void requireReleases(Scenario scenario) {
    if (lake.isThere(Releases.TABLE) && !lake.isReadable(Releases.TABLE)) {
      return; // the run repairs it before the step that asks for them
    }
    Optional<String> bounds = scenario.normalisation().frozenRelease();
    bounds.ifPresent(
        id -> requireRelease(scenario, "normalisation.frozen-release", id, IndicatorValue.TABLE));
    scenario.schemes().stream()
        .map(WeightScheme::frozenRelease)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(id -> requireRelease(scenario, "weights", id, IndicatorWeight.TABLE));
  }

  private void requireRelease(Scenario scenario, String key, String id, TableName table) {
    Optional<Releases.Release> release = new Releases(lake).find(id);
    boolean isThere =
        release.stream()
            .flatMap(r -> r.entries().stream())
            .anyMatch(e -> e.table().equals(table) && e.scenario().equals(scenario.id()));
    if (!isThere) {
      problem(
          scenario,
          key,
          "no release '"
              + id
              + "' holds this scenario; see bin/renxing sql \"SELECT DISTINCT release_id,"
              + " scenario_id FROM gold.release_table\"",
          Set.of());
    }
  }

  /** As the panel of a scenario takes its units. */
  private static boolean isOf(Map<String, String> unit, Scenario scenario) {
    int last = scenario.years().last();
    List<String> levels = scenario.population().levels();
    List<String> ids = scenario.population().unitIds();
    return Integer.parseInt(unit.get("valid_from")) <= last
        && Integer.parseInt(unit.getOrDefault("valid_to", "9999")) >= last
        && (levels.isEmpty() || levels.contains(unit.get("level")))
        && (ids.isEmpty() || ids.contains(unit.get("unit_id")));
  }

  private static Set<String> values(List<Map<String, String>> units, String column) {
    return units.stream()
        .filter(unit -> unit.containsKey(column))
        .map(unit -> unit.get(column))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isWritten(Scenario scenario, String key) {
    return origins.containsKey(path(scenario, key));
  }

  /** A problem; what is allowed is listed with the first that has the list. */
  private void problem(Scenario scenario, String key, String what, Set<String> allowed) {
    problem(scenario, key, what, allowed, "");
  }

  private void problem(
      Scenario scenario, String key, String what, Set<String> allowed, String question) {
    String path = path(scenario, key);
    String origin = origins.getOrDefault(path, "conf/scenarios/" + scenario.id() + ".conf");
    String list = String.join(", ", allowed);
    boolean isListed = !list.isEmpty() && listed.add(list);
    problems.add(
        origin + ": " + path + ": " + what + (isListed ? "; there are: " + list : "") + question);
  }

  private static String path(Scenario scenario, String key) {
    String id = scenario.id();
    boolean isPlain = id.matches("[\\p{L}\\p{N}_-]+");
    return "scenarios." + (isPlain ? id : '"' + id + '"') + "." + key;
  }
}
