package org.renxing.space;

/**
 * The centre of a spread of points and how it is spread: weighted mean centre, standard distance
 * and standard deviational ellipse (Lefever 1926, corrected by Yuill 1971). On the globe deviations
 * are taken in kilometres east and north of the centre, on the plane that touches it there.
 *
 * @param n points that count: with a place, and a weight above 0
 * @param x of the mean centre, Σ w x / Σ w, in the coordinates of the points
 * @param y likewise
 * @param major half the longer axis
 * @param minor half the shorter axis
 * @param angle of the longer axis in degrees, clockwise from north, from 0 up to 180; NaN where the
 *     axes are equal
 * @param standardDistance √(Σ w d² / divisor)
 * @param reason why there is none: {@code NO_POINTS}, or {@code TOO_FEW_POINTS} where the divisor
 *     is not above 0; empty where there is
 */
public record Centrography(
    int n,
    double x,
    double y,
    double major,
    double minor,
    double angle,
    double standardDistance,
    String reason) {
  private static final double ROUND = 1e-12;

  /** How the axes are scaled. The forms share centre and angle. */
  public enum Form {
    /** Standard deviations along the axes: divisor Σ w, no factor. */
    PLAIN(1, 0),
    /** CrimeStat (Levine, chapter 4) and R's aspace: factor √2, divisor Σ w − 2. */
    CRIMESTAT(2, 2),
    /** ArcGIS: factor √2, divisor Σ w. */
    ARCGIS(2, 0);

    private final double factor;
    private final double lost;

    Form(double factor, double lost) {
      this.factor = factor;
      this.lost = lost;
    }
  }

  /**
   * The figures of a set of points.
   *
   * @param weights one a point, 0 or more; a point whose weight or place is NaN does not count
   */
  public static Centrography of(Places places, double[] weights, Form form) {
    int n = 0;
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && places.has(i)) {
        n++;
        sum += weights[i];
        sumX += weights[i] * places.x(i);
        sumY += weights[i] * places.y(i);
      }
    }
    if (n == 0) {
      return none(0, Double.NaN, Double.NaN, "NO_POINTS");
    }
    double x = sumX / sum;
    double y = sumY / sum;
    double divisor = sum - form.lost;
    if (divisor <= ROUND * sum) {
      return none(n, x, y, "TOO_FEW_POINTS");
    }
    double east = places.eastScale(y);
    double a = 0;
    double b = 0;
    double c = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && places.has(i)) {
        double dx = east * (places.x(i) - x);
        double dy = places.northScale() * (places.y(i) - y);
        a += weights[i] * dx * dx;
        b += weights[i] * dy * dy;
        c += weights[i] * dx * dy;
      }
    }
    return of(n, new double[] {x, y}, new double[] {a, b, c}, form.factor, divisor);
  }

  /** From the sums of squares east, north and of products. */
  private static Centrography of(
      int n, double[] centre, double[] sums, double factor, double divisor) {
    double a = sums[0];
    double b = sums[1];
    double c = sums[2];
    double root = Math.hypot(a - b, 2 * c);
    double major = Math.sqrt(factor * (a + b + root) / (2 * divisor));
    double minor = Math.sqrt(factor * Math.max(0, a + b - root) / (2 * divisor));
    return new Centrography(
        n,
        centre[0],
        centre[1],
        major,
        minor,
        root <= ROUND * (a + b) ? Double.NaN : angle(a - b, 2 * c),
        Math.sqrt((a + b) / divisor),
        "");
  }

  /** tan 2t = 2C/(B − A), t clockwise from north to the longer axis. */
  private static double angle(double eastMore, double twice) {
    double t = StrictMath.toDegrees(StrictMath.atan2(twice, -eastMore)) / 2;
    return t < 0 ? t + 180 : t;
  }

  private static Centrography none(int n, double x, double y, String reason) {
    double no = Double.NaN;
    return new Centrography(n, x, y, no, no, no, no, reason);
  }

  /** How far the centre is from that of another spread, in the unit of {@link Places#between}. */
  public double shiftFrom(Centrography other, Places places) {
    return places.between(other.x, other.y, x, y);
  }

  /** π times both half axes. */
  public double area() {
    return Math.PI * major * minor;
  }

  /** √(1 − minor²/major²). */
  public double eccentricity() {
    return Math.sqrt(1 - minor * minor / (major * major));
  }
}
