package org.renxing.jobs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdjustedTest {
  private static final Optional<Double> NONE = Optional.empty();
  private static final Adjusted.PassedOver HUNDRED = part("341400", Optional.of(100.0));

  @Test
  void partsAreAddedAndThenBroughtToOtherPrices() {
    Adjusted merged = new Adjusted(List.of(HUNDRED), Optional.empty(), NONE, Optional.empty());
    assertThat(merged.ofParts(Optional.of(200.0))).contains(300.0);
    assertThat(merged.ofParts(NONE)).isEmpty();
    Adjusted both = adjusted(List.of(HUNDRED), series(true, Optional.of(120.0)));
    assertThat(both.ofParts(Optional.of(200.0))).contains(300.0 * 110 / 120);
  }

  @Test
  void onePartThatIsMissingMakesTheWholeMissing() {
    Adjusted lacksUnit =
        adjusted(List.of(HUNDRED, part("340000", NONE)), series(true, Optional.of(120.0)));
    assertThat(lacksUnit.ofParts(Optional.of(200.0))).isEmpty();
    Adjusted lacksLevel = adjusted(List.of(), series(false, NONE));
    assertThat(lacksLevel.ofParts(Optional.of(200.0))).isEmpty();
  }

  @Test
  void textNamesPartsAndWhatIsMissing() {
    Adjusted made =
        new Adjusted(
            List.of(HUNDRED),
            Optional.of(prices(series(true, Optional.of(120.0)))),
            Optional.of(275.0),
            Optional.empty());
    assertThat(AdjustedText.formula(base(made), made))
        .isEqualTo(
            "gdp = (200 + 100) × 110 ÷ 120 = 275: 巢湖市 341400 passed over (merge of 2011); deflator of 安徽省 340000 (province), 2020 ÷ 2010");
    Adjusted lacksUnit =
        new Adjusted(
            List.of(part("341400", NONE)), Optional.empty(), NONE, Optional.of("MERGE_INCOMPLETE"));
    assertThat(AdjustedText.formula(base(lacksUnit), lacksUnit))
        .startsWith("gdp = 200 + ? = MERGE_INCOMPLETE: 巢湖市");
    assertThat(AdjustedText.sources(base(lacksUnit), lacksUnit).get(0))
        .contains("  gdp of 巢湖市", "no source gives it");
  }

  @Test
  void aNoteSaysWherePartsDoNotMakeThePanelsValue() {
    assertThat(notes(Optional.of(275.0))).isEmpty();
    assertThat(notes(Optional.of(300.0)))
        .singleElement()
        .asString()
        .contains("x1", "gdp", "275", "300");
  }

  private static List<String> notes(Optional<Double> value) {
    Optional<Adjusted.Prices> prices = Optional.of(prices(series(true, Optional.of(120.0))));
    Adjusted adjusted = new Adjusted(List.of(HUNDRED), prices, value, Optional.empty());
    IndicatorTrace indicator =
        new IndicatorTrace(
            "x1",
            "",
            "",
            "s",
            Optional.empty(),
            "",
            "+",
            List.of(base(adjusted)),
            new IndicatorTrace.Derived("gdp", "", value),
            value,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            value,
            new IndicatorTrace.Normalised(
                "none",
                "pooled",
                "",
                1,
                false,
                NONE,
                NONE,
                IndicatorTrace.Setters.NONE,
                IndicatorTrace.Setters.NONE,
                value),
            List.of());
    Trace trace =
        new Trace(
            "r",
            "s",
            "arithmetic",
            new Trace.Unit("340100", "合肥市", Optional.empty(), Optional.empty()),
            2010,
            Optional.empty(),
            List.of(indicator),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Notes().on(trace).notes();
  }

  private static BaseTrace base(Adjusted adjusted) {
    return new BaseTrace(
        "gdp",
        "GDP",
        "10^8 CNY",
        Optional.of(200.0),
        Optional.of(adjusted),
        adjusted.value(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static Adjusted adjusted(List<Adjusted.PassedOver> parts, Adjusted.Series series) {
    return new Adjusted(parts, Optional.of(prices(series)), NONE, Optional.empty());
  }

  private static Adjusted.Prices prices(Adjusted.Series series) {
    return new Adjusted.Prices("deflator", "index", List.of(series));
  }

  private static Adjusted.Series series(boolean isUsed, Optional<Double> given) {
    return new Adjusted.Series(
        "province",
        "340000",
        "安徽省",
        isUsed,
        new Adjusted.Level(2010, given, List.of(), List.of()),
        new Adjusted.Level(2020, Optional.of(110.0), List.of(), List.of()));
  }

  private static Adjusted.PassedOver part(String unit, Optional<Double> value) {
    return new Adjusted.PassedOver(unit, "巢湖市", "merge", 2011, value, List.of(), List.of());
  }
}
