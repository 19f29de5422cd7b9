package org.renxing.records;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/** How Spark moves records, for tests of other packages. */
public final class Travel {
  private Travel() {}

  /** A record as it arrives. */
  public static <T extends Serializable> T copy(T record) {
    return RecordBytes.one(RecordBytes.of(record));
  }

  /** Bytes of a record among many. */
  public static int bytes(Serializable record) {
    List<Serializable> many = Collections.nCopies(100, record);
    return RecordBytes.packed(many.iterator(), Integer.MAX_VALUE).next().length / many.size();
  }
}
