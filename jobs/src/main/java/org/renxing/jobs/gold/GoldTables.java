package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.lake.LakeFiles;

/** The published tables that are kept by scenario, in the order in which data flow. */
public final class GoldTables {
  private GoldTables() {}

  /** All of them; each says to which scenarios it applies. */
  public static List<GoldTable> all(LakeFiles files) {
    return List.of(
        // what is described, and the panel
        new PublishedUnit(),
        new PublishedIndicator(),
        new IndicatorValue(),
        new ComparabilityUnitYear(),
        new PanelExclusion(),
        new IndicatorQuality(),
        // the index
        new IndicatorWeight(),
        new IndexScore(),
        new IndexSummary(),
        new IndexUnitSummary(),
        // how its systems go together
        new CouplingUnitYear(),
        new CouplingSummary(),
        new CouplingGain(),
        new CouplingTransition(),
        new DeaScore(),
        new DeaSlack(),
        new DeaPeer(),
        new DeaSummary(),
        // what explains the scores
        new InequalityYear(),
        new InequalityGroupYear(),
        new InequalityPairYear(),
        new ObstacleUnitYear(),
        new ObstacleSummary(),
        new IndicatorStanding(),
        new Convergence(),
        new TransitionMatrix(),
        new TransitionSteadyState(),
        new Density(),
        new MobilityUnit(),
        new MobilityEvent(),
        new SpatialAutocorrelation(files),
        new LocalMoran(files),
        // the index itself
        new IndicatorCorrelation(),
        new SystemReliability(),
        new IndicatorInfluence(),
        // carbon and resources
        new CarbonUnitYear(),
        new CarbonFuelUnitYear(),
        new CarbonSummary(),
        new DecouplingUnit(),
        new ResilienceCarbon(),
        new ResourceDependence(),
        new NewFactor(),
        new NewFactorSummary(),
        new ExhaustionUnitYear(),
        new EmploymentUnitYear(),
        new OkunUnit(),
        new SupportUnitYear());
  }
}
