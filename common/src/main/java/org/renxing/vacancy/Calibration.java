package org.renxing.vacancy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.VacancyPolicy;

/**
 * How signals of occupancy are read, by use: from the audited areas of all years and sources
 * together where there are enough of them, else from configuration (methods: vacancy).
 */
public final class Calibration implements Serializable {
  private static final long serialVersionUID = 1;

  /** The uses that are told apart. */
  public static final List<String> USES = List.of("housing", "commercial");

  /** Audited areas come to the driver; beyond this many something is wrong with the audit. */
  static final int MOST_AUDITS = 200_000;

  private static final Comparator<AuditedArea> ORDER =
      Comparator.comparing(AuditedArea::areaId)
          .thenComparingDouble(AuditedArea::occupancy)
          .thenComparing(area -> area.rates().toArray(), Arrays::compare);

  private final Map<String, RateEstimator> estimators;
  private final List<AuditReport> reports;

  private Calibration(Map<String, List<AuditedArea>> areas, VacancyPolicy policy) {
    Map<String, RateEstimator> byUse = new TreeMap<>();
    List<AuditReport> found = new ArrayList<>();
    for (String use : USES) {
      List<AuditedArea> sorted = areas.getOrDefault(use, List.of()).stream().sorted(ORDER).toList();
      RateEstimator estimator =
          new RateEstimator(ErrorModel.fitted(sorted, policy), policy.confidence());
      byUse.put(use, estimator);
      found.add(CrossValidation.report(use, sorted, estimator, policy));
    }
    this.estimators = Collections.unmodifiableMap(byUse);
    this.reports = List.copyOf(found);
  }

  /** Configured values for every signal. */
  public static Calibration configured(VacancyPolicy policy) {
    return new Calibration(Map.of(), policy);
  }

  /**
   * From the audited ones among areas.
   *
   * <p>An audit counts where it looked at two dwellings or more, or all: one dwelling says nothing
   * of how unsure it is.
   *
   * @throws RenxingException DATA_CHECK for more than 200,000 audited areas
   */
  public static Calibration of(List<OccupiedArea> areas, VacancyPolicy policy) {
    List<OccupiedArea> audited = areas.stream().filter(OccupiedArea::isAudited).toList();
    if (audited.size() > MOST_AUDITS) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.format(
              Locale.ROOT,
              "silver.occupancy_area: more than %,d audited areas; an audit looks at a few areas in"
                  + " the field: is audit_units filled for all?",
              MOST_AUDITS));
    }
    Map<String, List<AuditedArea>> byUse = new TreeMap<>();
    for (OccupiedArea area : audited) {
      double units = area.units();
      if (AuditedArea.isUsable(units, area.auditUnits(), area.auditOccupied())) {
        byUse
            .computeIfAbsent(area.use(), use -> new ArrayList<>())
            .add(
                AuditedArea.of(
                    area.areaId(),
                    rates(area.signals(), units),
                    units,
                    area.auditUnits(),
                    area.auditOccupied()));
      }
    }
    return new Calibration(byUse, policy);
  }

  private static PerSignal rates(PerSignal signals, double units) {
    return new PerSignal(Arrays.stream(signals.toArray()).map(x -> x / units).toArray());
  }

  /** The estimator of a use. */
  RateEstimator estimator(String use) {
    return estimators.get(use);
  }

  /**
   * The vacancy rate of one area, not limited to [0, 1], and the variance of its error.
   *
   * @param variance of the area's own error; 0 where occupied units were counted
   */
  public record AreaRate(double rate, double variance) {}

  /** The rate of an area; empty where neither a count nor a signal of use tells. */
  public Optional<AreaRate> rate(OccupiedArea area) {
    if (!area.isOfUse()) {
      return Optional.empty();
    }
    double units = area.units();
    if (area.pattern() == PatternSum.COUNTED) {
      return Optional.of(new AreaRate(1 - area.counted() / units, 0));
    }
    PatternWeights w = estimators.get(area.use()).weights(area.pattern());
    return w.isUsable()
        ? Optional.of(new AreaRate(1 - w.estimate(rates(area.signals(), units)), w.variance()))
        : Optional.empty();
  }

  /** What the audit says of the estimator, one report a use. */
  public List<AuditReport> reports() {
    return reports;
  }
}
