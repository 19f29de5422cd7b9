package org.renxing.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what {@link RecordWriter} wrote, a record at a time. Classes are found by the class loader
 * of the thread: on a cluster the product is no part of what Spark's own loader knows.
 *
 * @param <T> of the records
 */
final class RecordReader<T> implements Iterator<T> {
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final ByteBuffer in;
  private final RecentTexts texts = new RecentTexts();
  private final List<Type> types = new ArrayList<>();

  /** A class that was named before, and its last record. */
  private static final class Type {
    private final Class<?> named;
    private final Optional<RecordType> record;
    private Object last = "";

    Type(Class<?> named) {
      this.named = named;
      this.record = RecordType.of(named);
    }
  }

  RecordReader(byte[] bytes) {
    in = Bytes.expanded(bytes);
  }

  @Override
  public boolean hasNext() {
    return in.get(in.position()) != RecordTag.END;
  }

  @Override
  @SuppressWarnings("unchecked") // as it was written
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return (T) read();
  }

  private Object read() {
    byte tag = in.get();
    return switch (tag) {
      case RecordTag.NULL -> null;
      case RecordTag.TEXT -> text();
      case RecordTag.SAME_TEXT -> texts.at(size());
      case RecordTag.RECORD -> record();
      case RecordTag.ENUM -> constant();
      case RecordTag.DOUBLE -> in.getDouble();
      case RecordTag.INT -> size();
      case RecordTag.LONG -> in.getLong();
      case RecordTag.TRUE -> true;
      case RecordTag.FALSE -> false;
      case RecordTag.EMPTY -> Optional.empty();
      case RecordTag.OPTIONAL -> Optional.of(read());
      case RecordTag.OBJECT -> object();
      default -> many(tag);
    };
  }

  private Object many(byte tag) {
    return switch (tag) {
      case RecordTag.SAME_RECORD -> types.get(size()).last;
      case RecordTag.LIST -> list();
      case RecordTag.SET -> Collections.unmodifiableSet(elements(new LinkedHashSet<>()));
      case RecordTag.SORTED_SET -> Collections.unmodifiableSortedSet(elements(new TreeSet<>()));
      case RecordTag.MAP -> Collections.unmodifiableMap(entries(new LinkedHashMap<>()));
      case RecordTag.SORTED_MAP -> Collections.unmodifiableSortedMap(entries(new TreeMap<>()));
      case RecordTag.DOUBLES -> doubles();
      case RecordTag.INTS -> ints();
      default -> throw new IllegalStateException("no record is written as " + tag);
    };
  }

  private Object record() {
    Type named = type();
    RecordType type = named.record.orElseThrow();
    Object[] components = new Object[type.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = read();
    }
    named.last = type.of(components);
    return named.last;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a class of constants
  private Object constant() {
    Class type = type().named;
    return Enum.valueOf(type, (String) read());
  }

  private Type type() {
    int number = size();
    if (number == types.size()) {
      byte[] name = new byte[size()];
      in.get(name);
      Class<?> named = named(new String(name, StandardCharsets.UTF_8));
      types.add(new Type(named));
    }
    return types.get(number);
  }

  private Class<?> named(String name) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a record of a class that is not there", e);
    }
  }

  private String text() {
    int place = size();
    int length = size();
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    texts.put(text, place);
    return text;
  }

  private List<Object> list() {
    Object[] out = new Object[size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = read();
    }
    return Collections.unmodifiableList(Arrays.asList(out)); // nulls may be among them
  }

  private <S extends Set<Object>> S elements(S out) {
    for (int left = size(); left > 0; left--) {
      out.add(read());
    }
    return out;
  }

  private <M extends Map<Object, Object>> M entries(M out) {
    for (int left = size(); left > 0; left--) {
      out.put(read(), read());
    }
    return out;
  }

  private double[] doubles() {
    double[] out = new double[size()];
    in.asDoubleBuffer().get(out);
    in.position(in.position() + out.length * Double.BYTES);
    return out;
  }

  private int[] ints() {
    int[] out = new int[size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = size();
    }
    return out;
  }

  private Object object() {
    byte[] form = new byte[size()];
    in.get(form);
    try (ObjectInputStream stream = new LoadedStream(new ByteArrayInputStream(form))) {
      return stream.readObject();
    } catch (IOException e) { // from an array none comes
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a record of a class that is not there", e);
    }
  }

  private int size() {
    int out = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      out |= (next & 0x7F) << shift;
      if (next >= 0) {
        return out;
      }
    }
  }

  private final class LoadedStream extends ObjectInputStream {
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
