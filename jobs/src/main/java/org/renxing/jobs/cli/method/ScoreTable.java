package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;

/** Scores in the order of the input's rows and of the tree. */
final class ScoreTable {
  private static final int NAMED = 5;

  private final UnitTable table;
  private final List<String> nodes;

  ScoreTable(UnitTable table, IndexSystem indexSystem) {
    this.table = table;
    this.nodes = indexSystem.root().innerNodes().map(IndexNode::code).toList();
  }

  /** Forms of the answer. */
  enum Layout {
    WIDE,
    LONG
  }

  /** One row a row of the input: its keys, the score of each node, the rank of the whole. */
  Answer wide(Dataset<Row> scores) {
    List<Column> pivot = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      pivot.add(max(when(col("system").equalTo(nodes.get(i)), col("score"))).as("n" + i));
    }
    Column isWhole = col("system").equalTo(IndexSystem.OVERALL);
    pivot.add(max(when(isWhole, col("rank"))).as("rank"));
    Dataset<Row> wide =
        scores
            .groupBy("unit_id", "year")
            .agg(pivot.get(0), pivot.subList(1, pivot.size()).toArray(Column[]::new));
    List<Column> out = keys();
    for (int i = 0; i < nodes.size(); i++) {
      out.add(col("n" + i));
    }
    out.addAll(List.of(col("rank"), col("row_no")));
    List<Row> rows =
        keyed(wide).select(out.toArray(Column[]::new)).collectAsList().stream()
            .sorted(Comparator.comparing((Row r) -> r.<Long>getAs("row_no")))
            .toList();
    List<String> names = new ArrayList<>(table.file().keys());
    int first = names.size();
    names.addAll(nodes);
    names.add("rank");
    noteEmpty(rows, first);
    return new Answer(names, rows);
  }

  /** One row a row of the input and node. */
  Answer tall(Dataset<Row> scores) {
    List<String> shown =
        List.of("depth", "score", "contribution", "system_weight", "rank", "order_no", "n_missing");
    List<Column> out = keys();
    out.add(col("system"));
    shown.forEach(c -> out.add(col(c)));
    out.add(col("row_no"));
    List<Row> rows =
        keyed(scores).select(out.toArray(Column[]::new)).collectAsList().stream()
            .sorted(
                Comparator.comparing((Row r) -> r.<Long>getAs("row_no"))
                    .thenComparing(r -> nodes.indexOf(r.<String>getAs("system"))))
            .toList();
    List<String> names = new ArrayList<>(table.file().keys());
    int node = names.size();
    names.add("node");
    names.addAll(shown);
    noteEmpty(
        rows.stream().filter(r -> r.getString(node).equals(IndexSystem.OVERALL)).toList(),
        node + 2);
    return new Answer(names, rows);
  }

  private Dataset<Row> keyed(Dataset<Row> scores) {
    return scores.join(broadcast(table.keys()), new String[] {"unit_id", "year"}, "inner");
  }

  private List<Column> keys() {
    List<Column> out = new ArrayList<>(List.of(col("unit_id")));
    if (table.file().keys().size() == 2) {
      out.add(col("year"));
    }
    return out;
  }

  private void noteEmpty(List<Row> rows, int score) {
    List<String> empty =
        rows.stream().filter(r -> r.isNullAt(score)).map(r -> r.getString(0)).toList();
    if (!empty.isEmpty()) {
      System.err.printf(
          "%,d of %,d rows have no overall score, as an indicator is missing or undefined: %s%s%n",
          empty.size(),
          rows.size(),
          String.join(", ", empty.subList(0, Math.min(NAMED, empty.size()))),
          empty.size() > NAMED ? ", …" : "");
    }
  }
}
