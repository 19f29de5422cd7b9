package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.PlannedTask;

/**
 * gold.reproduction: what sources print, and ours beside it wherever the data allow. A figure
 * belongs to the scenario that asks for the same; those that none of the run asks for stand under
 * {@code all}.
 */
public final class Reproduction implements PlannedTask {
  private static final TableName TABLE = TableName.gold("reproduction");
  private static final String UNITS_OF = "Q|refs 14-15|";
  private static final String UNIT_FIGURE = "change of resident population 2010-2020, %";
  private static final StructType PRINTED =
      StructType.fromDDL(
          "source string, place string, figure string, printed string, unit string,"
              + " `values` array<double>, tolerances array<double>, is_fact boolean, note string,"
              + " why_not string, key string");

  private final List<PublishedFigure> figures;
  private final Map<TableName, Set<String>> made;
  private final Set<String> scenarios;
  private final boolean isSimulated;
  private final Map<String, ReproducedFigure> registry = new LinkedHashMap<>();

  /**
   * The table.
   *
   * @param made the gold tables of the run, and their scenarios
   * @param scenarios of the run
   * @param isSimulated whether figures of sources are made up, so that none can agree
   */
  public Reproduction(
      List<PublishedFigure> figures,
      Map<TableName, Set<String>> made,
      Set<String> scenarios,
      boolean isSimulated) {
    this.figures = List.copyOf(figures);
    this.made = Map.copyOf(made);
    this.scenarios = Set.copyOf(scenarios);
    this.isSimulated = isSimulated;
    ReproducedFigure.all().forEach(one -> registry.put(one.key(), one));
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                TABLE.name(),
                "One row a figure that a source prints, or the evidence of a unit for one")
            .key("source", Type.STRING, "Text that prints it: R, C, Q, X; see docs/methods")
            .key("place", Type.STRING, "Where in it; unit CODE for the evidence of a unit")
            .key("figure", Type.STRING, "What it is")
            .optional("printed", Type.STRING, "", "As printed; null for the evidence of a unit")
            .optional("unit", Type.STRING, "", "Unit of measure, as printed")
            .optional(
                "ours",
                Type.STRING,
                "",
                "What this run gives, rounded to four decimals; null = see reason")
            .optional(
                "agrees",
                Type.BOOLEAN,
                "",
                "Whether each number is within the tolerance of"
                    + " conf/reference/published_figures.csv; null = not compared")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is none of ours, why it is not compared, or why it differs"));
  }

  @Override
  public List<TableName> inputs() {
    Set<String> names = new TreeSet<>();
    List<TableName> out = new ArrayList<>();
    for (ReproducedFigure one : registry.values()) {
      if (made.containsKey(one.table()) && names.add(one.table().toString())) {
        out.add(one.table());
      }
    }
    out.add(DimUnit.TABLE);
    return out;
  }

  @Override
  public List<String> parts() {
    Set<String> out = new TreeSet<>();
    figures.forEach(figure -> out.add(part(figure)));
    return List.copyOf(out);
  }

  @Override
  public String configuration(String part) {
    return figures.stream().filter(figure -> part(figure).equals(part)).toList()
        + registry.toString()
        + isSimulated
        + texts(made);
  }

  private static Map<String, String> texts(Map<TableName, Set<String>> made) {
    Map<String, String> out = new TreeMap<>();
    made.forEach((table, parts) -> out.put(table.toString(), new TreeSet<>(parts).toString()));
    return out;
  }

  private String part(PublishedFigure figure) {
    return scenarios.contains(figure.scenario()) ? figure.scenario() : TableState.WHOLE;
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    List<Row> rows = new ArrayList<>();
    List<ReproducedFigure> computed = new ArrayList<>();
    for (PublishedFigure figure : figures) {
      if (part(figure).equals(part)) {
        rows.add(row(figure, part));
        if (isMade(figure, part)) {
          computed.add(registry.get(figure.key()));
        }
      }
    }
    Dataset<Row> printed = inputs.spark().createDataFrame(rows, PRINTED).coalesce(1);
    Dataset<Row> compared = FigureComparison.of(printed, ours(part, computed, inputs), isSimulated);
    boolean hasUnits = computed.stream().anyMatch(one -> one.key().startsWith(UNITS_OF));
    Dataset<Row> all = hasUnits ? compared.unionByName(units(part, inputs)) : compared;
    return all.withColumn("scenario_id", lit(part));
  }

  private boolean isMade(PublishedFigure figure, String part) {
    ReproducedFigure one = registry.get(figure.key());
    return one != null && made.getOrDefault(one.table(), Set.of()).contains(part);
  }

  private Row row(PublishedFigure figure, String part) {
    ReproducedFigure one = registry.get(figure.key());
    String whyNot = figure.whyNot();
    if (part.equals(TableState.WHOLE) && !figure.scenario().isEmpty()) {
      whyNot = "scenario " + figure.scenario() + " is not in this run";
    } else if (one != null && !isMade(figure, part)) {
      whyNot = one.table() + " is not made for the scenario";
    }
    return RowFactory.create(
        figure.source(),
        figure.place(),
        figure.figure(),
        figure.printed(),
        figure.unit(),
        figure.values().toArray(),
        figure.tolerances().toArray(),
        one != null && one.isFact(),
        figure.note(),
        whyNot,
        figure.key());
  }

  /** One pass a table: key, numbers, text. */
  private static Dataset<Row> ours(String part, List<ReproducedFigure> figures, Inputs inputs) {
    Map<TableName, List<Column>> byTable = new LinkedHashMap<>();
    for (ReproducedFigure one : figures) {
      Column[] texts =
          one.numbers().stream()
              .map(text -> expr("CAST(" + text + " AS STRING)"))
              .toArray(Column[]::new);
      byTable
          .computeIfAbsent(one.table(), table -> new ArrayList<>())
          .add(struct(lit(one.key()).as("key"), array(texts).as("ours")));
    }
    Dataset<Row> out =
        inputs
            .spark()
            .createDataFrame(List.of(), StructType.fromDDL("key string, ours array<string>"));
    for (Map.Entry<TableName, List<Column>> table : byTable.entrySet()) {
      Dataset<Row> one =
          inputs
              .read(table.getKey(), part)
              .agg(array(table.getValue().toArray(Column[]::new)).as("figures"))
              .select(inline(col("figures")));
      out = out.unionByName(one);
    }
    return out;
  }

  /** The evidence by unit: the resource-based prefectures, with their change of population. */
  private static Dataset<Row> units(String part, Inputs inputs) {
    Dataset<Row> changes =
        inputs
            .read(ShrinkageUnit.TABLE, part)
            .where("year_from = 2010 AND year_to = 2020")
            .select(
                col("unit_id"),
                col("comparable_change_pct").as("change"),
                col("is_shrinking"),
                col("reason").as("why"));
    Column verdict = when(col("is_shrinking"), " shrinking").otherwise(" not shrinking");
    Column ended = concat(lit("UNIT_ENDED: went to "), col("successor_id"));
    return Units.newest(inputs)
        .where("is_resource_based AND life_cycle IS NOT NULL")
        .join(broadcast(changes), Columns.named("unit_id"), "left")
        .select(
            lit("Q").as("source"),
            concat(lit("unit "), col("unit_id")).as("place"),
            lit(UNIT_FIGURE).as("figure"),
            lit(null).cast("string").as("printed"),
            lit("%").as("unit"),
            concat(round(col("change"), 4).cast("string"), verdict).as("ours"),
            lit(null).cast("boolean").as("agrees"),
            when(col("successor_id").isNotNull(), ended)
                .when(col("is_shrinking").isNull(), col("why"))
                .otherwise(
                    concat(
                        col("name_zh"),
                        lit(", "),
                        col("life_cycle"),
                        lit("; no list of units is printed")))
                .as("reason"));
  }
}
