package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.Direction;
import org.renxing.multicriteria.Compromise;
import org.renxing.multicriteria.MultiCriteria;
import org.renxing.multicriteria.RankingReason;
import org.renxing.multicriteria.RankingRule;
import org.renxing.multicriteria.UnitRanking;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.PackedPanel;
import org.renxing.scores.Scores;
import org.renxing.weights.Weight;

/** Rows that are ranked against each other, in the order of the input. */
final class RankingTable {
  private static final int NAMED = 5;

  /** The whole is the first node. */
  private static final int WHOLE = 0;

  private final IndexOptions.Index made;
  private final RankingRule rule;
  private final boolean isYearly;
  private final IndicatorOrder order;
  private final PackedPanel values;
  private final List<String> details;
  private final Object[][] cells;
  private final RankingReason[] reasons;

  /**
   * Ranks.
   *
   * @param isYearly whether rows are compared within their year only
   */
  RankingTable(IndexOptions.Index made, RankingRule rule, boolean isYearly) {
    this.made = made;
    this.rule = rule;
    this.isYearly = isYearly;
    order = made.order();
    values = rule.isVector() ? turned(made) : made.normalised().normalised();
    details = MultiCriteria.names(rule.ranking());
    cells = new Object[values.rows()][order.nodes().size() + details.size() + 2];
    reasons = new RankingReason[values.rows()];
  }

  /** Values as they are, of negative indicators with the other sign: more is better in all. */
  private static PackedPanel turned(IndexOptions.Index made) {
    PackedPanel raw = made.normalised().values();
    double[] signs =
        made.system().indicators().stream()
            .mapToDouble(i -> i.direction() == Direction.NEGATIVE ? -1 : 1)
            .toArray();
    double[] out = new double[raw.rows() * signs.length];
    for (int at = 0; at < out.length; at++) {
      out[at] = signs[at % signs.length] * raw.value(at / signs.length, at % signs.length);
    }
    return raw.with(out);
  }

  /**
   * One row a row of the input: its keys, the score of each node, details, rank and reason of the
   * whole.
   */
  Answer answer() {
    for (int year : isYearly ? values.years() : new int[] {0}) {
      int[] rows = values.rowsOf(year);
      double[] weights = weights(year);
      for (int node = 0; node < order.nodes().size(); node++) {
        int[] members =
            order.nodes().get(node).members().stream().mapToInt(Integer::intValue).toArray();
        List<double[]> units =
            Arrays.stream(rows).mapToObj(row -> picked(values.row(row), members)).toList();
        MultiCriteria found = MultiCriteria.of(rule, units, picked(weights, members));
        for (int i = 0; i < rows.length; i++) {
          cells[rows[i]][node] = Answer.number(found.score(i));
        }
        if (node == WHOLE) {
          whole(found, rows);
          found.compromise().ifPresent(c -> note(c, found, rows, year));
        }
      }
    }
    noteEmpty();
    return table();
  }

  private double[] weights(int year) {
    boolean hasOwn = made.weights().stream().map(Weight::year).anyMatch(y -> y == year);
    return Scores.ofYear(made.weights(), hasOwn ? year : 0, order);
  }

  private static double[] picked(double[] all, int[] places) {
    return Arrays.stream(places).mapToDouble(j -> all[j]).toArray();
  }

  private void whole(MultiCriteria found, int[] rows) {
    int[] ranks = UnitRanking.ranks(found, Arrays.stream(rows).map(values::year).toArray());
    for (int i = 0; i < rows.length; i++) {
      Object[] own = cells[rows[i]];
      for (int d = 0; d < details.size(); d++) {
        double detail = found.detail(details.get(d), i);
        boolean isFlag = details.get(d).startsWith("is_") && !Double.isNaN(detail);
        own[order.nodes().size() + d] = isFlag ? (Object) (detail == 1) : Answer.number(detail);
      }
      own[own.length - 2] = Answer.rank(ranks[i]);
      reasons[rows[i]] = found.reason(i).orElse(null);
      own[own.length - 1] = found.reason(i).map(RankingReason::name).orElse(null);
    }
  }

  private Answer table() {
    List<String> names = made.table().head();
    order.nodes().forEach(node -> names.add(node.code()));
    names.addAll(details);
    names.add("rank");
    names.add("reason");
    List<Row> rows = new ArrayList<>();
    List<Map<String, Object>> remarks = new ArrayList<>();
    for (int row = 0; row < cells.length; row++) {
      List<Object> all = made.table().head(row);
      all.addAll(Arrays.asList(cells[row]));
      rows.add(RowFactory.create(all.toArray()));
      remarks.add(made.gaps().ofRow(row));
    }
    return new Answer(names, rows, remarks);
  }

  /** Says whether VIKOR's two conditions hold, and what it proposes. */
  private void note(Compromise found, MultiCriteria scores, int[] rows, int year) {
    List<String> members =
        IntStream.range(0, rows.length)
            .filter(i -> scores.detail("is_compromise", i) == 1)
            .mapToObj(i -> who(rows[i]))
            .toList();
    System.err.printf(
        Locale.ROOT,
        "%sacceptable advantage (C1): %s, Q of the second is %.4g ahead and %.4g is required;"
            + " acceptable stability (C2): %s; compromise: %s%n",
        isYearly ? year + ": " : "",
        found.isAhead() ? "yes" : "no",
        found.advantage(),
        found.required(),
        found.isStable() ? "yes" : "no",
        first(members));
  }

  private void noteEmpty() {
    Map<RankingReason, List<String>> empty = new TreeMap<>();
    for (int row = 0; row < reasons.length; row++) {
      int at = row;
      Optional.ofNullable(reasons[row])
          .ifPresent(r -> empty.computeIfAbsent(r, k -> new ArrayList<>()).add(who(at)));
    }
    empty.forEach(
        (reason, units) ->
            System.err.printf(
                Locale.ROOT,
                "%,d of %,d rows have no overall score, as each %s: %s%n",
                units.size(),
                reasons.length,
                reason.inWords(),
                first(units)));
  }

  private static String first(List<String> all) {
    return String.join("; ", all.subList(0, Math.min(NAMED, all.size())))
        + (all.size() > NAMED ? "; …" : "");
  }

  private String who(int row) {
    return made.table().who(row);
  }
}
