package org.renxing.geo;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file of any file system, as ImageIO reads it. */
final class SeekableImage extends ImageInputStreamImpl {
  private final FSDataInputStream in;
  private final long length;

  SeekableImage(FSDataInputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int count) throws IOException {
    checkClosed();
    bitOffset = 0;
    int n = in.read(streamPos, to, offset, count);
    streamPos += Math.max(0, n);
    return n;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    super.close();
    in.close();
  }
}
