package org.renxing.jobs.gold.ranking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.index.ScoreRow;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Ranking;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.multicriteria.Agreement;
import org.renxing.numerics.CodePointOrder;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;

/** gold.ranking_agreement: how far rankings and overall scores put units in one order. */
public final class RankingAgreement implements GoldTable {
  /** What a method says of a unit in a year; more is better, NaN where it says nothing. */
  record Merit(String scheme, int year, String method, String unitId, double merit)
      implements Serializable {
    String schemeYear() {
      return scheme + "\n" + year;
    }
  }

  /** The agreement of two methods in a year. */
  record Pair(String scheme, int year, String first, String second, Agreement agreement)
      implements Serializable {}

  private static final StoredRows<Merit> RANKINGS =
      StoredRows.ofScenario(
          RankingUnitYear.TABLE,
          List.of("scheme", "year", "method", "unit_id", "score"),
          row -> {
            String method = row.text("method");
            double score = row.number("score");
            return new Merit(
                row.text("scheme"),
                row.whole("year"),
                method,
                row.text("unit_id"),
                method.equals(Ranking.VIKOR.id()) ? -score : score);
          });

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("ranking_agreement", "One row a weight scheme, year and pair of methods")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("year", Type.INT, "Year")
            .key(
                "method_a",
                Type.STRING,
                "arithmetic or geometric for the overall score, or a ranking")
            .key("method_b", Type.STRING, "Another, behind it in that order")
            .required("n", Type.LONG, "units", "Units that both say something of")
            .optional(
                "spearman",
                Type.DOUBLE,
                "",
                "Rank correlation, ties by mean ranks; null where one method has only ties")
            .optional("kendall", Type.DOUBLE, "", "Kendall's tau-b; null likewise")
            .check(
                "correlations lie between -1 and 1", "abs(spearman) <= 1 AND abs(kendall) <= 1"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(RANKINGS, ScoreRow.ROWS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.rankings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.aggregation(), scenario.rankings());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    String mean = scenario.aggregation().name().toLowerCase(Locale.ROOT);
    List<String> methods = new ArrayList<>(List.of(mean));
    scenario.rankings().forEach(ranking -> methods.add(ranking.id()));
    Records<Merit> scores =
        given
            .get(ScoreRow.ROWS)
            .where(score -> score.depth() == 0)
            .map(s -> new Merit(s.scheme(), s.year(), mean, s.unitId(), s.score()));
    return pairs(given.get(RANKINGS).and(scores), methods)
        .rowEach(columns(), RankingAgreement::row);
  }

  /**
   * Compares each two methods.
   *
   * @param methods in the order in which they stand in pairs
   */
  static Records<Pair> pairs(Records<Merit> merits, List<String> methods) {
    List<String> order = List.copyOf(methods);
    return merits.groupedBy(Merit::schemeYear, (key, all) -> pairs(all, order));
  }

  private static Iterator<Pair> pairs(List<Merit> all, List<String> methods) {
    TreeSet<String> units = new TreeSet<>(CodePointOrder.ASCENDING);
    Map<String, Map<String, Double>> merits = new HashMap<>();
    for (Merit merit : all) {
      units.add(merit.unitId());
      merits
          .computeIfAbsent(merit.method(), method -> new HashMap<>())
          .put(merit.unitId(), merit.merit());
    }
    List<double[]> values = new ArrayList<>();
    for (String method : methods) {
      Map<String, Double> own = merits.getOrDefault(method, Map.of());
      values.add(units.stream().mapToDouble(u -> own.getOrDefault(u, Double.NaN)).toArray());
    }
    Merit any = all.get(0);
    List<Pair> out = new ArrayList<>();
    for (int a = 0; a < methods.size(); a++) {
      for (int b = a + 1; b < methods.size(); b++) {
        Agreement agreement = Agreement.of(values.get(a), values.get(b));
        out.add(new Pair(any.scheme(), any.year(), methods.get(a), methods.get(b), agreement));
      }
    }
    return out.iterator();
  }

  private static Row row(Pair pair) {
    return RowFactory.create(
        pair.scheme(),
        pair.year(),
        pair.first(),
        pair.second(),
        (long) pair.agreement().n(),
        Cells.number(pair.agreement().spearman()),
        Cells.number(pair.agreement().kendall()));
  }
}
