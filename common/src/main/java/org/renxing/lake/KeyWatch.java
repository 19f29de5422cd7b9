package org.renxing.lake;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Counts keys that come more than once, from 64-bit hashes of keys, while rows are written. It
 * holds all hashes, so it gives up on tables of many rows; those are checked by a query of their
 * own.
 */
public final class KeyWatch extends Aggregator<Long, KeyWatch.Hashes, Long> {
  /** The result for a table with too many rows to hold. */
  static final long UNKNOWN = -1;

  private static final long serialVersionUID = 1L;
  private static final int MOST = 1 << 18;

  @Override
  public Hashes zero() {
    return new Hashes();
  }

  @Override
  public Hashes reduce(Hashes hashes, Long hash) {
    hashes.add(hash);
    return hashes;
  }

  @Override
  public Hashes merge(Hashes a, Hashes b) {
    a.addAll(b);
    return a;
  }

  @Override
  public Long finish(Hashes hashes) {
    return hashes.repeated();
  }

  @Override
  public Encoder<Hashes> bufferEncoder() {
    return Encoders.javaSerialization(Hashes.class);
  }

  @Override
  public Encoder<Long> outputEncoder() {
    return Encoders.LONG();
  }

  /** Hashes in the order of coming, up to the most that are held. */
  public static final class Hashes implements Serializable {
    private static final long serialVersionUID = 1L;
    private long[] values = new long[64];
    private int size;
    private boolean isFull;

    void add(long hash) {
      if (isFull || size == MOST) {
        overflow();
        return;
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = hash;
    }

    void addAll(Hashes other) {
      if (other.isFull) {
        overflow();
      }
      for (int i = 0; i < other.size; i++) {
        add(other.values[i]);
      }
    }

    long repeated() {
      if (isFull) {
        return UNKNOWN;
      }
      long[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      long repeated = 0;
      for (int i = 1; i < size; i++) {
        repeated += sorted[i] == sorted[i - 1] ? 1 : 0;
      }
      return repeated;
    }

    private void overflow() {
      isFull = true;
      values = new long[0];
      size = 0;
    }
  }
}
