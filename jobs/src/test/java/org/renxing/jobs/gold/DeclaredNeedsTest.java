package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableState;
import org.renxing.model.CarbonRules;
import org.renxing.model.DeaModel;
import org.renxing.model.Imputation;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;

/** Which tables a change of the scenario, or of what is stored, makes again: no others keep up. */
class DeclaredNeedsTest {
  private static final Settings SETTINGS = HandScenario.settings();
  private static final Scenario SCENARIO = SETTINGS.scenarios().get(HandScenario.ID);
  private static final List<GoldTable> TABLES =
      HandScenario.tables(SETTINGS, new LakeFiles(new Configuration(false)));

  private static final Set<String> OF_MEASURES =
      Set.of(
          "convergence",
          "density_year",
          "gravity_unit_year",
          "hotspot_unit_year",
          "inequality_group_year",
          "inequality_pair_year",
          "inequality_year",
          "local_moran_unit_year",
          "measure_centre_year",
          "mobility_event_unit_year",
          "mobility_unit",
          "spatial_autocorrelation_year",
          "spatial_transition",
          "spatial_transition_test",
          "transition_matrix",
          "transition_steady_state");
  private static final Set<String> OF_TYPES =
      Set.of(
          "unit_type",
          "unit_type_profile",
          "unit_type_selection",
          "unit_type_stability",
          "unit_type_transition");
  private static final Set<String> OF_DRIVERS =
      Set.of(
          "driver_factor",
          "driver_importance",
          "driver_interaction",
          "driver_response_curve",
          "driver_risk",
          "regression_coefficient",
          "regression_fit",
          "regression_test",
          "spatial_effect");
  private static final Set<String> OF_STATISTICS =
      Set.of(
          "age_structure_unit_year",
          "carbon_decomposition",
          "carbon_decomposition_group",
          "carbon_fuel_unit_year",
          "carbon_peak_unit",
          "carbon_projection_group",
          "carbon_projection_unit",
          "carbon_projection_year",
          "carbon_summary_year",
          "carbon_unit_year",
          "decoupling_unit",
          "employment_unit_year",
          "exhaustion_unit_year",
          "land_population_unit",
          "lever_unit",
          "new_factor_unit_year",
          "okun_unit",
          "path_unit_year",
          "resilience_carbon_year",
          "resource_dependence_summary_year",
          "resource_dependence_unit_year",
          "shrinkage_unit",
          "sub_unit_loss_unit",
          "support_unit_year");

  @Test
  void thePanelIsMadeAgainForAllWhoShowIt() {
    Imputation now = SCENARIO.imputation();
    Imputation changed =
        new Imputation(
            now.interior(),
            now.ends(),
            now.fallback(),
            now.fallbackGroup(),
            now.cap() / 2,
            now.overCap(),
            now.dropIncomplete(),
            now.basis());
    assertThat(changedBy("imputation", changed))
        .containsExactlyInAnyOrder(
            "indicator_value_unit_year", "panel_exclusion_unit", "indicator_quality");
  }

  @Test
  void measuresAreReadAgainByAllWhoTakeAny() {
    DeaModel model = SCENARIO.deaModels().get(0);
    assertThat(changedBy("deaModels", List.of(model, model)))
        .as("these come as rows of a table")
        .containsExactlyInAnyOrder(
            "dea_score_unit_year", "dea_slack_unit_year", "dea_peer_unit_year");
    Set<String> all = new TreeSet<>(OF_MEASURES);
    all.addAll(OF_TYPES);
    all.addAll(OF_DRIVERS);
    assertThat(changedBy("deaModels", List.of())).isEqualTo(all);
  }

  @Test
  void typesAndDriversAreMadeAgainOfWhatTheyRead() {
    Set<String> ofVariables = new TreeSet<>(OF_TYPES);
    ofVariables.addAll(OF_DRIVERS);
    assertThat(changedBy("variables", Map.of("green", "people"))).isEqualTo(ofVariables);
    assertThat(changedBy("drivers", List.of())).isEmpty();
    assertThat(changedBy("typologies", SCENARIO.typologies().subList(0, 1)))
        .isEqualTo(new TreeSet<>(OF_TYPES));
  }

