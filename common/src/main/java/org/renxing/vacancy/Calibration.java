package org.renxing.vacancy;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.OccupancySignal;
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
  private static final int MOST_AUDITS = 200_000;

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
   * From the audited ones among the areas; runs a job over these alone.
   *
   * <p>An audit counts where it looked at two dwellings or more, or all: one dwelling says nothing
   * of how unsure it is.
   *
   * @param areas rows of silver.occupancy_area: use, area_id, units_total, the columns of {@link
   *     OccupancySignal#columns}, audit_units, audit_occupied
   * @throws RenxingException DATA_CHECK for more than 200,000 audited areas
   */
  public static Calibration of(Dataset<Row> areas, VacancyPolicy policy) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col("use"),
                col("area_id"),
                col("units_total").cast("double"),
                col("audit_units").cast("long"),
                col("audit_occupied").cast("long")));
    OccupancySignal.columns()
        .forEach(name -> columns.add(when(OccupancySums.isThere(name), col(name))));
    List<Row> rows =
        areas
            .where(OccupancySums.isAudited().and(col("units_total").gt(0)))
            .select(columns.toArray(Column[]::new))
            .limit(MOST_AUDITS + 1)
            // a limit at the root would take one partition after another
            .coalesce(1)
            .collectAsList();
    if (rows.size() > MOST_AUDITS) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.format(
              Locale.ROOT,
              "silver.occupancy_area: more than %,d audited areas; an audit looks at a few areas in"
                  + " the field: is audit_units filled for all?",
              MOST_AUDITS));
    }
    Map<String, List<AuditedArea>> byUse = new TreeMap<>();
    for (Row row : rows) {
      double units = row.getDouble(2);
      if (AuditedArea.isUsable(units, row.getLong(3), row.getLong(4))) {
        AuditedArea area =
            AuditedArea.of(
                row.getString(1), rates(row, units), units, row.getLong(3), row.getLong(4));
        byUse.computeIfAbsent(row.getString(0), use -> new ArrayList<>()).add(area);
      }
    }
    return new Calibration(byUse, policy);
  }

  private static PerSignal rates(Row row, double units) {
    double[] out = new double[OccupancySignal.COUNT];
    for (int k = 0; k < out.length; k++) {
      out[k] = row.isNullAt(5 + k) ? Double.NaN : row.getDouble(5 + k) / units;
    }
    return new PerSignal(out);
  }

  /** The estimator of a use. */
  RateEstimator estimator(String use) {
    return estimators.get(use);
  }

  /** What the audit says of the estimator, one report a use. */
  public List<AuditReport> reports() {
    return reports;
  }
}
