package org.renxing.jobs.trace;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Expression;
import org.renxing.jobs.gold.panel.ImputedBase;
import org.renxing.jobs.gold.panel.IndicatorValue;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.Imputation;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.run.Inputs;

/**
 * Follows published figures back to their sources. Gold is read at the versions of the release,
 * silver at the version that the panel was made from, methods from the configuration as it is now.
 */
public final class Tracer {
  private final Lake lake;
  private final Settings settings;

  public Tracer(Lake lake, Settings settings) {
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * The way of the figures that a query means: a handful of Spark jobs, whatever the number of
   * indicators.
   *
   * @throws RenxingException USAGE where release, scenario, year, unit or indicator are not there
   */
  public Trace trace(TraceQuery query) {
    Target target = Target.of(lake, settings, query);
    Scenario scenario = target.scenario();
    GoldEvidence evidence = new GoldEvidence(lake, target.release(), scenario);
    Dataset<Row> dimension =
        evidence.table(GoldEvidence.UNITS).orElseThrow(() -> missing(target.release().id()));
    Trace.Unit unit =
        new UnitFinder(lake, dimension, scenario.id(), query.unit()).find(query.year());
    CollectedRows gold = evidence.read(unit.unitId(), query.year());
    List<String> codes = codes(gold, query, scenario);
    Optional<Trace.Exclusion> exclusion =
        gold.rows("exclusion").stream().findFirst().map(Tracer::exclusion);
    List<Fields> cells =
        gold.rows("value").stream().filter(v -> v.count("year") == query.year()).toList();
    if (cells.isEmpty() && exclusion.isEmpty()) {
      throw usage(
          String.format(
              Locale.ROOT,
              "unit %s: not in the panel of scenario %s, nor among those left out of it: in %d it"
                  + " is not of the scenario's population (levels %s, ids %s, filter '%s')",
              unit,
              scenario.id(),
              scenario.years().last(),
              scenario.population().levels(),
              scenario.population().unitIds(),
              scenario.population().filter()));
    }
    Notes notes = new Notes();
    List<IndicatorTrace> indicators =
        cells.isEmpty()
            ? List.of()
            : indicators(new Cell(scenario, unit, query.year()), evidence, gold, codes, notes);
    SchemeAssembly schemes = new SchemeAssembly(scenario, gold, normalised(cells));
    Trace trace =
        new Trace(
            target.release().id(),
            scenario.id(),
            scenario.aggregation().name().toLowerCase(Locale.ROOT),
            unit,
            query.year(),
            exclusion,
            indicators,
            cells.isEmpty() ? List.of() : schemes.schemes(),
            schemes.couplings(),
            gold.rows("suspect").stream().map(Fields::asMap).toList(),
            List.of());
    return notes.on(trace);
  }

  /** What is traced: a unit and year of a scenario. */
  private record Cell(Scenario scenario, Trace.Unit unit, int year) {}

  private List<IndicatorTrace> indicators(
      Cell cell, GoldEvidence evidence, CollectedRows gold, List<String> codes, Notes notes) {
    Map<String, Expression> expressions = new LinkedHashMap<>();
    Set<String> base = new LinkedHashSet<>();
    for (Fields row : gold.rows("indicator")) {
      if (codes.contains(row.key("indicator_code"))) {
        Expression expression = Expression.parse(row.key("expression"));
        expressions.put(row.key("indicator_code"), expression);
        base.addAll(expression.inputs());
      }
    }
    MadeFrom silver = MadeFrom.of(lake, gold, notes);
    Optional<AdjustmentEvidence> adjustment = adjustment(cell, silver, base);
    Column own = SourceEvidence.cells(cell.unit().unitId(), cell.year(), base);
    Column wanted = adjustment.map(a -> own.or(a.parts())).orElse(own);
    SourceEvidence sources = new SourceEvidence(lake, settings, silver.observations(), wanted);
    boolean isBase = cell.scenario().imputation().basis() == Imputation.Basis.BASE;
    Dataset<Row> dimension = evidence.table(GoldEvidence.UNITS).orElseThrow();
    Optional<ImputationEvidence> ofBase =
        isBase ? Optional.of(ofBase(cell, silver.inputs(), dimension, base)) : Optional.empty();
    Dataset<Row> values = evidence.table(IndicatorValue.TABLE).orElseThrow();
    ImputationEvidence ofDerived = ofDerived(cell, gold, values, dimension, codes);
    IndicatorAssembly assembly =
        new IndicatorAssembly(settings, sources, adjustment, ofDerived, ofBase, expressions);
    Map<String, Optional<Double>> again = Formula.values(expressions, assembly.baseValues(base));
    SchemeAssembly schemes = new SchemeAssembly(cell.scenario(), gold, normalised(ofDerived));
    Bounds bounds = new Bounds(cell.scenario(), gold, cell.year());
    List<IndicatorTrace> out = new ArrayList<>();
    for (Fields row : gold.rows("indicator")) {
      if (expressions.containsKey(row.key("indicator_code"))) {
        out.add(assembly.indicator(row, again, schemes, bounds));
      }
    }
    return out;
  }

  /** What became of base values, where the scenario adjusts them. */
  private static Optional<AdjustmentEvidence> adjustment(
      Cell cell, MadeFrom silver, Collection<String> codes) {
    return cell.scenario().adjustment().isNone()
        ? Optional.empty()
        : Optional.of(
            new AdjustmentEvidence(
                cell.scenario(), silver.inputs(), cell.unit(), cell.year(), codes));
  }

  /** The unit's own cells of gold, and those of its group where it took the group's median. */
  private static ImputationEvidence ofDerived(
      Cell cell,
      CollectedRows gold,
      Dataset<Row> values,
      Dataset<Row> dimension,
      List<String> codes) {
    List<String> byGroup =
        gold.rows("value").stream()
            .filter(v -> v.count("year") == cell.year())
            .filter(v -> v.key("imputation_method").equals(Imputed.GROUP_MEDIAN))
            .map(v -> v.key("indicator_code"))
            .filter(codes::contains)
            .toList();
    boolean isOwn = cell.scenario().imputation().basis() == Imputation.Basis.DERIVED;
    CollectedRows members = new CollectedRows();
    if (isOwn && !byGroup.isEmpty()) {
      members.add(
          "member",
          ImputationEvidence.members(
              cell.scenario(), values, dimension, cell.unit(), cell.year(), byGroup));
    }
    return evidence(cell, gold.rows("value"), members.read().rows("member"));
  }

  /** Base values filled in again as the panel does it: no table keeps them. */
  private static ImputationEvidence ofBase(
      Cell cell, Inputs silver, Dataset<Row> dimension, Collection<String> codes) {
    Dataset<Row> filled = ImputedBase.of(cell.scenario(), silver);
    CollectedRows found =
        new CollectedRows().add("own", filled.where(col("unit_id").equalTo(cell.unit().unitId())));
    if (cell.scenario().imputation().fallback() == Imputation.Fallback.GROUP_MEDIAN) {
      found.add(
          "member",
          ImputationEvidence.members(
              cell.scenario(), filled, dimension, cell.unit(), cell.year(), codes));
    }
    found.read();
    silver.release();
    return evidence(cell, found.rows("own"), found.rows("member"));
  }

  private static ImputationEvidence evidence(Cell cell, List<Fields> own, List<Fields> members) {
    String column = cell.scenario().imputation().fallbackGroup();
    return new ImputationEvidence(cell.unit(), cell.year(), column, own, members);
  }

  private static List<String> codes(CollectedRows gold, TraceQuery query, Scenario scenario) {
    List<String> all = gold.rows("indicator").stream().map(i -> i.key("indicator_code")).toList();
    query
        .indicator()
        .filter(code -> !all.contains(code))
        .ifPresent(
            code -> {
              throw usage(
                  "indicator '%s': none of scenario %s, which has %s"
                      .formatted(code, scenario.id(), all));
            });
    return query.indicator().map(List::of).orElse(all);
  }

  private static Map<String, Optional<Double>> normalised(List<Fields> cells) {
    Map<String, Optional<Double>> out = new LinkedHashMap<>();
    cells.forEach(c -> out.put(c.key("indicator_code"), c.number("normalised")));
    return out;
  }

  private static Map<String, Optional<Double>> normalised(ImputationEvidence evidence) {
    return normalised(
        evidence.own().stream().filter(v -> v.count("year") == evidence.year()).toList());
  }

  private static Trace.Exclusion exclusion(Fields row) {
    return new Trace.Exclusion(
        row.key("reason"),
        row.key("indicator_code"),
        row.whole("missing_years").orElse(0),
        row.number("missing_share").orElse(0.0),
        row.key("detail"));
  }

  private static RenxingException missing(String release) {
    return usage(
        "release %s: holds no %s; run bin/renxing nightly".formatted(release, GoldEvidence.UNITS));
  }

  private static RenxingException usage(String message) {
    return new RenxingException(ErrorCode.USAGE, message);
  }
}
