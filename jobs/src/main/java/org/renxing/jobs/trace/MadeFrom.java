package org.renxing.jobs.trace;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.Observation;
import org.renxing.lake.Lake;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** The tables that the panel was made from, as the run read them that made the traced cells. */
record MadeFrom(Lake lake, Map<TableName, Long> versions) {

  MadeFrom {
    versions = Map.copyOf(versions);
  }

  /** What the record of the run says; a note where it does not say it. */
  static MadeFrom of(Lake lake, CollectedRows gold, Notes notes) {
    String run = gold.rows("value").get(0).key("run_id");
    Map<TableName, Long> versions = new TreeMap<>();
    gold.rows("step").stream()
        .filter(s -> s.key("run_id").equals(run))
        .flatMap(s -> s.texts("inputs").stream())
        .map(input -> input.split("@", 2))
        .filter(input -> input.length == 2 && !input[1].startsWith("-"))
        .forEach(i -> versions.putIfAbsent(TableName.parse(i[0]), Long.valueOf(i[1])));
    if (!versions.containsKey(Observation.TABLE)) {
      notes.add(
          "no record says which version of %s the panel was made from (run %s): the newest is shown"
              .formatted(Observation.TABLE, run));
    }
    return new MadeFrom(lake, versions);
  }

  /** silver.observation; the newest where the version is not known. */
  Dataset<Row> observations() {
    return Optional.ofNullable(versions.get(Observation.TABLE))
        .map(v -> lake.readAt(Observation.TABLE, v))
        .orElseGet(() -> lake.read(Observation.TABLE));
  }

  /** All the tables, for the code that makes the panel; the newest where a version is not known. */
  Inputs inputs() {
    Inputs out = new Inputs(lake);
    versions.forEach(
        (table, version) -> out.handOn(table, Map.of("", lake.readAt(table, version))));
    return out;
  }
}
