package org.renxing.jobs.gold.panel;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.renxing.measure.Cells.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.index.Magnitude;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.normalisation.ColumnScale;
import org.renxing.normalisation.Normaliser;
import org.renxing.normalisation.ScaleBounds;
import org.renxing.normalisation.Scales;
import org.renxing.panel.BaseMark;
import org.renxing.panel.ImputationMethod;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.UnitPanel;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.indicator_value_unit_year: the panel of a scenario, from raw to normalised. */
public final class IndicatorValue implements GoldTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("indicator_value_unit_year");

  private static final Need<Function<String, Dataset<Row>>> RELEASED = Need.released(TABLE);

  @Override
  public TableSpec spec() {
    TableSpec.Builder values =
        GoldTable.unitYear(
                TABLE.name(), "One row a unit, year and indicator of the scenario's panel")
            .key("indicator_code", Type.STRING, "Indicator; see dim_indicator")
            .optional(
                "raw_value",
                Type.DOUBLE,
                "",
                "Value as derived from base indicators; null = missing. Unit: dim_indicator")
            .optional(
                "missing_reason",
                Type.STRING,
                "",
                "Why raw_value is null: MISSING_INPUT:code, ZERO_DENOMINATOR, OUT_OF_DOMAIN,"
                    + " NO_DEFLATOR:code or MERGE_INCOMPLETE:code")
            .optional(
                "value",
                Type.DOUBLE,
                "",
                "Value after imputation and treatment of outliers. Unit: dim_indicator")
            .optional(
                "normalised",
                Type.DOUBLE,
                "0-1",
                "Comparable value: more is better, 1 is best (0-scale where the scenario says so)")
            .optional(
                "bound_lower",
                Type.DOUBLE,
                "",
                "Lower bound used in normalising; null for methods without bounds")
            .optional(
                "bound_upper",
                Type.DOUBLE,
                "",
                "Upper bound used in normalising; null for methods without bounds");
    // normalised and weighed, larger ones would be 0 or nothing: the run names the rows
    values.check(
        "values are no larger than " + Magnitude.LIMIT,
        "abs(raw_value) <= %1$s AND abs(value) <= %1$s".formatted(Magnitude.LIMIT));
    return GoldTable.end(traced(values));
  }

  /** Adds where the values come from and what was done to them. */
  private static TableSpec.Builder traced(TableSpec.Builder shape) {
    return shape
        .required("is_imputed", Type.BOOLEAN, "", "Whether the value was imputed")
        .optional(
            "imputation_method",
            Type.STRING,
            "",
            "linear, nearest, linear-extrapolate or group-median; null = not imputed")
        .optional(
            "imputed_from",
            Type.STRING,
            "",
            "Years whose values were used (2011,2013), or group and number of units; with the base"
                + " indicator in front where base values were imputed; null = not imputed")
        .optional(
            "adjustment",
            Type.STRING,
            "",
            "merged: totals of units that passed over later are added; deflated: money is in the"
                + " scenario's constant prices; null = neither")
        .required("is_winsorised", Type.BOOLEAN, "", "Whether the value was drawn in to a quantile")
        .optional(
            "source_id",
            Type.STRING,
            "",
            "Sources of the base values, separated by commas; null = none")
        .required(
            "is_corrected",
            Type.BOOLEAN,
            "",
            "Whether a reviewed correction changed a base value; see silver.correction")
        .required("is_suspect", Type.BOOLEAN, "", "Whether a base value is in suspect_value");
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(ScenarioPanel.PANELS, Units.DIRECTORY, RELEASED);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.normalisation();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    PanelGrid grid = PanelKernel.of(scenario).grid();
    Records<UnitPanel> panels =
        given.get(ScenarioPanel.PANELS).where(panel -> panel.exclusion().isEmpty());
    Normaliser normaliser = new Normaliser(scenario.normalisation(), scenario.indexSystem());
    Scales scales = Scales.of(normaliser, grid, panels, frozenBounds(scenario, given));
    UnitDirectory units = given.get(Units.DIRECTORY);
    return given.rows(
        panels,
        grid.size(),
        columns(),
        panel ->
            IntStream.range(0, grid.size())
                .mapToObj(cell -> row(panel, units.name(panel.unitId()), grid, cell, scales))
                .iterator());
  }

  private static Row row(UnitPanel panel, String name, PanelGrid grid, int cell, Scales scales) {
    ColumnScale scale = scales.of(grid.code(cell), grid.year(cell));
    double value = panel.value(cell);
    double treated = scale.treated(value);
    return RowFactory.create(
        panel.unitId(),
        name,
        grid.year(cell),
        grid.code(cell),
        number(panel.rawValue(cell)),
        panel.missingReason(cell).orElse(null),
        number(treated),
        number(scale.normalised(value)),
        number(scale.scaler().lower()),
        number(scale.scaler().upper()),
        panel.method(cell).isPresent(),
        panel.method(cell).map(ImputationMethod::text).orElse(null),
        panel.imputedFrom(cell).orElse(null),
        adjustment(panel, cell),
        treated < value || treated > value,
        panel.sources(cell).orElse(null),
        panel.has(BaseMark.CORRECTED, cell),
        panel.has(BaseMark.DOUBTFUL, cell));
  }

  /** What was done to any of the base values of a cell; null for nothing. */
  private static String adjustment(UnitPanel panel, int cell) {
    boolean isDeflated = panel.has(BaseMark.DEFLATED, cell);
    if (panel.has(BaseMark.MERGED, cell)) {
      return isDeflated ? "merged,deflated" : "merged";
    }
    return isDeflated ? "deflated" : null;
  }

  /** The bounds that an earlier release used. */
  private static Optional<Map<String, ScaleBounds>> frozenBounds(Scenario scenario, Given given) {
    Normalisation normalisation = scenario.normalisation();
    if (normalisation.scope() != Normalisation.Scope.FROZEN) {
      return Optional.empty();
    }
    Map<String, ScaleBounds> out = new TreeMap<>();
    given
        .get(RELEASED)
        .apply(normalisation.frozenRelease().orElseThrow())
        .groupBy("indicator_code")
        .agg(min("bound_lower"), max("bound_upper"))
        .collectAsList()
        .forEach(row -> out.put(row.getString(0), new ScaleBounds(known(row, 1), known(row, 2))));
    return Optional.of(out);
  }

  private static double known(Row row, int place) {
    return row.isNullAt(place) ? Double.NaN : row.getDouble(place);
  }
}
