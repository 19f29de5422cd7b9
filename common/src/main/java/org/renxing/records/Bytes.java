package org.renxing.records;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** An array of bytes that grows. */
final class Bytes {
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int START = 1 << 9;
  private byte[] bytes = new byte[START];
  private int size;

  int size() {
    return size;
  }

  byte[] all() {
    return Arrays.copyOf(bytes, size);
  }

  void write(int one) {
    room(1);
    bytes[size++] = (byte) one;
  }

  void write(byte[] many) {
    room(many.length);
    System.arraycopy(many, 0, bytes, size, many.length);
    size += many.length;
  }

  void write(double number) {
    room(Double.BYTES);
    DOUBLE.set(bytes, size, number);
    size += Double.BYTES;
  }

  void write(long number) {
    room(Long.BYTES);
    LONG.set(bytes, size, number);
    size += Long.BYTES;
  }

  /** A number that is mostly small, seven bits at a time. */
  void writeSmall(int number) {
    room(5);
    int left = number;
    while ((left & ~0x7F) != 0) {
      bytes[size++] = (byte) ((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
