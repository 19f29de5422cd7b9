package org.renxing.records;

import java.io.Serializable;
import java.util.Iterator;

/** Records as arrays of bytes, many to an array. */
final class RecordBytes {
  private RecordBytes() {}

  /** One record, or another object. */
  static byte[] of(Serializable one) {
    RecordWriter writer = new RecordWriter();
    writer.add(one);
    return writer.close();
  }

  /** The only record of an array. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // as it was written
  static <T extends Serializable> T one(byte[] bytes) {
    return RecordBytes.<T>all(bytes).next();
  }

  /** The records of an array, read one after another. */
  static <T extends Serializable> Iterator<T> all(byte[] bytes) {
    return new RecordReader<>(bytes);
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
        RecordWriter writer = new RecordWriter();
        do {
          writer.add(records.next());
        } while (writer.size() < size && records.hasNext());
        return writer.close();
      }
    };
  }
}
