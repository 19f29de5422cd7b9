package org.renxing.obstacles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.renxing.panel.IndicatorOrder;
import org.renxing.testing.Systems;

class MeanObstaclesTest {
  private static final IndicatorOrder ORDER =
      IndicatorOrder.of(
          Systems.index(
              Systems.node("s", Systems.leaf("a", "a"), Systems.leaf("b", "b")),
              Systems.node("e", Systems.leaf("f", "f"))));
  private static final ObstacleScope WHOLE = ObstacleScope.whole(ORDER, "x", 0);

  @Property(tries = 100)
  void mergingChangesNoBit(
      @ForAll @LongRange(max = 1000) long seed, @ForAll @IntRange(min = 1, max = 6) int parts) {
    Random random = new Random(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double[] y = random.doubles(3).toArray();
      rows.add(ObstacleDegrees.of(y, new double[] {.2, .3, .5}, 1).percent());
    }
    MeanObstacles one = new MeanObstacles();
    rows.forEach(one::add);
    Collections.shuffle(rows, random);
    MeanObstacles all = new MeanObstacles();
    for (int p = 0; p < parts; p++) {
      MeanObstacles part = new MeanObstacles();
      for (int i = p; i < rows.size(); i += parts) {
        part.add(rows.get(i));
      }
      all.merge(part);
    }
    assertThat(all.means(WHOLE, ORDER)).isEqualTo(one.means(WHOLE, ORDER)).hasSize(5);
    assertThat(all.n()).isEqualTo(50);
    assertThat(new MeanObstacles().means(WHOLE, ORDER)).isEmpty();
  }
}
