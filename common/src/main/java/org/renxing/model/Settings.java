package org.renxing.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration, checked.
 *
 * @param lakePath root folder or URI of the lake
 * @param heldRows how many rows of a table are held in the JVM of the run at most; what is more is
 *     left to Spark
 * @param maintenance how the lake is kept from growing
 * @param referencePath folder of units.csv, aliases.csv, regions.csv and resource_cities.csv
 * @param unitFiles further files in the form of units.csv, such as simulated units
 * @param groupColumns columns of the unit files by whose values units are grouped
 * @param panelUnits units that panels list themselves
 * @param correctionFiles reviewed corrections of single values, as CSV
 * @param nightlyScenarios ids of the scenarios that nightly publishes, in order
 * @param nightlySources ids of the sources that nightly ingests
 * @param nightlyRemote ids of the sources of fine-grained observations that nightly takes in
 * @param failsOnMissing whether nightly publishes nothing while a file is no longer there
 * @param onEnd what is told of a run of nightly when it has ended
 * @param postgres the database to which releases are published
 * @param intake what a file may at most be
 * @param spark session keys as given; secrets apart
 * @param sparkSecrets session keys whose values are secrets
 * @param quality when figures are suspect, and what follows
 * @param rules of analyses of units
 */
public record Settings(
    String env,
    String lakePath,
    int heldRows,
    Maintenance maintenance,
    String referencePath,
    List<String> unitFiles,
    List<String> groupColumns,
    List<PanelUnits> panelUnits,
    List<String> correctionFiles,
    List<String> nightlyScenarios,
    List<String> nightlySources,
    List<String> nightlyRemote,
    boolean failsOnMissing,
    OnEnd onEnd,
    Optional<PostgresTarget> postgres,
    IntakeLimits intake,
    Map<String, String> spark,
    Map<String, Secret> sparkSecrets,
    Map<String, UnitOfMeasure> unitsOfMeasure,
    Map<String, BaseIndicator> baseIndicators,
    Map<String, SourceSpec> sources,
    Map<String, RemoteSource> remote,
    Map<String, IndexSystem> indexSystems,
    Map<String, Scenario> scenarios,
    QualityPolicy quality,
    UnitRules rules) {
  /** How many rows are held where nothing else is said. */
  public static final String HELD_ROWS = "500000";

  public Settings {
    unitFiles = List.copyOf(unitFiles);
    groupColumns = List.copyOf(groupColumns);
    panelUnits = List.copyOf(panelUnits);
    correctionFiles = List.copyOf(correctionFiles);
    nightlyScenarios = List.copyOf(nightlyScenarios);
    nightlySources = List.copyOf(nightlySources);
    nightlyRemote = List.copyOf(nightlyRemote);
    spark = SortedCopy.of(spark);
    sparkSecrets = SortedCopy.of(sparkSecrets);
    unitsOfMeasure = SortedCopy.of(unitsOfMeasure);
    baseIndicators = SortedCopy.of(baseIndicators);
    sources = SortedCopy.of(sources);
    remote = SortedCopy.of(remote);
    indexSystems = SortedCopy.of(indexSystems);
    scenarios = SortedCopy.of(scenarios);
  }

  /** How the lake is reached. */
  public LakeAccess lakeAccess() {
    return new LakeAccess(lakePath, heldRows, spark, sparkSecrets);
  }
}
