package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import java.util.List;

/** Texts by which rows are counted. */
record Key(List<String> texts) implements Serializable {
  private static final long serialVersionUID = 1L;

  Key {
    texts = List.copyOf(texts);
  }

  static Key of(String... texts) {
    return new Key(List.of(texts));
  }
}
