package org.renxing.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;
import org.renxing.quality.panel.PanelCheck;
import org.renxing.territory.Move;

/** Lists the cells of a panel that look wrong, each with its kind, expected range and evidence. */
public final class Suspects {
  private final QualityPolicy policy;
  private final List<Move> moves;

  /** The search in a panel of units whose territory never moves. */
  public Suspects(QualityPolicy policy) {
    this(policy, List.of());
  }

  /**
   * The search.
   *
   * @param moves of territory, which explain why an area changes
   */
  public Suspects(QualityPolicy policy, List<Move> moves) {
    this.policy = policy;
    this.moves = List.copyOf(moves);
  }

  /**
   * The suspects, lazily: source_id, unit_id, year, indicator_code, value, kind, expected_lower,
   * expected_upper (null where unknown), confidence in 0 to 1, evidence and level; one row a cell
   * and kind. Two shuffles of the cells, whatever the number of indicators, and one of those that
   * {@link PanelStage} looks at.
   *
   * @param observations unit_id string, year int, indicator_code string, value double, source_id
   *     string; one row a cell (the values that count), finite. The order of unit_id stands for the
   *     order of rows in yearbooks.
   */
  public Dataset<Row> of(Dataset<Row> observations) {
    Dataset<Row> cells = Expectation.of(observations);
    List<Column> findings = new ArrayList<>();
    List<Detector> detectors = Detectors.of(policy);
    for (Detector detector : detectors) {
      cells = detector.acrossUnits(cells);
    }
    Column isCandidate = lit(false);
    for (Detector detector : detectors) {
      isCandidate = isCandidate.or(coalesce(detector.isCandidate(), lit(false)));
    }
    cells = cells.where(isCandidate);
    for (Detector detector : detectors) {
      cells = detector.acrossIndicators(cells);
    }
    detectors.forEach(detector -> findings.addAll(detector.findings()));
    Dataset<Row> found =
        cells.select(
            col("source_id"),
            col("unit_id"),
            col("year"),
            col("indicator_code"),
            col("value"),
            inline(array_compact(array(findings.toArray(Column[]::new)))));
    List<PanelCheck> checks = PanelStage.checks(policy, moves);
    Dataset<Row> all =
        checks.isEmpty() ? found : found.unionByName(PanelStage.of(observations, checks));
    return surest(all).withColumn("level", level());
  }

  /** One row a cell and kind: of several identities the one that is broken worst. */
  private static Dataset<Row> surest(Dataset<Row> found) {
    Column row =
        org.apache.spark.sql.functions.struct(
            col("expected_lower"), col("expected_upper"), col("confidence"), col("evidence"));
    return found
        .groupBy("source_id", "unit_id", "year", "indicator_code", "value", "kind")
        .agg(
            max_by(row, org.apache.spark.sql.functions.struct(col("confidence"), col("evidence")))
                .as("best"))
        .select("source_id", "unit_id", "year", "indicator_code", "value", "kind", "best.*");
  }

  private Column level() {
    Column out = lit(label(QualityPolicy.Level.WARN));
    for (SuspectKind kind : SuspectKind.values()) {
      QualityPolicy.Response response = policy.response(kind);
      out =
          when(
                  col("kind")
                      .equalTo(kind.label())
                      .and(col("confidence").geq(response.confidence())),
                  label(response.level()))
              .otherwise(out);
    }
    return out;
  }

  private static String label(QualityPolicy.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
