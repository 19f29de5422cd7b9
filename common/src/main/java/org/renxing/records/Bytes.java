package org.renxing.records;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** An array of bytes that grows. */
final class Bytes {
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int START = 1 << 9;

  /** Fewer are not compressed. */
  private static final int FEW = 1 << 10;

  private byte[] bytes = new byte[START];
  private int size;

  int size() {
    return size;
  }

  /**
   * All of them, compressed where there are many: what waits to be grouped takes up the memory of
   * executors. {@link #expanded} gives them back.
   */
  byte[] packed() {
    if (size < FEW) {
      byte[] out = new byte[Integer.BYTES + size];
      System.arraycopy(bytes, 0, out, Integer.BYTES, size);
      return out; // 0: not compressed
    }
    LZ4Compressor lz4 = LZ4Factory.fastestInstance().fastCompressor();
    byte[] out = new byte[Integer.BYTES + lz4.maxCompressedLength(size)];
    INT.set(out, 0, size);
    int length = lz4.compress(bytes, 0, size, out, Integer.BYTES);
    return Arrays.copyOf(out, Integer.BYTES + length);
  }

  /** What {@link #packed} packed. */
  static ByteBuffer expanded(byte[] packed) {
    int size = (int) INT.get(packed, 0);
    if (size == 0) {
      return ByteBuffer.wrap(packed, Integer.BYTES, packed.length - Integer.BYTES);
    }
    LZ4SafeDecompressor lz4 = LZ4Factory.fastestInstance().safeDecompressor(); // minds the bounds
    byte[] out = new byte[size];
    lz4.decompress(packed, Integer.BYTES, packed.length - Integer.BYTES, out, 0);
    return ByteBuffer.wrap(out);
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
