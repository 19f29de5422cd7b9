package org.renxing.cluster;

import java.util.Arrays;

/**
 * One start of {@link KMeans}.
 *
 * <p>Most distances need not be computed: a row whose own centre is certainly nearer than any other
 * stays where it is (Hamerly 2010). For each row the distance to its centre and that to the nearest
 * other are kept from when they were last computed; centres have moved since, by no more than the
 * sum of their steps. So the answer is that of the plain algorithm.
 */
final class KMeansStart {
  private static final double GAIN = 1e-12;
  private static final int MOST = 1000;

  /** So that rounding of bounds decides nothing. */
  private static final double SLACK = 1 + 1e-9;

  private final int n;
  private final int k;
  private final int d;

  /** Row by row. */
  private final double[] data;

  /** Centre by centre. */
  private final double[] centres;

  private final int[] labels;
  private final int[] sizes;
  private final double[] sums;

  /** Distance from the own centre when it was computed, less the steps of that centre by then. */
  private final double[] own;

  /** Distance from the nearest other centre when it was computed, and the steps of any by then. */
  private final double[] other;

  /** What the longest steps must add up to before a row can belong to another centre. */
  private final double[] due;

  /** The steps of each centre, added up. */
  private final double[] steps;

  /** The longest step each time, added up. */
  private double longest;

  KMeansStart(Points points, int k) {
    this.n = points.size();
    this.k = k;
    this.d = points.dimensions();
    this.data = new double[n * d];
    for (int i = 0; i < n; i++) {
      System.arraycopy(points.row(i), 0, data, i * d, d);
    }
    this.centres = new double[k * d];
    this.labels = new int[n];
    this.sizes = new int[k];
    this.sums = new double[k * d];
    this.own = new double[n];
    this.other = new double[n];
    this.due = new double[n];
    this.steps = new double[k];
  }

  /**
   * Chooses rows as centres, the farther from those before, the likelier.
   *
   * @param draws one a centre, 0 to 1
   */
  KMeansStart seed(double[] draws) {
    double[] far = new double[n];
    Arrays.fill(far, 1);
    for (int c = 0; c < k; c++) {
      double at = draws[c] * Arrays.stream(far).sum();
      int chosen = -1;
      for (int i = 0; i < n && (chosen < 0 || at >= 0); i++) {
        if (far[i] > 0) {
          chosen = i;
          at -= far[i];
        }
      }
      System.arraycopy(data, chosen * d, centres, c * d, d);
      for (int i = 0; i < n; i++) {
        double square = square(i, c);
        far[i] = c == 0 ? square : Math.min(far[i], square);
      }
    }
    Arrays.fill(labels, -1);
    Arrays.fill(own, Double.POSITIVE_INFINITY);
    Arrays.fill(other, Double.NEGATIVE_INFINITY);
    Arrays.fill(due, Double.NEGATIVE_INFINITY);
    return this;
  }

  /** Iterates to the end. */
  KMeansStart run() {
    for (int step = 0; step < MOST && assign(); step++) {
      centre();
      fillEmpty();
    }
    sum();
    centre();
    boolean isMoved = true;
    for (int step = 0; step < MOST && isMoved; step++) {
      isMoved = false;
      for (int i = 0; i < n; i++) {
        isMoved |= !stays(i) && move(i);
      }
      sum();
      centre();
    }
    return this;
  }

  /** The cluster of each row. */
  int[] labels() {
    return labels;
  }

