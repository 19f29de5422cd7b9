package org.renxing.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.model.VacancyPolicy;
import org.renxing.records.LocalRecords;
import org.renxing.testing.SharedCases;

/**
 * Housing vacancy of US counties from their units and households, against the file's own column.
 */
class UsCountyVacancyTest {
  /**
   * A county in a year.
   *
   * @param units 0 where they are not known
   * @param households NaN likewise
   * @param ratePct as the file prints it; NaN for none
   */
  private record County(String code, int year, long units, double households, double ratePct) {
    private OccupiedArea area() {
      return new OccupiedArea(
          "housing", code, code, "other", year, units, households, VacancyCases.signals(), 0, -1);
    }

    private String key() {
      return code + " " + year;
    }

    /**
     * The rate is printed with four decimals; it was taken from counts of which the file prints six
     * digits, so that those of a million and more are off by up to five.
     */
    private double tolerance() {
      double lost = (households >= 1e6 ? 5 / households : 0) + (units >= 1e6 ? 5.0 / units : 0);
      return 0.5001e-4 + 100 * households / units * lost;
    }
  }

  /**
   * Autauga and Baldwin, Alabama, as the Social Vulnerability Index of the CDC has them (public
   * domain): 1914 of 22135 homes in 2010, 2127 of 22431 and 32505 of 105563 in 2014.
   */
  @Test
  void threeCountyYears() {
    List<County> counties =
        List.of(
            new County("01001", 2010, 22135, 20221.0, 8.6469),
            new County("01001", 2014, 22431, 20304.0, 9.4824),
            new County("01003", 2014, 105563, 73058.0, 30.7920));
    Map<String, VacancyFigure> rates = rates(counties);
    for (County county : counties) {
      VacancyFigure ours = rates.get(county.key());
      assertThat(100 * ours.rate()).isCloseTo(county.ratePct(), within(0.5001e-4));
      assertThat(ours.method()).isEqualTo("counted");
    }
  }

  @Test
  void everyCountyAndWaveHasTheRateOfTheFile() throws IOException {
    List<County> counties = new ArrayList<>();
    for (Map<String, String> line :
        SharedCases.rows(SharedCases.file("data/us-county-svi/wide.csv"))) {
      double units = number(line.get("housing_units"));
      counties.add(
          new County(
              line.get("code"),
              Integer.parseInt(line.get("year")),
              Double.isNaN(units) ? 0 : (long) units,
              number(line.get("households")),
              number(line.get("vacancy_rate_pct"))));
    }
    Map<String, VacancyFigure> rates = rates(counties);
    int compared = 0;
    for (County county : counties) {
      Optional<VacancyFigure> ours = Optional.ofNullable(rates.get(county.key()));
      if (Double.isNaN(county.ratePct())) {
        assertThat(ours.filter(VacancyFigure::isCovered)).as(county.key()).isEmpty();
      } else {
        VacancyFigure rate = ours.orElseThrow();
        assertThat(100 * rate.rate())
            .as(county.key())
            .isCloseTo(county.ratePct(), within(county.tolerance()));
        assertThat(rate.lower()).isEqualTo(rate.rate());
        assertThat(rate.method()).isEqualTo("counted");
        compared++;
      }
    }
    assertThat(counties).hasSize(21_997);
    assertThat(compared).isGreaterThan(18_800);
  }

  /** The rates of whole counties. */
  private static Map<String, VacancyFigure> rates(List<County> counties) {
    Calibration calibration = Calibration.configured(VacancyPolicy.standard());
    List<OccupiedArea> areas = counties.stream().map(County::area).toList();
    Map<String, VacancyFigure> out = new HashMap<>();
    for (VacancyFigure figure :
        VacancyRates.of(OccupancySums.of(LocalRecords.of(areas)), calibration)) {
      if (figure.zone().equals(VacancyRates.ALL)) {
        assertThat(out.put(figure.unit() + " " + figure.year(), figure)).isNull();
      }
    }
    return out;
  }

  private static double number(String text) {
    return text.isBlank() ? Double.NaN : Double.parseDouble(text);
  }
}
