package org.renxing.records;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Records as bytes, many to an array: what describes their classes, and texts that they share, are
 * written once for all of them.
 */
final class RecordBytes {
  private static final int START = 1 << 10;

  private RecordBytes() {}

  /** One record, or another object. */
  static byte[] of(Serializable one) {
    Writer writer = new Writer();
    writer.add(one);
    return writer.close();
  }

  /** The only record of an array. */
  static <T extends Serializable> T one(byte[] bytes) {
    return RecordBytes.<T>all(bytes).next();
  }

  /** The records of an array, read one after another. */
  static <T extends Serializable> Iterator<T> all(byte[] bytes) {
    return new Reader<>(bytes);
  }

  /**
   * Records in arrays of about so many bytes.
   *
   * @param size a record that is larger has an array of its own
   */
  static <T extends Serializable> Iterator<byte[]> packed(Iterator<T> records, int size) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public byte[] next() {
        Writer writer = new Writer();
        do {
          writer.add(records.next());
        } while (writer.size() < size && records.hasNext());
        return writer.close();
      }
    };
  }

  /** Writes records to one array. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(START);
    private final ObjectOutputStream out;

    Writer() {
      try {
        out = new ObjectOutputStream(bytes);
      } catch (IOException e) { // into an array none comes
        throw new UncheckedIOException(e);
      }
    }

    void add(Serializable record) {
      try {
        out.writeBoolean(true);
        out.writeObject(record);
      } catch (IOException e) { // of a class that cannot be written
        throw new UncheckedIOException(e);
      }
    }

    /** About how many bytes there are. */
    int size() {
      return bytes.size();
    }

    byte[] close() {
      try {
        out.writeBoolean(false);
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }

  private static final class Reader<T extends Serializable> implements Iterator<T> {
    private final ObjectInputStream in;
    private Optional<T> next;

    Reader(byte[] bytes) {
      try {
        in = new LoadedStream(new ByteArrayInputStream(bytes));
      } catch (IOException e) { // from an array none comes
        throw new UncheckedIOException(e);
      }
      next = following();
    }

    @SuppressWarnings("unchecked") // as it was written
    private Optional<T> following() {
      try {
        return in.readBoolean() ? Optional.of((T) in.readObject()) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("a record of a class that is not there", e);
      }
    }

    @Override
    public boolean hasNext() {
      return next.isPresent();
    }

    @Override
    public T next() {
      T out = next.orElseThrow(NoSuchElementException::new);
      next = following();
      return out;
    }
  }

  /**
   * Finds classes by the class loader of the thread: on a cluster the product is no part of what
   * Spark's own loader knows.
   */
  private static final class LoadedStream extends ObjectInputStream {
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    LoadedStream(InputStream in) throws IOException {
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
