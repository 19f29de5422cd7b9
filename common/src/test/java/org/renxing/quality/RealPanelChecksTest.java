package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.renxing.model.PerHead;
import org.renxing.quality.Cells.Key;
import org.renxing.quality.panel.AreaBreaks;
import org.renxing.quality.panel.DoubtfulFigure;
import org.renxing.quality.panel.Figure;
import org.renxing.quality.panel.HeadRates;
import org.renxing.quality.panel.PanelCheck;
import org.renxing.quality.panel.PanelFigures;
import org.renxing.quality.panel.SharedFigures;
import org.renxing.territory.Move;
import org.renxing.testing.SharedCases;

/** The checks of whole panels on the real one; docs/methods/quality.md has the figures. */
class RealPanelChecksTest {
  private static final String PANEL = "data/cn-city-panel/wide_2010_2021.csv";

  @Test
  void residentsPrintedAsRegisteredPersonsAreNamed() throws IOException {
    SortedMap<Key, Double> cells = cells();
    int equal = 0;
    int named = 0;
    Set<Key> found = named(cells, new SharedFigures("pop_resident", "pop_registered", true));
    for (Key key : cells.keySet()) {
      Key other = new Key("pop_registered", key.year(), key.unit());
      if (key.indicator().equals("pop_resident") && cells.get(key).equals(cells.get(other))) {
        equal++;
        named += found.contains(key) || found.contains(other) ? 1 : 0;
      }
    }
    assertThat(equal).isEqualTo(224);
    assertThat(named).isGreaterThanOrEqualTo(222);
    // besides those, the figures that are shared but for rounding; few cells are named twice
    assertThat(found).hasSizeLessThan(410);
    // registered persons of Anhui in 2021, residents of Liaoning in 2011
    assertThat(found)
        .contains(
            new Key("pop_registered", 2021, "340100"), new Key("pop_resident", 2011, "210200"))
        .doesNotContain(
            new Key("pop_resident", 2021, "340100"), new Key("pop_registered", 2011, "210200"));
  }

  @Test
  void areasThatJumpAreNamedUnlessTerritoryMoved() throws IOException {
    List<Move> moves =
        List.of(
            new Move(2011, "split", "341400", "340100", false),
            new Move(2011, "split", "341400", "340200", false),
            new Move(2011, "split", "341400", "340500", false),
            new Move(2015, "carve_out", "340800", "340700", false),
            new Move(2019, "merge", "371200", "370100", true),
            new Move(2015, "carve_out", "341500", "340400", false),
            new Move(2016, "carve_out", "512000", "510100", false));
    Set<Key> found = named(cells(), new AreaBreaks("land_area", 5, 0.03, moves));
    // two digits that changed places, a year with a thousand too much, districts left out for years
    assertThat(found)
        .contains(
            new Key("land_area", 2016, "411400"),
            new Key("land_area", 2013, "411500"),
            new Key("land_area", 2015, "130100"),
            new Key("land_area", 2010, "640400"));
    assertThat(found.stream().map(Key::unit)).doesNotContain("340100", "340400", "510100");
    assertThat(found).hasSizeBetween(170, 200);
  }

  @Test
  void ratesPerHeadThatNeitherPopulationExplainsAreNamed() throws IOException {
    PerHead rule =
        new PerHead(
            "pc", "gdp_per_capita", "gdp", List.of("pop_resident", "pop_registered"), 1e-4, 0.2);
    Set<Key> found = named(cells(), new HeadRates(rule));
    // Guangdong in 2021, Hunan in 2013, Harbin in 2015 to 2018; gross product of Jiamusi
    assertThat(found)
        .contains(
            new Key("gdp_per_capita", 2021, "441900"),
            new Key("gdp_per_capita", 2021, "440100"),
            new Key("gdp_per_capita", 2013, "430500"),
            new Key("gdp_per_capita", 2016, "230100"),
            new Key("gdp", 2011, "230800"));
    assertThat(found).hasSizeBetween(90, 140);
  }

  private static Set<Key> named(SortedMap<Key, Double> cells, PanelCheck check) {
    List<Figure> own = new ArrayList<>();
    for (Map.Entry<Key, Double> cell : cells.entrySet()) {
      Key key = cell.getKey();
      if (check.codes().contains(key.indicator())) {
        own.add(new Figure(key.unit(), key.year(), key.indicator(), cell.getValue(), "source"));
      }
    }
    PanelFigures figures = PanelFigures.of(own);
    Set<Key> out = new TreeSet<>();
    for (DoubtfulFigure doubt : check.judge(figures)) {
      out.add(new Key(doubt.code(), figures.year(doubt.year()), figures.units().get(doubt.unit())));
    }
    return out;
  }

  private static SortedMap<Key, Double> cells() throws IOException {
    return Cells.real(SharedCases.file(PANEL));
  }
}
