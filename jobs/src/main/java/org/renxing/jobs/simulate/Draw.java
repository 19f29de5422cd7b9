package org.renxing.jobs.simulate;

/**
 * Random numbers that depend on their key alone: no state, so no order of calls. StrictMath keeps
 * them the same on every machine.
 */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private Draw() {}

  /** A number in (0, 1) for the key. */
  static double uniform(long seed, String purpose, String unit, String indicator, int year) {
    return (bits(seed, purpose, unit, indicator, year) + 0.5) * UNIT;
  }

  /** A standard normal number for the key, by Box and Muller. */
  static double normal(long seed, String purpose, String unit, String indicator, int year) {
    double radius =
        StrictMath.sqrt(-2 * StrictMath.log(uniform(seed, purpose + "/r", unit, indicator, year)));
    double angle = 2 * Math.PI * uniform(seed, purpose + "/a", unit, indicator, year);
    return radius * StrictMath.cos(angle);
  }

  private static long bits(long seed, String purpose, String unit, String indicator, int year) {
    long state = mix(seed + GOLDEN);
    state = absorb(state, purpose);
    state = absorb(state, unit);
    state = absorb(state, indicator);
    return mix(state + GOLDEN * year) >>> 11;
  }

  private static long absorb(long state, String text) {
    long out = mix(state ^ (GOLDEN * (text.length() + 1L)));
    for (int i = 0; i < text.length(); i++) {
      out = mix(out + GOLDEN * (text.charAt(i) + 1L));
    }
    return out;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
