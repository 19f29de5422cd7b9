package org.renxing.obstacles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.renxing.panel.IndicatorVector;

class StandingTest {
  private static final List<IndicatorVector> UNITS =
      List.of(
          vector("u", 1.0, 0.5, 0.0, 0.1, 0.3),
          vector("v", 0.0, 0.5, 1.0, 0.2, Double.NaN),
          vector("w", 0.5, 0.5, 0.8, 0.9, 0.3));

  private static IndicatorVector vector(String unit, double... y) {
    return IndicatorVector.of(unit, 2020, y, y);
  }

  @Test
  void strengthsAndWeaknesses() {
    Map<String, Standing> found = new LinkedHashMap<>();
    for (Standing s : Standing.of(UNITS)) {
      found.put(s.unitId() + (s.isStrength() ? " strength " : " weakness ") + s.orderNo(), s);
    }
    Standing best = found.get("u strength 1");
    assertThat(best.place()).isZero();
    assertThat(best.z()).isCloseTo(Math.sqrt(1.5), offset(1e-12));
    assertThat(best.percentile()).isEqualTo(1.0);
    assertThat(found.get("u weakness 1").place()).isEqualTo(2);
    assertThat(found.get("w strength 1").place()).isEqualTo(3);
    // the second and the last are equal for all, and so neither
    assertThat(found.values()).noneMatch(s -> s.place() == 1 || s.place() == 4);
    assertThat(found).containsKeys("v weakness 2").doesNotContainKey("v weakness 3");
  }

  @Test
  void orderChangesNoBit() {
    Random random = new Random(3);
    List<IndicatorVector> units = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      units.add(vector("u" + i, random.doubles(5).toArray()));
    }
    List<Standing> one = Standing.of(units);
    Collections.shuffle(units, random);
    // records compare doubles by their bits
    assertThat(Standing.of(units)).isEqualTo(one).hasSizeGreaterThan(100);
  }
}
