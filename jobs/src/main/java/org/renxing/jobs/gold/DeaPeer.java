package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
  Dataset<Row> rows(Dataset<Row> answers) {
    return parts("peers", answers);
  }
}
