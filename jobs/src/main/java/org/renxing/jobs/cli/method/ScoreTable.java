package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.panel.IndicatorOrder;
import org.renxing.scores.Score;
import org.renxing.scores.Scores;

/** Scores in the order of the input's rows and of the tree. */
final class ScoreTable {
  private static final int NAMED = 5;

  /** The whole is the first node. */
  private static final int WHOLE = 0;

  private final UnitTable table;
  private final IndicatorOrder order;
  private final Gaps gaps;

  ScoreTable(UnitTable table, IndicatorOrder order, Gaps gaps) {
    this.table = table;
    this.order = order;
    this.gaps = gaps;
  }

  /** Forms of the answer. */
  enum Layout {
    WIDE,
    LONG
  }

  /** One row a row of the input: its keys, the score of each node, the rank of the whole. */
  Answer wide(Scores scores) {
    List<String> names = table.head();
    order.nodes().forEach(node -> names.add(node.code()));
    names.add("rank");
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<Object> cells = table.head(row);
      for (int node = 0; node < order.nodes().size(); node++) {
        cells.add(Answer.number(scores.score(row, node).score()));
      }
      cells.add(Answer.rank(scores.rank(row, WHOLE)));
      rows.add(RowFactory.create(cells.toArray()));
    }
    noteEmpty(scores);
    return new Answer(names, rows, remarks(1));
  }

  /** One row a row of the input and node. */
  Answer tall(Scores scores) {
    List<String> names = table.head();
    names.addAll(
        List.of(
            "node",
            "depth",
            "score",
            "contribution",
            "system_weight",
            "rank",
            "order_no",
            "n_missing"));
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      for (int node = 0; node < order.nodes().size(); node++) {
        Score score = scores.score(row, node);
        List<Object> cells = table.head(row);
        cells.add(order.nodes().get(node).code());
        cells.add(order.nodes().get(node).depth());
        cells.add(Answer.number(score.score()));
        cells.add(Answer.number(score.contribution()));
        cells.add(Answer.number(score.systemWeight()));
        cells.add(Answer.rank(scores.rank(row, node)));
        cells.add(Answer.rank(scores.orderNo(row, node)));
        cells.add(score.nMissing());
        rows.add(RowFactory.create(cells.toArray()));
      }
    }
    noteEmpty(scores);
    return new Answer(names, rows, remarks(order.nodes().size()));
  }

  private List<Map<String, Object>> remarks(int rowsEach) {
    return IntStream.range(0, table.size() * rowsEach)
        .mapToObj(row -> gaps.ofRow(row / rowsEach))
        .toList();
  }

  private void noteEmpty(Scores scores) {
    List<String> empty =
        IntStream.range(0, table.size())
            .filter(row -> Double.isNaN(scores.score(row, WHOLE).score()))
            .mapToObj(table::unit)
            .toList();
    if (!empty.isEmpty()) {
      System.err.printf(
          "%,d of %,d rows have no overall score, as an indicator is missing or undefined: %s%s%n",
          empty.size(),
          table.size(),
          String.join(", ", empty.subList(0, Math.min(NAMED, empty.size()))),
          empty.size() > NAMED ? ", …" : "");
    }
  }
}
