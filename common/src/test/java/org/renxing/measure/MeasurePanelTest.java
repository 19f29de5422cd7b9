package org.renxing.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasurePanelTest {
  @Test
  void unitsById() {
    MeasurePanel panel = MeasureSample.panel("d.pair");
    assertThat(panel.years()).containsExactly(2010, 2011, 2012, 2013, 2014);
    assertThat(panel.units()).extracting(MeasurePanel.Unit::name).startsWith("n0", "n1", "n2");
    assertThat(panel.units().get(4).groups()).containsOnlyNulls();
    assertThat(panel.units().get(5).groups()).containsExactly("west");
    assertThat(panel.units().get(3).hasPlace()).isFalse();
    assertThat(panel.units().get(6).lon()).isEqualTo(101);
    assertThat(panel.units().get(6).lat()).isEqualTo(31.2);
    assertThat(panel.has(7, 2)).isFalse();
    assertThat(panel.present(2)).hasSize(MeasureSample.UNITS - 1).doesNotContain(7);
    assertThat(panel.values(2)).hasSize(MeasureSample.UNITS - 1);
  }

  /** A year that no unit has is no year of the panel, and the order of values does not count. */
  @Test
  void anyOrder() {
    List<MeasureValue> values = new ArrayList<>();
    for (int year : new int[] {2010, 2012}) {
      for (String unit : List.of("b", "a")) {
        values.add(new MeasureValue("m", unit, year, year + unit.charAt(0)));
      }
    }
    Collections.shuffle(values, new Random(1));
    MeasurePanel panel = MeasurePanel.of("m", values, MeasureSample.units(), List.of("region"));
    assertThat(panel.years()).containsExactly(2010, 2012);
    assertThat(panel.units()).extracting(MeasurePanel.Unit::id).containsExactly("a", "b");
    assertThat(panel.values(1)).containsExactly(2012 + 'a', 2012 + 'b');
    // units that are not listed have nothing
    assertThat(panel.units().get(0).name()).isNull();
    assertThat(panel.units().get(0).hasPlace()).isFalse();
  }
}
