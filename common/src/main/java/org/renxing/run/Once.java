package org.renxing.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.renxing.records.Records;

/**
 * A result that is computed when it is first asked for, by one thread; the others wait for it.
 *
 * @param <T> immutable
 */
final class Once<T> {
  private final Supplier<T> make;
  private Optional<T> made = Optional.empty();

  Once(Supplier<T> make) {
    this.make = make;
  }

  synchronized T get() {
    if (made.isEmpty()) {
      made = Optional.of(make.get());
    }
    return made.get();
  }

  /** Gives up what Spark keeps of the result. */
  synchronized void release() {
    made.ifPresent(
        result -> {
          if (result instanceof Records<?> records) {
            records.release();
          }
        });
  }
}
