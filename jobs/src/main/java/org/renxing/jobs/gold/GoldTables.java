package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.List;
import org.renxing.jobs.gold.carbon.CarbonDecomposition;
import org.renxing.jobs.gold.carbon.CarbonDecompositionGroup;
import org.renxing.jobs.gold.carbon.CarbonFuelUnitYear;
import org.renxing.jobs.gold.carbon.CarbonPeakUnit;
import org.renxing.jobs.gold.carbon.CarbonProjectionGroup;
import org.renxing.jobs.gold.carbon.CarbonProjectionUnit;
import org.renxing.jobs.gold.carbon.CarbonProjectionYear;
import org.renxing.jobs.gold.carbon.CarbonSummary;
import org.renxing.jobs.gold.carbon.CarbonUnitYear;
import org.renxing.jobs.gold.carbon.DecouplingUnit;
import org.renxing.jobs.gold.carbon.ResilienceCarbon;
import org.renxing.jobs.gold.coupling.CouplingGain;
import org.renxing.jobs.gold.coupling.CouplingSummary;
import org.renxing.jobs.gold.coupling.CouplingTransition;
import org.renxing.jobs.gold.coupling.CouplingUnitYear;
import org.renxing.jobs.gold.diagnosis.IndicatorCorrelation;
import org.renxing.jobs.gold.diagnosis.IndicatorInfluence;
import org.renxing.jobs.gold.diagnosis.SystemReliability;
import org.renxing.jobs.gold.drivers.DriverFactor;
import org.renxing.jobs.gold.drivers.DriverImportance;
import org.renxing.jobs.gold.drivers.DriverInteraction;
import org.renxing.jobs.gold.drivers.DriverResponseCurve;
import org.renxing.jobs.gold.drivers.DriverRisk;
import org.renxing.jobs.gold.drivers.RegressionCoefficient;
import org.renxing.jobs.gold.drivers.RegressionFit;
import org.renxing.jobs.gold.drivers.RegressionTests;
import org.renxing.jobs.gold.drivers.SpatialEffect;
import org.renxing.jobs.gold.dynamics.Convergence;
import org.renxing.jobs.gold.dynamics.Density;
import org.renxing.jobs.gold.dynamics.MobilityEvent;
import org.renxing.jobs.gold.dynamics.MobilityUnit;
import org.renxing.jobs.gold.dynamics.TransitionMatrix;
import org.renxing.jobs.gold.dynamics.TransitionSteadyState;
import org.renxing.jobs.gold.efficiency.DeaPeer;
import org.renxing.jobs.gold.efficiency.DeaScore;
import org.renxing.jobs.gold.efficiency.DeaSlack;
import org.renxing.jobs.gold.efficiency.DeaSummary;
import org.renxing.jobs.gold.index.IndexScore;
import org.renxing.jobs.gold.index.IndexSummary;
import org.renxing.jobs.gold.index.IndexUnitSummary;
import org.renxing.jobs.gold.index.IndicatorWeight;
import org.renxing.jobs.gold.inequality.InequalityGroupYear;
import org.renxing.jobs.gold.inequality.InequalityPairYear;
import org.renxing.jobs.gold.inequality.InequalityYear;
import org.renxing.jobs.gold.obstacles.IndicatorStanding;
import org.renxing.jobs.gold.obstacles.ObstacleSummary;
import org.renxing.jobs.gold.obstacles.ObstacleUnitYear;
import org.renxing.jobs.gold.panel.ComparabilityUnitYear;
import org.renxing.jobs.gold.panel.IndicatorQuality;
import org.renxing.jobs.gold.panel.IndicatorValue;
import org.renxing.jobs.gold.panel.PanelExclusion;
import org.renxing.jobs.gold.panel.PublishedIndicator;
import org.renxing.jobs.gold.ranking.RankingAgreement;
import org.renxing.jobs.gold.ranking.RankingUnitYear;
import org.renxing.jobs.gold.remote.DisorderUnitYear;
import org.renxing.jobs.gold.remote.LandUseUnitYear;
import org.renxing.jobs.gold.remote.OccupancyAudit;
import org.renxing.jobs.gold.remote.OccupancySignal;
import org.renxing.jobs.gold.remote.RasterUnitYear;
import org.renxing.jobs.gold.remote.SubsidenceUnitYear;
import org.renxing.jobs.gold.remote.VacancyUnitYear;
import org.renxing.jobs.gold.remote.ZonePatternUnitYear;
import org.renxing.jobs.gold.resource.EmploymentUnitYear;
import org.renxing.jobs.gold.resource.ExhaustionUnitYear;
import org.renxing.jobs.gold.resource.NewFactor;
import org.renxing.jobs.gold.resource.NewFactorSummary;
import org.renxing.jobs.gold.resource.OkunUnit;
import org.renxing.jobs.gold.resource.ResourceDependence;
import org.renxing.jobs.gold.resource.ResourceDependenceSummary;
import org.renxing.jobs.gold.resource.SupportUnitYear;
import org.renxing.jobs.gold.shrinkage.AgeStructureUnitYear;
import org.renxing.jobs.gold.shrinkage.LandPopulationUnit;
import org.renxing.jobs.gold.shrinkage.LeverUnit;
import org.renxing.jobs.gold.shrinkage.PathUnitYear;
import org.renxing.jobs.gold.shrinkage.ShrinkageSummary;
import org.renxing.jobs.gold.shrinkage.ShrinkageUnit;
import org.renxing.jobs.gold.shrinkage.SubUnitLoss;
import org.renxing.jobs.gold.space.GravityUnitYear;
import org.renxing.jobs.gold.space.HotSpots;
import org.renxing.jobs.gold.space.LocalMoran;
import org.renxing.jobs.gold.space.MeasureCentre;
import org.renxing.jobs.gold.space.SpatialAutocorrelation;
import org.renxing.jobs.gold.space.SpatialHomogeneity;
import org.renxing.jobs.gold.space.SpatialTransition;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.typology.UnitType;
import org.renxing.jobs.gold.typology.UnitTypeProfile;
import org.renxing.jobs.gold.typology.UnitTypeSelection;
import org.renxing.jobs.gold.typology.UnitTypeStability;
import org.renxing.jobs.gold.typology.UnitTypeTransition;
import org.renxing.jobs.gold.units.PublishedUnit;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.lake.LakeFiles;
import org.renxing.model.RemoteFamily;
import org.renxing.model.UnitRules;

