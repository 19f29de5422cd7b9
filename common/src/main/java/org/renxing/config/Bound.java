package org.renxing.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A record as far as a section could be read.
 *
 * @param values by component; stand-ins where what is written is wrong, empty where there is none
 */
record Bound<T extends Record>(Section section, Class<T> type, Map<String, Optional<?>> values)
    implements Supplier<T> {

  /** The value of a component, of which the caller knows the type. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  <V> V get(String component) {
    return (V) values.get(component).orElseThrow();
  }

  /** Finishes the section and makes the record, unless something is wrong. */
  Optional<T> build() {
    return section.build(this);
  }

  /**
   * The record, whatever is wrong.
   *
   * @throws java.util.NoSuchElementException where a part could not be made
   */
  @Override
  public T get() {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] given = Arrays.stream(parts).map(part -> made(get(part.getName()))).toArray();
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(given);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of a component of a record. */
  static Object component(Object record, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object made(Object value) {
    return value instanceof Supplier<?> part ? part.get() : value;
  }
}
