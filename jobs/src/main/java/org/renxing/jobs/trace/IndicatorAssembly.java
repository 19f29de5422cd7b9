package org.renxing.jobs.trace;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.index.Expression;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Settings;

/**
 * Puts together the way of one indicator's figure.
 *
 * @param adjustment what became of base values before, where the scenario adjusts them
 * @param ofBase how base values were filled in, where the scenario imputes these
 */
record IndicatorAssembly(
    Settings settings,
    SourceEvidence sources,
    Optional<AdjustmentEvidence> adjustment,
    ImputationEvidence ofDerived,
    Optional<ImputationEvidence> ofBase,
    Map<String, Expression> expressions) {

  /** The base values that enter expressions. */
  Map<String, Optional<Double>> baseValues(Collection<String> codes) {
    Map<String, Optional<Double>> out = new LinkedHashMap<>();
    codes.forEach(code -> out.put(code, base(code).value()));
    return out;
  }

  /**
   * One indicator.
   *
   * @param row of gold.dim_indicator
   * @param again values of the expressions, computed again
   */
  IndicatorTrace indicator(
      Fields row, Map<String, Optional<Double>> again, SchemeAssembly schemes, Bounds bounds) {
    String code = row.key("indicator_code");
    Expression expression = expressions.get(code);
    Fields cell = ofDerived.cell(code).orElseGet(() -> row.inside("no such column"));
    List<BaseTrace> base = expression.inputs().stream().map(this::base).toList();
    return new IndicatorTrace(
        code,
        row.key("name_zh"),
        row.key("name_en"),
        row.key("system"),
        row.text("criterion"),
        row.key("unit_of_measure"),
        row.key("direction"),
        base,
        new IndicatorTrace.Derived(
            expression.toString(),
            Formula.filledIn(expression.toString(), baseValues(expression.inputs())),
            again.get(code)),
        cell.number("raw_value"),
        cell.text("missing_reason"),
        ofBase.isPresent() ? Optional.empty() : ofDerived.imputed(code),
        cell.text("imputation_method"),
        cell.is("is_suspect"),
        cell.is("is_winsorised"),
        cell.number("value"),
        bounds.of(cell),
        schemes.weights(code, row.key("system")));
  }

  private BaseTrace base(String code) {
    String unit = ofDerived.unit().unitId();
    int year = ofDerived.year();
    Optional<Double> observed = sources.observed(unit, year, code);
    Optional<Adjusted> adjusted = adjustment.flatMap(a -> a.of(code, sources));
    Optional<Double> given = adjusted.isPresent() ? adjusted.get().value() : observed;
    BaseIndicator indicator =
        Optional.ofNullable(settings.baseIndicators().get(code))
            .orElseGet(
                () ->
                    new BaseIndicator(
                        code, "", "", "", false, Optional.empty(), Optional.empty(), false));
    return new BaseTrace(
        code,
        indicator.nameEn(),
        indicator.unitOfMeasure(),
        observed,
        adjusted,
        ofBase.isEmpty() ? given : ofBase.get().cell(code).flatMap(c -> c.number("value")),
        ofBase.flatMap(e -> e.imputed(code)),
        sources.sources(unit, year, code),
        sources.setAside(unit, year, code));
  }
}