  /** The sum of squares within clusters. */
  double within() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += square(i, labels[i]);
    }
    return sum;
  }

  /** To the nearest centre, of equally near ones the one it has; whether any row moved. */
  boolean assign() {
    double[] apart = apart();
    boolean isChanged = false;
    for (int i = 0; i < n; i++) {
      if (due[i] > longest) {
        continue;
      }
      int label = labels[i];
      if (label < 0 || mayChange(i, Math.max(apart[label], other[i] - longest))) {
        int best = nearest(i, Math.max(0, label));
        if (best != label) {
          isChanged = true;
          put(i, best);
        }
      }
    }
    return isChanged;
  }

  /** Whether another centre may be nearer, where none is within the reach. */
  private boolean mayChange(int i, double reach) {
    int label = labels[i];
    double distance = own[i] + steps[label];
    if (SLACK * distance >= reach) {
      distance = Math.sqrt(square(i, label));
      own[i] = distance - steps[label];
    }
    // its own centre may come away and another may come near, each by the longest step
    due[i] = longest + (other[i] - longest - SLACK * distance) / 2;
    return SLACK * distance >= reach;
  }

  /** Half the distance of each centre from the nearest other. */
  private double[] apart() {
    double[] out = new double[k];
    Arrays.fill(out, Double.POSITIVE_INFINITY);
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        double half = Math.sqrt(square(centres, a * d, b * d)) / 2;
        out[a] = Math.min(out[a], half);
        out[b] = Math.min(out[b], half);
      }
    }
    return out;
  }

  private int nearest(int i, int first) {
    int best = first;
    double least = square(i, first);
    double next = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      if (c != first) {
        double square = square(i, c);
        if (square < least) {
          next = least;
          least = square;
          best = c;
        } else if (square < next) {
          next = square;
        }
      }
    }
    own[i] = Math.sqrt(least) - steps[best];
    other[i] = Math.sqrt(next) + longest;
    due[i] = longest + (Math.sqrt(next) - SLACK * Math.sqrt(least)) / 2;
    return best;
  }

  /** Puts a row into a cluster, from that in which it is, if any. */
  private void put(int i, int to) {
    int from = labels[i];
    for (int j = 0; j < d; j++) {
      double value = data[i * d + j];
      sums[to * d + j] += value;
      if (from >= 0) {
        sums[from * d + j] -= value;
      }
    }
    sizes[to]++;
    if (from >= 0) {
      sizes[from]--;
    }
    labels[i] = to;
  }

  /** Adds up clusters from nothing, which ends what rounding has left in their sums. */
  private void sum() {
    Arrays.fill(sums, 0);
    for (int i = 0; i < n; i++) {
      int at = labels[i] * d;
      for (int j = 0; j < d; j++) {
        sums[at + j] += data[i * d + j];
      }
    }
  }

  /** Moves centres to the means of their rows. */
  private void centre() {
    double most = 0;
    for (int c = 0; c < k; c++) {
      double square = 0;
      for (int j = 0; j < d && sizes[c] > 0; j++) {
        double step = sums[c * d + j] / sizes[c] - centres[c * d + j];
        centres[c * d + j] = sums[c * d + j] / sizes[c];
        square += step * step;
      }
      steps[c] += Math.sqrt(square);
      most = Math.max(most, Math.sqrt(square));
    }
    longest += most;
  }

  /** An empty cluster takes the row that is farthest from its centre. */
  private void fillEmpty() {
    for (int c = 0; c < k; c++) {
      if (sizes[c] == 0) {
        int farthest = 0;
        double most = -1;
        for (int i = 0; i < n; i++) {
          double square = square(i, labels[i]);
          if (square > most) {
            most = square;
            farthest = i;
          }
        }
        put(farthest, c);
        own[farthest] = Double.POSITIVE_INFINITY;
        other[farthest] = Double.NEGATIVE_INFINITY;
        due[farthest] = Double.NEGATIVE_INFINITY;
        centre();
      }
    }
  }

  /** Whether bounds already say that a row costs less where it is. */
  private boolean stays(int i) {
    double size = sizes[labels[i]];
    double lower = other[i] - longest;
    if (size == 1 || lower <= 0) {
      return size == 1;
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      smallest = Math.min(smallest, sizes[c]);
    }
    double upper = SLACK * (own[i] + steps[labels[i]]);
    return size / (size - 1) * upper * upper < smallest / (smallest + 1) * lower * lower;
  }

  /** Moves a row where that lowers the sum of squares. */
  private boolean move(int i) {
    int from = labels[i];
    double left = sizes[from] / (sizes[from] - 1.0) * square(i, from);
    int to = from;
    double least = left * (1 - GAIN);
    for (int c = 0; c < k; c++) {
      double cost = sizes[c] / (sizes[c] + 1.0) * square(i, c);
      if (c != from && cost < least) {
        least = cost;
        to = c;
      }
    }
    labels[i] = to;
    bound(i);
    if (to == from) {
      return false;
    }
    double in = 0;
    double out = 0;
    for (int j = 0; j < d; j++) {
      double value = data[i * d + j];
      double away = (centres[from * d + j] - value) / (sizes[from] - 1);
      double towards = (value - centres[to * d + j]) / (sizes[to] + 1);
      centres[from * d + j] += away;
      centres[to * d + j] += towards;
      out += away * away;
      in += towards * towards;
    }
    steps[from] += Math.sqrt(out);
    steps[to] += Math.sqrt(in);
    longest += Math.sqrt(Math.max(in, out));
    sizes[from]--;
    sizes[to]++;
    return true;
  }

  /** Computes the bounds of a row anew. */
  private void bound(int i) {
    double next = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      if (c != labels[i]) {
        next = Math.min(next, square(i, c));
      }
    }
    own[i] = Math.sqrt(square(i, labels[i])) - steps[labels[i]];
    other[i] = Math.sqrt(next) + longest;
  }

  /** Squared distance of a row from a centre. */
  private double square(int i, int c) {
    return square(centres, i * d, c * d, data);
  }

  private double square(double[] of, int a, int b) {
    return square(of, a, b, of);
  }

  private double square(double[] of, int from, int at, double[] rows) {
    double sum = 0;
    for (int j = 0; j < d; j++) {
      double difference = rows[from + j] - of[at + j];
      sum += difference * difference;
    }
    return sum;
  }
}
