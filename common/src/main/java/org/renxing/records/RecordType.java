package org.renxing.records;

import java.io.Externalizable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is asked of a record class again and again: its components and its constructor. */
final class RecordType {
  private static final ClassValue<Optional<RecordType>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Optional<RecordType> computeValue(Class<?> type) {
          return type.isRecord() && !hasOwnForm(type) && !asksForOneCollection(type)
              ? Optional.of(new RecordType(type))
              : Optional.empty();
        }
      };

  private final Method[] accessors;
  private final Constructor<?> constructor;

  private RecordType(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.accessors = Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) { // each record has it
      throw new IllegalStateException(e);
    }
    constructor.setAccessible(true);
    Stream.of(accessors).forEach(accessor -> accessor.setAccessible(true));
  }

  /** The type of a record class; empty for classes that are no records, or say how they travel. */
  static Optional<RecordType> of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static boolean hasOwnForm(Class<?> type) {
    return Externalizable.class.isAssignableFrom(type)
        || Arrays.stream(type.getDeclaredMethods())
            .anyMatch(m -> m.getName().equals("writeReplace"));
  }

  /** Whether it asks for collections of a certain class; others are read as those of the JDK. */
  private static boolean asksForOneCollection(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getType)
        .filter(t -> Collection.class.isAssignableFrom(t) || Map.class.isAssignableFrom(t))
        .anyMatch(t -> !t.isInterface());
  }

  /** How many components it has. */
  int size() {
    return accessors.length;
  }

  /** Gives each component of a record in turn. */
  void forEach(Record record, Consumer<Object> use) {
    for (Method accessor : accessors) {
      use.accept(component(accessor, record));
    }
  }

  private static Object component(Method accessor, Record record) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw unexpected(e);
    }
  }

  Object of(Object[] components) {
    try {
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException thrown
            && thrown.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e);
  }
}
