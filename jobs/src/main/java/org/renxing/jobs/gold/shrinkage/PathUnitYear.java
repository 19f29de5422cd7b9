package org.renxing.jobs.gold.shrinkage;

import static org.renxing.measure.Cells.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.model.UnitRules;
import org.renxing.path.PathDecision;
import org.renxing.path.PathRules;
import org.renxing.path.UnitEvidence;
import org.renxing.run.Given;
import org.renxing.shrinkage.UnitSpan;
import org.renxing.territory.UnitDirectory;

/** gold.path_unit_year: the path that the evidence suggests, with the rules that say so. */
public final class PathUnitYear extends SpanTable {
  private final UnitRules rules;

  public PathUnitYear(UnitRules rules) {
    super(rules);
    this.rules = rules;
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.unitYear(
                "path_unit_year", "One row a unit and year that has a year to compare with")
            .required("year_from", Type.INT, "", "Year since which changes count")
            .required(
                "path", Type.STRING, "", "growth (by efficiency), smart_shrinkage or undetermined")
            .optional("decided_by", Type.STRING, "", "Rule that decided; null where undetermined")
            .required(
                "rules_fired", Type.STRING, "", "Rules that hold, in their order; empty = none")
            .required(
                "rules_unknown", Type.STRING, "", "Rules whose evidence is missing; empty = none")
            .required(
                "evidence",
                Type.STRING,
                "",
                "What the rules ask for, as far as it is known, rounded to four decimals; truth is"
                    + " 1.0")
            .optional("missing_evidence", Type.STRING, "", "What the unknown rules lack")
            .optional(
                "reason", Type.STRING, "", "Why undetermined: MISSING_EVIDENCE or NO_RULE_HOLDS")
            .check(
                "the path is one of three", "path IN ('growth', 'smart_shrinkage', 'undetermined')")
            .check("a path has a rule", "path = 'undetermined' OR decided_by IS NOT NULL");
    return GoldTable.end(
        ComparedPrices.optional(shape, "the growth of GDP and the double decline in the evidence"));
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !rules.path().rules().isEmpty()
        && super.appliesTo(scenario)
        && !spans().judged(scenario).isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return rules.path();
  }

  @Override
  public List<Statistic> comparedMoney(Scenario scenario) {
    return ComparedPrices.output(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    PathRules path = new PathRules(rules.path());
    UnitDirectory units = given.get(Units.DIRECTORY);
    String prices = ComparedPrices.text(scenario, this);
    return rows(
        spans().of(given, spans().judged(scenario)),
        unit -> List.of(row(unit, path, prices, units)).iterator());
  }

  private static Row row(UnitSpan unit, PathRules path, String prices, UnitDirectory units) {
    PathDecision decision = path.decide(UnitEvidence.of(unit, units.find(unit.unitId())));
    return RowFactory.create(
        unit.unitId(),
        units.name(unit.unitId()),
        unit.span().to(),
        unit.span().from(),
        decision.path(),
        text(decision.decidedBy()),
        decision.fired(),
        decision.unknown(),
        decision.evidence(),
        text(decision.missing()),
        text(decision.reason()),
        text(prices));
  }
}
