package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.renxing.carbon.UnitEmissions.DriverYear;
import org.renxing.numerics.Truth;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Series;

class DecouplingTest {
  /** A year of a unit beside a driver. */
  private record Figures(String driver, String unit, DriverYear year) {}

  /** Emissions and driver start at 1000: change of emissions, change of the driver, state. */
  private static final Object[][] STATES = {
    {-0.01, 0.1, "strong decoupling"},
    {0.0, 0.1, "weak decoupling"},
    {0.0799, 0.1, "weak decoupling"},
    {0.08, 0.1, "expansive coupling"},
    {0.12, 0.1, "expansive coupling"},
    {0.1201, 0.1, "expansive negative decoupling"},
    {0.01, -0.1, "strong negative decoupling"},
    {0.0, -0.1, "weak negative decoupling"},
    {-0.0799, -0.1, "weak negative decoupling"},
    {-0.08, -0.1, "recessive coupling"},
    {-0.12, -0.1, "recessive coupling"},
    {-0.1201, -0.1, "recessive decoupling"},
    {0.1, 0.0, ""},
    {0.0, 0.0, ""}
  };

  private static final CarbonBases BASES =
      new CarbonBases(
          Set.of(Basis.AS_REPORTED),
          Map.of(
              CarbonBases.GDP, Set.of(Basis.AS_REPORTED),
              CarbonBases.RESILIENCE, Set.of(Basis.AS_REPORTED)));

  @Test
  void eachStateOfTapioAndItsEdges() {
    List<Figures> rows = new ArrayList<>();
    for (int i = 0; i < STATES.length; i++) {
      String unit = "u" + i;
      rows.add(row("gdp", unit, 2010, 1000.0, 1000.0));
      double emission = (Double) STATES[i][0];
      double driver = (Double) STATES[i][1];
      rows.add(row("gdp", unit, 2011, 1000 * (1 + emission), 1000 * (1 + driver)));
    }
    Map<String, DecouplingSpan> out = Series.by(decoupled(rows, 5), DecouplingSpan::unitId);
    for (int i = 0; i < STATES.length; i++) {
      DecouplingSpan row = out.get("u" + i);
      assertThat(row.state()).as("case " + i).isEqualTo(STATES[i][2]);
      assertThat(row.reason()).isEqualTo(STATES[i][2].equals("") ? "DRIVER_UNCHANGED" : "");
      assertThat(row.isWhole()).isTrue();
    }
    assertThat(out.get("u8").elasticity()).isCloseTo(0.799, within(1e-9));
  }

  @Test
  void yearlyStepsAndTheWholeSpanWithReasonsAndPeaks() {
    List<Figures> rows = new ArrayList<>();
    series(rows, "peaked", 100.0, 150.0, 140.0, 120.0);
    series(rows, "rising", 100.0, 110.0, 120.0, 130.0);
    series(rows, "tie", 100.0, 150.0, 120.0, 150.0);
    series(rows, "gap", 100.0, null, 120.0, 110.0);
    series(rows, "zero", 0.0, 50.0, 60.0, 70.0);
    Map<String, DecouplingSpan> out =
        Series.by(decoupled(rows, 2), s -> s.unitId() + "/" + years(s));
    assertThat(out).hasSize(20);
    DecouplingSpan whole = out.get("peaked/2010/2013");
    // emissions +20 %, driver 100 to 130
    assertThat(whole.changeEmission()).isCloseTo(0.2, within(1e-12));
    assertThat(whole.elasticity()).isCloseTo(0.2 / 0.3, within(1e-12));
    assertThat(whole.state()).isEqualTo("weak decoupling");
    assertThat(whole.peakYear()).isEqualTo(2011);
    assertThat(whole.hasPeaked()).isEqualTo(Truth.TRUE);
    assertThat(out.get("peaked/2011/2012").state()).isEqualTo("strong decoupling");
    assertThat(out.get("peaked/2011/2012").hasPeaked()).isEqualTo(Truth.UNKNOWN);
    assertThat(out.get("rising/2010/2013").hasPeaked()).isEqualTo(Truth.FALSE);
    assertThat(out.get("tie/2010/2013").peakYear()).isEqualTo(2013);
    assertThat(out.get("tie/2010/2013").hasPeaked()).isEqualTo(Truth.FALSE);
    assertThat(out.get("gap/2010/2013").hasPeaked()).isEqualTo(Truth.UNKNOWN);
    assertThat(out.get("gap/2010/2013").state()).isEqualTo("weak decoupling");
    assertThat(out.get("gap/2010/2011").reason()).isEqualTo("MISSING_EMISSIONS");
    assertThat(out.get("zero/2010/2011").reason()).isEqualTo("BASE_NOT_POSITIVE");
    assertThat(out.get("zero/2010/2011").state()).isEmpty();
  }

  @Test
  void theNoiseOfRoundingIsNoChange() {
    // 0.1 + 0.2 is not 0.3, and 1000 · 1.1 not 1100: differences of one part in 10^16
    double noisy = 1000 * (0.1 + 0.2);
    Map<String, DecouplingSpan> out =
        Series.by(
            decoupled(
                List.of(
                    row("gdp", "driver", 2010, 100.0, 300.0),
                    row("gdp", "driver", 2011, 110.0, noisy),
                    row("gdp", "emissions", 2010, 300.0, 100.0),
                    row("gdp", "emissions", 2011, noisy, 90.0),
                    row("gdp", "small", 2010, 300.0, 100.0),
                    row("gdp", "small", 2011, 300.0 * (1 - 1e-11), 110.0)),
                5),
            DecouplingSpan::unitId);
    assertThat(noisy).isNotEqualTo(300.0);
    assertThat(out.get("driver").reason()).isEqualTo("DRIVER_UNCHANGED");
    assertThat(out.get("emissions").changeEmission()).isZero();
    assertThat(out.get("emissions").state()).isEqualTo("weak negative decoupling");
    // a change of one part in 10^11 is one
    assertThat(out.get("small").state()).isEqualTo("strong decoupling");
  }