  @Test
  void statisticsAreReadAgainByAllWhoRestOnThem() {
    Map<Statistic, String> statistics = new TreeMap<>(SCENARIO.statistics());
    statistics.put(Statistic.GDP, "2 * (" + statistics.get(Statistic.GDP) + ")");
    assertThat(changedBy("statistics", statistics)).isEqualTo(new TreeSet<>(OF_STATISTICS));
  }

  @Test
  void groupingsConcernSummariesAndPanelsOfMeasures() {
    Set<String> expected = new TreeSet<>(OF_MEASURES);
    expected.addAll(
        List.of(
            "index_summary_year",
            "coupling_summary_year",
            "dea_summary_year",
            "carbon_decomposition_group",
            "carbon_projection_group",
            "carbon_projection_year",
            "carbon_summary_year",
            "resilience_carbon_year",
            "new_factor_summary_year",
            "resource_dependence_summary_year",
            "shrinkage_summary"));
    assertThat(changedBy("groupings", List.of("province_code"))).isEqualTo(expected);
  }

  @Test
  void whatOneTableUsesConcernsNoOther() {
    CarbonRules carbon = SCENARIO.carbon();
    CarbonRules later =
        new CarbonRules(
            carbon.items(),
            carbon.missing(),
            carbon.peakYears() + 1,
            carbon.scheme(),
            carbon.system(),
            carbon.projection());
    assertThat(changedBy("carbon", later))
        .containsExactlyInAnyOrder(
            "carbon_decomposition",
            "carbon_decomposition_group",
            "carbon_fuel_unit_year",
            "carbon_peak_unit",
            "carbon_projection_group",
            "carbon_projection_unit",
            "carbon_projection_year",
            "carbon_summary_year",
            "carbon_unit_year",
            "decoupling_unit",
            "resilience_carbon_year");
    assertThat(changedBy("title", "another")).isEmpty();
  }

  /** Of observations those of a scenario's indicators count, of the lineage what is read of it. */
  @Test
  void contentsCountAsFarAsTheyAreRead() {
    TableState stored =
        new TableState(
            1,
            new TreeMap<>(Map.of("all", new TableState.Part("f", "whole", 9, "run", null))),
            new TreeMap<>(Map.of("content of nothing", "never", "content of coal", "of coal")));
    assertThat(contentOf(Observation.TABLE, stored, "carbon_unit_year"))
        .contains("coal=of coal")
        .doesNotContain("never", "whole");
    assertThat(contentOf(UnitLineage.TABLE, stored, "carbon_unit_year")).isEmpty();
    assertThat(contentOf(UnitLineage.TABLE, stored, "employment_unit_year")).contains("whole");
    assertThat(contentOf(UnitLineage.TABLE, stored, "comparability_unit_year")).isEqualTo("whole");
  }

  private static String contentOf(TableName input, TableState state, String table) {
    GoldTable one =
        TABLES.stream().filter(t -> t.spec().name().name().equals(table)).findFirst().orElseThrow();
    GoldTask task = new GoldTask(one, List.of(SCENARIO));
    assertThat(task.inputs()).contains(input);
    return task.contentOf(input, state, HandScenario.ID);
  }

  /** The tables of the scenario whose fingerprint changes with a part of the scenario. */
  private static Set<String> changedBy(String part, Object value) {
    Scenario changed = with(part, value);
    Set<String> out = new TreeSet<>();
    for (GoldTable table : TABLES) {
      GoldTask after = new GoldTask(table, List.of(changed));
      if (!after.parts().isEmpty()
          && !after
              .configuration(HandScenario.ID)
              .equals(new GoldTask(table, List.of(SCENARIO)).configuration(HandScenario.ID))) {
        out.add(table.spec().name().name());
      }
    }
    return out;
  }

  private static Scenario with(String part, Object value) {
    RecordComponent[] parts = Scenario.class.getRecordComponents();
    Object[] values = new Object[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        boolean isChanged = parts[i].getName().equals(part);
        values[i] = isChanged ? value : parts[i].getAccessor().invoke(SCENARIO);
      }
      return Scenario.class
          .getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(part, e);
    }
  }
}
