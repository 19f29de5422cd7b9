package org.renxing.index.inequality;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Doubles gathered as bytes, as a binary column holds them: eight a value. */
final class ValueBytes {
  private ByteBuffer kept = ByteBuffer.allocate(128);

  void add(double value) {
    if (!kept.hasRemaining()) {
      kept = ByteBuffer.allocate(2 * kept.capacity()).put(kept.flip());
    }
    kept.putDouble(value);
  }

  byte[] bytes() {
    return Arrays.copyOf(kept.array(), kept.position());
  }

  static double[] doubles(byte[] bytes) {
    double[] out = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(out);
    return out;
  }
}