  @Test
  void aCountyThatIsLostIsNoDecoupling() {
    List<Figures> rows = new ArrayList<>();
    for (String driver : List.of("gdp", "resilience")) {
      for (int i = 0; i < 4; i++) {
        // emissions halve in 2012, when a county goes
        rows.add(row(driver, "giver", 2010 + i, i < 2 ? 100.0 : 50.0, 100.0 + 10 * i));
      }
    }
    Map<String, DecouplingSpan> reported = moved(rows, BASES);
    DecouplingSpan whole = reported.get("gdp/2010/2013");
    assertThat(whole.state()).isEmpty();
    assertThat(whole.reason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(whole.changeEmission()).isNaN();
    assertThat(whole.flag()).isEqualTo("break");
    assertThat(whole.event()).isEqualTo("carve_out:giver>other");
    assertThat(whole.hasPeaked()).isEqualTo(Truth.UNKNOWN);
    assertThat(whole.peakYear()).isZero();
    assertThat(reported.get("gdp/2011/2012").reason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(reported.get("gdp/2012/2013").state()).isEqualTo("weak decoupling");
    // emissions and GDP of one territory, but a score of that of the year
    CarbonBases fixed =
        new CarbonBases(
            Set.of(Basis.FIXED),
            Map.of("gdp", Set.of(Basis.FIXED), "resilience", Set.of(Basis.AS_REPORTED)));
    Map<String, DecouplingSpan> adjusted = moved(rows, fixed);
    assertThat(adjusted.get("gdp/2010/2013").flag()).isEqualTo("adjusted");
    assertThat(adjusted.get("gdp/2010/2013").state()).isEqualTo("strong decoupling");
    assertThat(adjusted.get("resilience/2010/2013").reason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(adjusted.get("resilience/2010/2013").hasPeaked()).isEqualTo(Truth.TRUE);
  }

  @Test
  void yearsWithAStepKeepTheirSpansButTellNoPeak() {
    List<Figures> rows = new ArrayList<>();
    for (int year : new int[] {2000, 2010, 2020}) {
      rows.add(row("gdp", "a", year, year == 2010 ? 150.0 : 100.0, year / 10.0));
    }
    Map<String, DecouplingSpan> out = Series.by(decoupled(rows, 5), DecouplingTest::years);
    assertThat(out.keySet()).containsExactlyInAnyOrder("2000/2010", "2010/2020", "2000/2020");
    assertThat(out.get("2010/2020").state()).isEqualTo("strong decoupling");
    assertThat(out.get("2000/2020").peakYear()).isZero();
    assertThat(out.get("2000/2020").hasPeaked()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void basesHaveOneTextWhateverTheirOrder() {
    Set<Basis> both = new LinkedHashSet<>(List.of(Basis.FIXED, Basis.AS_REPORTED));
    Map<String, Set<Basis>> drivers = new LinkedHashMap<>();
    drivers.put("resilience", both);
    drivers.put("gdp", both);
    assertThat(new CarbonBases(both, drivers))
        .hasToString(
            "CarbonBases[emissions=[AS_REPORTED, FIXED], drivers={gdp=[AS_REPORTED, FIXED],"
                + " resilience=[AS_REPORTED, FIXED]}]");
  }

  private static Map<String, DecouplingSpan> moved(List<Figures> rows, CarbonBases bases) {
    Boundaries boundaries =
        Boundaries.of(
            List.of(new Move(2012, "carve_out", "giver", "other", false)), 2013, Map.of());
    return Series.by(
        decoupled(rows, new Decoupling(2, boundaries, bases)), s -> s.driver() + "/" + years(s));
  }

  private static String years(DecouplingSpan span) {
    return span.from().year() + "/" + span.to().year();
  }

  private static Figures row(String driver, String unit, int year, Double emissions, double value) {
    double known = emissions == null ? Double.NaN : emissions;
    return new Figures(driver, unit, new DriverYear(year, known, value));
  }

  private static List<DecouplingSpan> decoupled(List<Figures> rows, Decoupling decoupling) {
    Map<List<String>, List<DriverYear>> series = new LinkedHashMap<>();
    for (Figures row : rows) {
      series
          .computeIfAbsent(List.of(row.driver(), row.unit()), k -> new ArrayList<>())
          .add(row.year());
    }
    List<DecouplingSpan> out = new ArrayList<>();
    series.forEach((key, years) -> out.addAll(decoupling.of(key.get(0), key.get(1), years)));
    return out;
  }

  private static List<DecouplingSpan> decoupled(List<Figures> rows, int peakYears) {
    return decoupled(
        rows, new Decoupling(peakYears, Boundaries.of(List.of(), 2030, Map.of()), BASES));
  }

  private static void series(List<Figures> rows, String unit, Double... emissions) {
    for (int i = 0; i < emissions.length; i++) {
      rows.add(row("gdp", unit, 2010 + i, emissions[i], 100.0 + 10 * i));
    }
  }
}
