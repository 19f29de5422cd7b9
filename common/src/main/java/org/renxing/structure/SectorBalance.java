package org.renxing.structure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether workers are where output is: 0 in all three where each sector's output per worker is that
 * of the whole.
 *
 * @param theil Σ (Y_i/Y) ln[(Y_i/L_i)/(Y/L)], the rationalisation of Gan, Zheng and Yu (2011); they
 *     and others also turn it (1/TL, −TL), so that larger is better
 * @param deviation Σ |(Y_i/L_i)/(Y/L) − 1|
 * @param weightedDeviation the same, each sector by its share of output
 */
public record SectorBalance(double theil, double deviation, double weightedDeviation) {
  /**
   * Of output and employment by sector.
   *
   * @param output none negative, one above 0
   * @param employment as many, all above 0
   * @throws IllegalArgumentException for any other
   */
  public static SectorBalance of(double[] output, double[] employment) {
    if (output.length != employment.length || Arrays.stream(employment).anyMatch(l -> !(l > 0))) {
      throw new IllegalArgumentException("employment above 0 of each sector expected");
    }
    double[] share = SectorShares.of(output).shares();
    double workers = Arrays.stream(employment).sum();
    double[] ratio =
        IntStream.range(0, share.length)
            .mapToDouble(i -> share[i] / (employment[i] / workers))
            .toArray();
    double theil = 0;
    double deviation = 0;
    double weighted = 0;
    for (int i = 0; i < share.length; i++) {
      theil += share[i] > 0 ? share[i] * Math.log(ratio[i]) : 0;
      deviation += Math.abs(ratio[i] - 1);
      weighted += share[i] * Math.abs(ratio[i] - 1);
    }
    return new SectorBalance(Math.max(0, theil), deviation, weighted);
  }
}
