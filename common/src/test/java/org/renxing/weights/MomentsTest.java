package org.renxing.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.renxing.model.WeightOptions;

/** Moments of parts, merged in any way, give the weights of all rows, bit for bit. */
class MomentsTest {
  private static final int COLUMNS = 4;

  private static List<double[]> rows(Random random) {
    List<double[]> out = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double common = random.nextGaussian();
      out.add(
          new double[] {
            Math.exp(9 * random.nextGaussian()),
            random.nextInt(7) == 0 ? Double.NaN : common,
            1e9 + common + random.nextGaussian(),
            1 + 1e-9 * random.nextDouble()
          });
    }
    return out;
  }

  private static List<Weight> merged(List<double[]> rows, WeightingPlan plan, int parts) {
    List<PanelMeans> means = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      means.add(new PanelMeans(COLUMNS, false));
    }
    for (int i = 0; i < rows.size(); i++) {
      means.get(i * 31 % parts).add(rows.get(i), rows.get(i));
    }
    Collections.rotate(means, parts / 2);
    PanelMeans all = new PanelMeans(COLUMNS, false);
    means.forEach(all::merge);
    List<PanelMoments> moments = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      moments.add(new PanelMoments(all, plan));
    }
    for (int i = 0; i < rows.size(); i++) {
      moments.get(i * 17 % parts).add(rows.get(i), rows.get(i));
    }
    PanelMoments whole = new PanelMoments(all, plan);
    moments.forEach(whole::merge);
    return Weights.shareOut(new WeightingCase(plan, whole), 0);
  }

  @Property(tries = 60)
  void mergingChangesNoBit(
      @ForAll @LongRange(max = 1000) long seed, @ForAll @IntRange(min = 1, max = 9) int parts) {
    Random random = new Random(seed);
    List<double[]> rows = rows(random);
    for (String method : List.of("entropy", "critic", "critic-improved", "cv", "pca")) {
      WeightingPlan plan =
          WeightingPlan.of(
              Matrices.columns(COLUMNS), Matrices.scheme(method, WeightOptions.DEFAULT));
      List<Weight> one = merged(rows, plan, 1);
      List<double[]> mixed = new ArrayList<>(rows);
      Collections.shuffle(mixed, random);
      // records compare doubles by their bits
      assertThat(merged(mixed, plan, parts)).as(method).isEqualTo(one);
    }
  }
}
