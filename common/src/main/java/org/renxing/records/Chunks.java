package org.renxing.records;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Elements, {@link #MOST} at a time. */
final class Chunks<T> implements Iterator<List<T>> {
  static final int MOST = 50_000;
  private final Iterator<T> elements;

  Chunks(Iterator<T> elements) {
    this.elements = elements;
  }

  @Override
  public boolean hasNext() {
    return elements.hasNext();
  }

  @Override
  public List<T> next() {
    List<T> out = new ArrayList<>(List.of(elements.next()));
    while (out.size() < MOST && elements.hasNext()) {
      out.add(elements.next());
    }
    return out;
  }
}
