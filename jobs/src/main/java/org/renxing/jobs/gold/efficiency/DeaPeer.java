package org.renxing.jobs.gold.efficiency;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dea.Peer;
import org.renxing.dea.Score;
import org.renxing.efficiency.Answer;
import org.renxing.efficiency.DeaSpecification;
import org.renxing.efficiency.Plan;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.dea_peer_unit_year: reference units that make up the target of a DEA score. */
public final class DeaPeer extends DeaTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        shape("dea_peer_unit_year", "One row a peer of a DEA score")
            .key("peer_unit_id", Type.STRING, "Reference unit; of units alike the first by code")
            .key("peer_year", Type.INT, "Its year")
            .required("lambda", Type.DOUBLE, "", "Its intensity, above 0")
            .check("lambda is above 0", "lambda > 0"));
  }

  @Override
  AnswerRows ofAnswer() {
    return DeaPeer::rows;
  }

  private static List<Row> rows(
      Plan plan, DeaSpecification programme, Answer answer, List<Object> key) {
    return answer.score().flatMap(Score::scored).stream()
        .flatMap(scored -> scored.projection().peers().stream())
        .map(peer -> row(key, peer))
        .toList();
  }

  private static Row row(List<Object> key, Peer peer) {
    List<Object> out = new ArrayList<>(key);
    out.add(peer.unit().id());
    out.add(Integer.valueOf(peer.unit().period()));
    out.add(peer.lambda());
    return RowFactory.create(out.toArray());
  }
}
