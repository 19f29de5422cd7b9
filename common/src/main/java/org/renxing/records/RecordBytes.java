package org.renxing.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.commons.lang3.SerializationUtils;

/**
 * Records as bytes. Their classes are found by the class loader of the thread: on a cluster the
 * product is no part of what Spark's own loader knows.
 */
final class RecordBytes {
  private RecordBytes() {}

  static byte[] of(Serializable record) {
    return SerializationUtils.serialize(record);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as it was written
  static <T> T read(byte[] bytes) {
    try (ObjectInputStream in = new Reader(new ByteArrayInputStream(bytes))) {
      return (T) in.readObject();
    } catch (IOException e) { // from an array none comes
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a record of a class that is not there", e);
    }
  }

  private static final class Reader extends ObjectInputStream {
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    Reader(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, loader);
      } catch (ClassNotFoundException e) { // of a primitive type
        return super.resolveClass(description);
      }
    }
  }
}
