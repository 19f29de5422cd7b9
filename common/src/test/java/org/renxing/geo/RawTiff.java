package org.renxing.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Writes GeoTIFFs of any type of pixels byte by byte: two columns and two rows of one degree from
 * 110° E, 40° N.
 *
 * @param light PhotometricInterpretation
 * @param noData tag 42113 with its end, or empty
 */
record RawTiff(ByteOrder order, int bits, int format, int light, String noData) {
  private static final int HEAD = 8;
  private static final int ROOM = 400;

  RawTiff(int bits, int format, String noData) {
    this(ByteOrder.LITTLE_ENDIAN, bits, format, 1, noData);
  }

  /** Writes four pixels, each put by {@code put}. */
  <T> Path write(Path file, BiConsumer<ByteBuffer, T> put, T[] pixels) {
    ByteBuffer out = ByteBuffer.allocate(HEAD + 4 * 8 + 2048 + noData.length()).order(order);
    out.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
    out.putShort((short) 42).putInt(HEAD + 32);
    for (T pixel : pixels) {
      put.accept(out, pixel);
    }
    SortedMap<Integer, long[]> tags = new TreeMap<>();
    tags.put(256, new long[] {4, 1, 2});
    tags.put(257, new long[] {4, 1, 2});
    tags.put(258, new long[] {3, 1, bits});
    tags.put(259, new long[] {3, 1, 1});
    tags.put(262, new long[] {3, 1, light});
    tags.put(273, new long[] {4, 1, HEAD});
    tags.put(277, new long[] {3, 1, 1});
    tags.put(278, new long[] {4, 1, 2});
    tags.put(279, new long[] {4, 1, 4 * bits / 8});
    tags.put(339, new long[] {3, 1, format});
    int apart = HEAD + 32 + ROOM;
    tags.put(33550, new long[] {12, 3, apart});
    tags.put(33922, new long[] {12, 6, apart + 24});
    tags.put(34735, new long[] {3, 16, apart + 72});
    byte[] text = noData.getBytes(StandardCharsets.US_ASCII);
    if (text.length > 4) {
      tags.put(42113, new long[] {2, text.length, apart + 104});
    } else if (text.length > 0) {
      ByteBuffer inline = ByteBuffer.allocate(4).put(text);
      tags.put(42113, new long[] {2, text.length, inline.order(order).getInt(0)});
    }
    out.position(HEAD + 32).putShort((short) tags.size());
    tags.forEach((tag, field) -> entry(out, tag, field));
    out.putInt(0).position(apart);
    for (double x : new double[] {1, 1, 0, 0, 0, 0, 110, 40, 0}) {
      out.putDouble(x);
    }
    for (int key : new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326}) {
      out.putShort((short) key);
    }
    out.put(text);
    try {
      return Files.write(file, java.util.Arrays.copyOf(out.array(), out.position()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void entry(ByteBuffer out, int tag, long[] field) {
    out.putShort((short) tag).putShort((short) field[0]).putInt((int) field[1]);
    if (field[0] == 3 && field[1] == 1) {
      out.putShort((short) field[2]).putShort((short) 0);
    } else {
      out.putInt((int) field[2]);
    }
  }
}
