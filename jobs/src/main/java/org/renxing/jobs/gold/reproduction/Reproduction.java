package org.renxing.jobs.gold.reproduction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.shrinkage.ShrinkageUnit;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;
import org.renxing.territory.UnitDirectory;

/**
 * gold.reproduction: what sources print, and ours beside it wherever the data allow. A figure
 * belongs to the scenario that asks for the same; those that none of the run asks for stand under
 * {@code all}.
 */
public final class Reproduction implements TableTask {
  private static final TableName TABLE = TableName.gold("reproduction");
  private static final String UNITS_OF = "Q|refs 14-15|";
  private static final String UNIT_FIGURE = "change of resident population 2010-2020, %";
  private static final List<String> CHANGE =
      List.of("unit_id", "year_from", "year_to", "comparable_change_pct", "is_shrinking", "reason");
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
            .key(
                "source",
                Type.STRING,
                "Text that prints it: R, C, Q, X, S; see docs/sources-of-methods.md")
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
    out.addAll(Units.DIRECTORY.tables());
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
  public TableRows rows(String part, Inputs inputs) {
    List<PublishedFigure> printed =
        figures.stream().filter(figure -> part(figure).equals(part)).toList();
    List<ReproducedFigure> computed =
        printed.stream()
            .filter(figure -> isMade(figure, part))
            .map(figure -> registry.get(figure.key()))
            .toList();
    Map<String, List<Optional<String>>> ours = ours(part, computed, inputs);
    List<Row> rows = new ArrayList<>();
    printed.forEach(
        figure -> rows.add(row(figure, part, ours.getOrDefault(figure.key(), List.of()))));
    if (computed.stream().anyMatch(one -> one.key().startsWith(UNITS_OF))) {
      addUnits(part, inputs, rows);
    }
    return new TableRows.Held(TableShape.of(spec(), "run_id"), rows);
  }

  private boolean isMade(PublishedFigure figure, String part) {
    ReproducedFigure one = registry.get(figure.key());
    return one != null && made.getOrDefault(one.table(), Set.of()).contains(part);
  }

  private Row row(PublishedFigure figure, String part, List<Optional<String>> ours) {
    ReproducedFigure one = registry.get(figure.key());
    String whyNot = figure.whyNot();
    if (part.equals(TableState.WHOLE) && !figure.scenario().isEmpty()) {
      whyNot = "scenario " + figure.scenario() + " is not in this run";
    } else if (one != null && !isMade(figure, part)) {
      whyNot = one.table() + " is not made for the scenario";
    }
    boolean isFact = one != null && one.isFact();
    FigureComparison compared = FigureComparison.of(figure, whyNot, ours, isSimulated && !isFact);
    return RowFactory.create(
        part,
        figure.source(),
        figure.place(),
        figure.figure(),
        figure.printed(),
        Cells.text(figure.unit()),
        compared.ours().orElse(null),
        compared.agrees().orElse(null),
        compared.reason().orElse(null));
  }

  /** The computed texts by key of their figure; one pass a table. */
  private static Map<String, List<Optional<String>>> ours(
      String part, List<ReproducedFigure> figures, Inputs inputs) {
    Map<TableName, List<ReproducedFigure>> byTable = new LinkedHashMap<>();
    figures.forEach(
        one -> byTable.computeIfAbsent(one.table(), table -> new ArrayList<>()).add(one));
    Map<String, List<Optional<String>>> out = new HashMap<>();
    byTable.forEach(
        (table, own) -> {
          List<Aggregate> all =
              own.stream().flatMap(one -> one.numbers().stream()).flatMap(List::stream).toList();
          List<String> columns = all.stream().flatMap(Aggregate::columns).distinct().toList();
          Aggregation found =
              inputs
                  .records(Aggregate.Line.of(table, columns), part)
                  .reduce(() -> new Aggregation(all));
          own.forEach(
              one ->
                  out.put(
                      one.key(), one.numbers().stream().map(terms -> sum(found, terms)).toList()));
        });
    return out;
  }

  /** The sum of numbers, or the one text. */
  private static Optional<String> sum(Aggregation found, List<Aggregate> terms) {
    List<Optional<String>> texts = terms.stream().map(found::text).toList();
    if (texts.size() == 1 || texts.contains(Optional.<String>empty())) {
      return texts.size() == 1 ? texts.get(0) : Optional.empty();
    }
    double sum = texts.stream().mapToDouble(text -> Double.parseDouble(text.orElseThrow())).sum();
    return Optional.of(String.valueOf(sum));
  }

  /** Adds the evidence by unit: the resource-based prefectures, with their change of population. */
  private static void addUnits(String part, Inputs inputs, List<Row> rows) {
    Map<String, Aggregate.Line> changes = new HashMap<>();
    inputs
        .records(Aggregate.Line.of(ShrinkageUnit.TABLE, CHANGE), part)
        .where(line -> line.number("year_from") == 2010 && line.number("year_to") == 2020)
        .list()
        .forEach(line -> changes.put(line.text("unit_id").orElseThrow(), line));
    for (UnitDirectory.Unit unit : Units.DIRECTORY.from(inputs).all()) {
      if (unit.attribute("is_resource_based").equals(Optional.of("true"))
          && unit.attribute("life_cycle").isPresent()) {
        rows.add(row(part, unit, changes.getOrDefault(unit.id(), new Aggregate.Line(Map.of()))));
      }
    }
  }

  private static Row row(String part, UnitDirectory.Unit unit, Aggregate.Line change) {
    Optional<String> isShrinking = change.text("is_shrinking");
    String verdict = isShrinking.equals(Optional.of("true")) ? " shrinking" : " not shrinking";
    Optional<String> listed =
        unit.attribute("life_cycle")
            .map(stage -> unit.name() + ", " + stage + "; no list of units is printed");
    Optional<String> ended =
        unit.attribute("successor_id").map(successor -> "UNIT_ENDED: went to " + successor);
    return RowFactory.create(
        part,
        "Q",
        "unit " + unit.id(),
        UNIT_FIGURE,
        null,
        "%",
        change
            .text("comparable_change_pct")
            .map(text -> FigureComparison.rounded(Double.parseDouble(text)) + verdict)
            .orElse(null),
        null,
        ended.or(() -> isShrinking.isEmpty() ? change.text("reason") : listed).orElse(null));
  }
}
