package org.renxing.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renxing.model.QualityPolicy;
import org.renxing.model.YearRange;
import org.renxing.quality.Cells;
import org.renxing.quality.Cells.Key;
import org.renxing.quality.Recall;
import org.renxing.quality.Spoiler;

/** Errors planted in the simulator's figures, before they are printed, are found again. */
class SimulatedSuspectsTest {
  private static final List<String> EXTENSIVE =
      List.of("gdp", "pop_resident", "deposits", "retail_sales", "mobile_users", "road_length");

  @Test
  void plantedErrorsAreFoundAndSoundCellsLeftAlone() {
    SortedMap<Key, Double> sound = figures();
    QualityPolicy policy = QualityPolicy.standard();
    Set<Key> before = Recall.suspects(Cells.figures(sound), policy);
    assertThat((double) before.size() / sound.size()).isLessThan(0.01);
    Spoiler spoiler =
        new Spoiler(sound, 3).powersOfTen(60).typos(60).scopes(10, EXTENSIVE).swaps(10, 6);
    Recall recall = Recall.of(spoiler, policy, before);
    System.out.println("errors planted in simulated figures: " + recall);
    assertThat(recall.share("power of ten")).isGreaterThan(0.9);
    assertThat(recall.share("typo")).isGreaterThan(0.5);
    assertThat(recall.share("scope")).isGreaterThan(0.85);
    assertThat(recall.share("swap")).isGreaterThan(0.6);
    assertThat(recall.unexpected() + before.size()).isLessThan(sound.size() / 100);
  }

  /** Every fifth real city, ten years, all indicators. */
  private static SortedMap<Key, Double> figures() {
    Path reference = Path.of("../conf/reference");
    Gazetteer gazetteer = Gazetteer.read(reference);
    Simulation simulation = Simulation.sample(reference, Path.of("unused"));
    YearRange years = simulation.years();
    List<City> cities = Roster.of(simulation, gazetteer).all();
    Panel panel = new Panel(simulation.seed(), years, cities, gazetteer);
    SortedMap<Key, Double> out = new TreeMap<>();
    for (int i = 0; i < cities.size(); i += 5) {
      City city = cities.get(i);
      for (int year = years.first(); year <= years.last(); year++) {
        for (String indicator : IndicatorModel.all().keySet()) {
          if (city.in(year).isPresent() && !panel.isGap(city, year, indicator)) {
            double value = panel.value(city, year, indicator);
            out.put(new Key(indicator, year, city.unitId()), value);
          }
        }
      }
    }
    return out;
  }
}
