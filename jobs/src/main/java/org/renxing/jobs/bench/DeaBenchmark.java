package org.renxing.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.renxing.dea.Effort;
import org.renxing.dea.Evaluator;
import org.renxing.dea.Observations;
import org.renxing.dea.Orientation;
import org.renxing.dea.Returns;
import org.renxing.dea.Score;
import org.renxing.dea.Scored;
import org.renxing.dea.Technology;
import org.renxing.dea.UnitKey;

/**
 * Times the kernel of DEA: four models a year on made-up scores of four systems in [0, 1], each
 * system once the output and the others inputs; constant returns, input-oriented, with slacks and
 * peers. Years and models run side by side on all cores.
 */
public final class DeaBenchmark {
  private static final int SYSTEMS = 4;
  private static final long SEED = 20240601;

  private final List<Observations> sets;

  /**
   * Makes the data.
   *
   * @param units units a year
   * @param years years
   * @param dense share of the units that lie on the frontier of the model whose output is the last
   *     system, from 0 to 1
   */
  public DeaBenchmark(int units, int years, double dense) {
    this.sets = new ArrayList<>();
    for (int year = 0; year < years; year++) {
      double[][] scores = scores(units, dense, new SplittableRandom(SEED + year));
      for (int output = 0; output < SYSTEMS; output++) {
        sets.add(set(scores, output, year));
      }
    }
  }

  /**
   * Figures of one run.
   *
   * @param scores how many scores a pass computes
   * @param cores cores used
   * @param coldSeconds the first pass in this JVM
   * @param warmSeconds the fastest of the later ones
   * @param programs linear programs solved in a pass; looking a facet up is none
   * @param fallbacks units that the first solver left uncertified, in a pass
   * @param frontier strongly efficient units: the most of any year and model
   * @param uncertified scores without a certificate
   * @param certificateError the largest of a pass
   */
  public record Result(
      int scores,
      int cores,
      double coldSeconds,
      double warmSeconds,
      long programs,
      long fallbacks,
      int frontier,
      long uncertified,
      double certificateError) {}

  /** What is scored: by year, each system once the output, in their order. */
  List<Observations> sets() {
    return List.copyOf(sets);
  }

  /** Runs the first pass and so many more. */
  public Result run(int warmPasses) {
    long start = System.nanoTime();
    List<Pass> cold = pass();
    double coldSeconds = (System.nanoTime() - start) / 1e9;
    double warmSeconds = coldSeconds;
    for (int i = 0; i < warmPasses; i++) {
      start = System.nanoTime();
      pass();
      warmSeconds = Math.min(warmSeconds, (System.nanoTime() - start) / 1e9);
    }
    return new Result(
        sets.stream().mapToInt(Observations::size).sum(),
        Runtime.getRuntime().availableProcessors(),
        coldSeconds,
        warmSeconds,
        cold.stream().mapToLong(p -> p.effort().programs()).sum(),
        cold.stream().mapToLong(p -> p.effort().fallbacks()).sum(),
        cold.stream().mapToInt(Pass::frontier).max().orElse(0),
        cold.stream().mapToLong(Pass::uncertified).sum(),
        cold.stream().mapToDouble(Pass::certificateError).max().orElse(0));
  }

  /** What one year and model came to. */
  private record Pass(Effort effort, int frontier, int uncertified, double certificateError) {}

  private List<Pass> pass() {
    return sets.parallelStream().map(DeaBenchmark::score).toList();
  }

  private static Pass score(Observations set) {
    Evaluator evaluator = new Technology(set, Returns.CRS).evaluator();
    int frontier = 0;
    int uncertified = 0;
    double error = 0;
    for (int row = 0; row < set.size(); row++) {
      Score score = evaluator.radial(set, row, Orientation.INPUT);
      if (score instanceof Scored scored) {
        frontier += scored.isStronglyEfficient() ? 1 : 0;
        error = Math.max(error, scored.certificateError());
      } else {
        uncertified++;
      }
    }
    return new Pass(evaluator.effort(), frontier, uncertified, error);
  }

  private static Observations set(double[][] scores, int output, int year) {
    List<String> inputs = new ArrayList<>();
    for (int s = 0; s < SYSTEMS; s++) {
      if (s != output) {
        inputs.add("system" + s);
      }
    }
    List<UnitKey> keys = new ArrayList<>();
    double[][] x = new double[scores.length][];
    double[][] y = new double[scores.length][];
    for (int i = 0; i < scores.length; i++) {
      double[] row = scores[i];
      keys.add(new UnitKey(String.format(Locale.ROOT, "U%06d", i), Integer.toString(2000 + year)));
      x[i] =
          IntStream.range(0, SYSTEMS).filter(s -> s != output).mapToDouble(s -> row[s]).toArray();
      y[i] = new double[] {row[output]};
    }
    return Observations.of(inputs, List.of("system" + output), keys, x, y);
  }

  /**
   * Skewed, correlated scores, min-max normalised by system but for units of the dense share: those
   * lie on a curved frontier x₁·x₂·x₃ = y³ beyond the others.
   */
  private static double[][] scores(int units, double dense, SplittableRandom random) {
    double[][] out = new double[units][SYSTEMS];
    double[] most = new double[SYSTEMS];
    double[] least = {1e9, 1e9, 1e9, 1e9};
    for (double[] row : out) {
      double common = random.nextGaussian();
      for (int s = 0; s < SYSTEMS; s++) {
        row[s] = Math.exp(0.45 * common + 0.45 * random.nextGaussian());
        most[s] = Math.max(most[s], row[s]);
        least[s] = Math.min(least[s], row[s]);
      }
    }
    for (double[] row : out) {
      for (int s = 0; s < SYSTEMS; s++) {
        row[s] = (row[s] - least[s]) / (most[s] - least[s]);
      }
      if (random.nextDouble() < dense) {
        placeOnFrontier(row, random);
      }
    }
    return out;
  }

  private static void placeOnFrontier(double[] row, SplittableRandom random) {
    double size = 0.02 + 0.03 * random.nextDouble();
    double a = 0.8 * random.nextGaussian();
    double b = 0.8 * random.nextGaussian();
    row[0] = size * Math.exp(a);
    row[1] = size * Math.exp(b);
    row[2] = size * Math.exp(-a - b);
    row[3] = size * 20;
  }
}
