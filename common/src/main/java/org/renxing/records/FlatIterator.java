package org.renxing.records;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** What a function makes of each element, one after another. */
final class FlatIterator<T, R> implements Iterator<R> {
  private final Iterator<T> elements;
  private final Records.Each<T, R> each;
  private Iterator<R> now = Collections.emptyIterator();

  FlatIterator(Iterator<T> elements, Records.Each<T, R> each) {
    this.elements = elements;
    this.each = each;
  }

  @Override
  public boolean hasNext() {
    while (!now.hasNext() && elements.hasNext()) {
      now = each.of(elements.next());
    }
    return now.hasNext();
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return now.next();
  }
}
