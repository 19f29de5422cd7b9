package org.renxing.jobs.trace;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.Observation;
import org.renxing.lake.Lake;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** The tables that the panel was made from, as the run read them that made the released panel. */
record MadeFrom(Lake lake, Map<TableName, Long> versions) {

  MadeFrom {
    versions = Map.copyOf(versions);
  }

  /** What the record of the run says; a note where it does not say it. */
  static MadeFrom of(Lake lake, CollectedRows gold, Notes notes) {
    Map<TableName, Long> versions = new TreeMap<>();
    gold.rows("step").stream()
        .flatMap(s -> s.texts("inputs").stream())
        .map(input -> input.split("@", 2))
        .filter(input -> input.length == 2 && !input[1].startsWith("-"))
        .forEach(i -> add(lake, versions, TableName.parse(i[0]), Long.parseLong(i[1]), notes));
    if (!versions.containsKey(Observation.TABLE)) {
      notes.add(
          "the version of %s that the panel was made from is not known, or no longer there: the newest is shown"
              .formatted(Observation.TABLE));
    }
    return new MadeFrom(lake, versions);
  }

  private static void add(
      Lake lake, Map<TableName, Long> versions, TableName table, long version, Notes notes) {
    if (lake.holds(table, version)) {
      versions.putIfAbsent(table, version);
    } else if (!table.equals(Observation.TABLE)) { // of that one more is said
      notes.add(
          String.format(
              Locale.ROOT,
              "version %d of %s, of which the panel was made, is no longer there: the newest is"
                  + " shown",
              version,
              table));
    }
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
