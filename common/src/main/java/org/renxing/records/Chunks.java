package org.renxing.records;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Elements, so many at a time. */
final class Chunks<T> implements Iterator<List<T>> {
  private final Iterator<T> elements;
  private final int most;

  Chunks(Iterator<T> elements, int most) {
    this.elements = elements;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    return elements.hasNext();
  }

  @Override
  public List<T> next() {
    List<T> out = new ArrayList<>(List.of(elements.next()));
    while (out.size() < most && elements.hasNext()) {
      out.add(elements.next());
    }
    return out;
  }
}
