package org.renxing.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.gold.DataDictionary;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSession;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** A lake of two small tables and their dictionary, with as many releases as a test publishes. */
public final class TinyLake {
  /** By scenario. */
  public static final TableSpec SCORES =
      TableSpec.of(TableName.gold("scores"), "One row a unit and year")
          .key("scenario_id", Type.STRING, "Scenario")
          .key("unit_id", Type.STRING, "Unit")
          .key("year", Type.INT, "Year")
          .optional("score", Type.DOUBLE, "", "Score")
          .optional("level", Type.STRING, "", "Level")
          .required("run_id", Type.STRING, "", "Run")
          .build();

  /** The same for all scenarios. */
  public static final TableSpec PLACES =
      TableSpec.of(TableName.gold("places"), "One row a place")
          .key("unit_id", Type.STRING, "Unit")
          .optional("households", Type.LONG, "", "Households")
          .optional("is_coastal", Type.BOOLEAN, "", "Whether it lies by the sea")
          .optional("seen_at", Type.TIMESTAMP, "", "When it was seen")
          .required("run_id", Type.STRING, "", "Run")
          .build();

  private final Lake lake;
  private final Map<TableSpec, List<Row>> tables = new LinkedHashMap<>();

  public TinyLake(SparkSession spark, Path root) {
    this.lake = new Lake(spark, root.toString());
  }

  /** The lake, with a session. */
  public Lake lake() {
    return lake;
  }

  /** The same lake for those who may not start a session. */
  public Lake withoutSession() {
    return new Lake(
        () -> {
          throw new AssertionError("a session was started");
        },
        LakeSession.hadoop(Map.of()),
        lake.root(),
        lake.mostLocal());
  }

  /** What the next release is to hold of a table: rows without their run. */
  public TinyLake with(TableSpec spec, Object[]... rows) {
    without(spec);
    tables.put(spec, Arrays.stream(rows).map(RowFactory::create).toList());
    return this;
  }

  /** Takes a table, in whatever columns, out of the next release. */
  public TinyLake without(TableSpec spec) {
    tables.keySet().removeIf(other -> other.name().equals(spec.name()));
    return this;
  }

  /** Writes the tables and publishes them. */
  public String publish(String runId) {
    List<Releases.Entry> entries = new ArrayList<>();
    List<TableSpec> specs = List.copyOf(tables.keySet());
    tables.forEach((spec, rows) -> entries.addAll(write(spec, rows, runId)));
    DataDictionary dictionary = new DataDictionary(specs);
    List<Row> described = ((TableRows.Held) dictionary.rows("all", new Inputs(lake))).rows();
    entries.addAll(write(dictionary.spec(), described, runId));
    return new Releases(lake).publish(entries, false, "v1", runId).releaseId();
  }

  private List<Releases.Entry> write(TableSpec spec, List<Row> rows, String runId) {
    Map<String, List<Row>> byPart = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byPart
                .computeIfAbsent(
                    spec.isByScenario() ? row.getString(0) : TableState.WHOLE,
                    part -> new ArrayList<>())
                .add(row));
    Map<String, Lake.Part> parts = new LinkedHashMap<>();
    byPart.forEach(
        (part, own) ->
            parts.put(
                part, new Lake.Part(new TableRows.Held(TableShape.of(spec, "run_id"), own), "")));
    TableState state = lake.write(spec, parts, Map.of(), runId, Map::of).state();
    String manifest = Objects.requireNonNull(lake.manifest(spec.name(), state.version()));
    List<Releases.Entry> out = new ArrayList<>();
    state
        .parts()
        .forEach(
            (key, part) ->
                out.add(
                    new Releases.Entry(
                        spec.name(),
                        key,
                        state.version(),
                        part.contentHash(),
                        part.rows(),
                        manifest)));
    return out;
  }
}