/** The published tables that are kept by scenario, in the order in which data flow. */
public final class GoldTables {
  private GoldTables() {}

  /**
   * All of them; each says to which scenarios it applies.
   *
   * @param files where a scenario may keep pairs of neighbours
   * @param rules of shrinkage, paths and levers
   * @param remote sums of fine-grained observations, of the run's sources
   */
  public static List<GoldTable> all(LakeFiles files, UnitRules rules, RemoteAggregates remote) {
    List<GoldTable> out = new ArrayList<>(ofPanel());
    out.addAll(ofScores(files));
    out.addAll(ofResources());
    out.addAll(ofPlaces(rules, remote));
    return List.copyOf(out);
  }

  /** Units and indicators, the index, and how its systems go together. */
  private static List<GoldTable> ofPanel() {
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
        new RankingUnitYear(),
        new RankingAgreement(),
        // how its systems go together
        new CouplingUnitYear(),
        new CouplingSummary(),
        new CouplingGain(),
        new CouplingTransition(),
        new DeaScore(),
        new DeaSlack(),
        new DeaPeer(),
        new DeaSummary());
  }

  /** What explains the scores: inequality, obstacles, dynamics, space, the index itself. */
  private static List<GoldTable> ofScores(LakeFiles files) {
    return List.of(
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
        new HotSpots(files),
        new SpatialTransition(files),
        new SpatialHomogeneity(files),
        new MeasureCentre(files),
        new GravityUnitYear(files),
        new UnitType(),
        new UnitTypeProfile(),
        new UnitTypeSelection(),
        new UnitTypeStability(),
        new UnitTypeTransition(),
        new DriverFactor(files),
        new DriverImportance(),
        new DriverInteraction(files),
        new DriverResponseCurve(),
        new DriverRisk(files),
        new RegressionCoefficient(files),
        new RegressionFit(files),
        new RegressionTests(files),
        new SpatialEffect(files),
        // the index itself
        new IndicatorCorrelation(),
        new SystemReliability(),
        new IndicatorInfluence());
  }

  /** Carbon and resources. */
  private static List<GoldTable> ofResources() {
    return List.of(
        new CarbonUnitYear(),
        new CarbonFuelUnitYear(),
        new CarbonSummary(),
        new DecouplingUnit(),
        new CarbonDecomposition(),
        new CarbonDecompositionGroup(),
        new CarbonPeakUnit(),
        new CarbonProjectionUnit(),
        new CarbonProjectionGroup(),
        new CarbonProjectionYear(),
        new ResilienceCarbon(),
        new ResourceDependence(),
        new ResourceDependenceSummary(),
        new NewFactor(),
        new NewFactorSummary(),
        new ExhaustionUnitYear(),
        new EmploymentUnitYear(),
        new OkunUnit(),
        new SupportUnitYear());
  }

  private static List<GoldTable> ofPlaces(UnitRules rules, RemoteAggregates remote) {
    return List.of(
        // units that shrink
        new ShrinkageUnit(rules),
        new ShrinkageSummary(rules),
        new LandPopulationUnit(rules),
        new SubUnitLoss(rules),
        new AgeStructureUnitYear(rules),
        new PathUnitYear(rules),
        new LeverUnit(rules.levers()),
        // vacancy and land
        new VacancyUnitYear(remote, RemoteFamily.HOUSING, "vacancy_unit_year"),
        new VacancyUnitYear(remote, RemoteFamily.COMMERCIAL, "commercial_vacancy_unit_year"),
        new OccupancyAudit(remote),
        new OccupancySignal(remote),
        new LandUseUnitYear(remote),
        new SubsidenceUnitYear(remote),
        new DisorderUnitYear(remote),
        new RasterUnitYear(remote),
        new ZonePatternUnitYear(remote));
  }
}
