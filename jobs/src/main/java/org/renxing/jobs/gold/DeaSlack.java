package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.dea_slack_unit_year: slacks and targets of each system in a DEA score. */
public final class DeaSlack extends DeaTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        shape("dea_slack_unit_year", "One row an input or output of a DEA score")
            .key("variable", Type.STRING, "System that is an input or output")
            .required("role", Type.STRING, "", "input or output")
            .required("value", Type.DOUBLE, "0-1", "Score of the system")
            .required(
                "slack",
                Type.DOUBLE,
                "0-1",
                "What is left over of an input, or short of an output, once the unit is projected")
            .optional(
                "slack_share", Type.DOUBLE, "share", "slack over value; null for a value of 0")
            .required("target", Type.DOUBLE, "0-1", "What the peers use or reach")
            .required(
                "multiplier", Type.DOUBLE, "", "Price at the optimum; need not be the only one")
            .check("slacks are 0 or more", "slack >= 0")
            .check("targets are 0 or more", "target >= 0"));
  }

  @Override
  Dataset<Row> rows(Dataset<Row> answers) {
    return parts("slacks", answers);
  }
}
