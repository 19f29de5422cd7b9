package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Expression;
import org.renxing.model.Imputation;
import org.renxing.model.Indicator;
import org.renxing.model.Scenario;

/**
 * Builds the panel of a scenario (methods: panel): the complete grid of units, years and
 * indicators, derived from base observations and imputed.
 *
 * <p>One shuffle by unit serves the pivot, the filter and the windows; the group median adds two.
 */
public final class PanelBuilder {
  private final Scenario scenario;
  private final Map<String, Expression> expressions = new LinkedHashMap<>();
  private final Optional<Expression> filter;

  /**
   * Reads the expressions of the scenario.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public PanelBuilder(Scenario scenario) {
    this.scenario = scenario;
    for (Indicator indicator : scenario.indexSystem().indicators()) {
      expressions.put(indicator.code(), Expression.parse(indicator.expression()));
    }
    String text = scenario.population().filter();
    filter = text.isBlank() ? Optional.empty() : Optional.of(Expression.parse(text));
  }

  /** Codes of the base indicators that the panel needs, the filter's and the deflator included. */
  public Set<String> inputs() {
    Set<String> out = gridInputs();
    scenario.adjustment().prices().ifPresent(prices -> out.add(prices.deflator()));
    return out;
  }

  /**
   * The panel, lazily.
   *
   * @param observations unit_id string, year int, indicator_code string (base), value double; one
   *     row a cell; other units, years and indicators are ignored; null, NaN and infinite are
   *     missing; adjusted already ({@link BaseValues}), and then with {@code cause}
   * @param units unit_id, unique, the fallback group's column, and {@code level} where the scenario
   *     names levels; units outside the scenario's levels and ids are left out here
   */
  public Panel build(Dataset<Row> observations, Dataset<Row> units) {
    Dataset<Row> members = members(observations, units);
    Imputer imputer = new Imputer(scenario.imputation(), scenario.years());
    boolean hasCauses = MissingCauses.has(members, MissingCauses.COLUMN);
    Dataset<Row> cells =
        scenario.imputation().basis() == Imputation.Basis.BASE
            ? imputer.dropIncomplete(
                Derivation.ofImputed(base(members, imputer), expressions, hasCauses))
            : imputer.dropIncomplete(imputer.impute(Derivation.raw(members, expressions)));
    return Panel.of(published(cells), scenario.years().length(), scenario.imputation().cap());
  }

  /**
   * The imputed base indicators of a scenario that imputes these, in the columns of {@link
   * Panel#cells}: what {@link #build} derives from, for those who want to see it.
   */
  public Dataset<Row> imputedBase(Dataset<Row> observations, Dataset<Row> units) {
    return published(
        base(members(observations, units), new Imputer(scenario.imputation(), scenario.years())));
  }

  private Dataset<Row> members(Dataset<Row> observations, Dataset<Row> units) {
    Dataset<Row> wide = new WideBase(scenario).of(observations, population(units), gridInputs());
    return filter.isPresent() ? WideBase.membersOnly(wide, filter.get()) : wide;
  }

  private Dataset<Row> base(Dataset<Row> wide, Imputer imputer) {
    Map<String, Expression> identities = new LinkedHashMap<>();
    derivationInputs().forEach(code -> identities.put(code, Expression.parse("`" + code + "`")));
    return imputer.impute(Derivation.raw(wide, identities));
  }

  private Set<String> gridInputs() {
    Set<String> out = derivationInputs();
    filter.ifPresent(f -> out.addAll(f.inputs()));
    return out;
  }

  private Set<String> derivationInputs() {
    Set<String> out = new LinkedHashSet<>();
    expressions.values().forEach(e -> out.addAll(e.inputs()));
    return out;
  }

  private Dataset<Row> population(Dataset<Row> units) {
    Dataset<Row> out = units;
    if (!scenario.population().levels().isEmpty() && Set.of(units.columns()).contains("level")) {
      out = out.where(col("level").isin(scenario.population().levels().toArray()));
    }
    if (!scenario.population().unitIds().isEmpty()) {
      out = out.where(col("unit_id").isin(scenario.population().unitIds().toArray()));
    }
    return out;
  }

  private static Dataset<Row> published(Dataset<Row> cells) {
    Column method = col("method_order");
    Column name = lit(null).cast("string");
    for (ImputationMethod m : ImputationMethod.values()) {
      name = when(method.equalTo(m.order()), lit(m.text())).otherwise(name);
    }
    return cells.select(
        col("unit_id"),
        col("year"),
        col("indicator_code"),
        col("raw_value"),
        col("value"),
        col("missing_reason"),
        coalesce(method.isNotNull().and(col("value").isNotNull()), lit(false)).as("is_imputed"),
        when(col("value").isNotNull(), name).as("imputation_method"),
        when(col("value").isNotNull().and(method.isNotNull()), col("imputed_from"))
            .as("imputed_from"),
        col("unit_exclusion"));
  }
}
