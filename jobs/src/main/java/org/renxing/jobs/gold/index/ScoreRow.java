package org.renxing.jobs.gold.index;

import java.io.Serializable;
import java.util.List;
import org.renxing.run.StoredRows;

/**
 * A score of a unit in a year, as gold.index_score_unit_year has it.
 *
 * @param system node of the index: overall, a system, or a criterion below one
 * @param depth 0 for overall, 1 for systems, 2 and more for criteria
 * @param score NaN where an indicator is missing
 * @param contribution what the node adds to the overall score; NaN without a score
 * @param rank dense rank in the year; 0 without a score
 */
public record ScoreRow(
    String scheme,
    String system,
    int depth,
    String unitId,
    int year,
    double score,
    double contribution,
    int rank)
    implements Serializable {

  /** How rows of the table are read. */
  public static final StoredRows<ScoreRow> ROWS =
      StoredRows.ofScenario(
          IndexScore.TABLE,
          List.of("scheme", "system", "depth", "unit_id", "year", "score", "contribution", "rank"),
          row ->
              new ScoreRow(
                  row.text("scheme"),
                  row.text("system"),
                  row.whole("depth"),
                  row.text("unit_id"),
                  row.whole("year"),
                  row.number("score"),
                  row.number("contribution"),
                  row.optionalWhole("rank").orElse(0)));

  /** Whether there is a score. */
  boolean isKnown() {
    return !Double.isNaN(score);
  }

  /** The node under its scheme. */
  String nodeOfScheme() {
    return scheme + "\n" + system;
  }

  /** The year of the node under its scheme. */
  String yearOfNode() {
    return nodeOfScheme() + "\n" + year;
  }

  /** The unit at the node under its scheme. */
  String unitAtNode() {
    return nodeOfScheme() + "\n" + unitId;
  }
}
