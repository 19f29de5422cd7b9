package org.renxing.records;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.apache.commons.lang3.SerializationUtils;

/**
 * Writes records to one array of bytes: component after component, names of classes and texts that
 * come again as numbers. Objects that are neither records nor texts, numbers and collections are
 * written as Java serialises them. {@link RecordReader} reads them.
 */
final class RecordWriter {
  private final Bytes out = new Bytes();
  private final RecentTexts texts = new RecentTexts();
  private final Map<Class<?>, NumberedType> types = new HashMap<>();

  /** A class that was named before, and its last record. */
  private static final class NumberedType {
    private final int number;
    private final Optional<RecordType> type;
    private Object last = "";

    NumberedType(int number, Optional<RecordType> type) {
      this.number = number;
      this.type = type;
    }
  }

  /**
   * Adds a record.
   *
   * @throws RuntimeException of what cannot be serialised
   */
  void add(Serializable record) {
    write(record);
  }

  /** How many bytes there are. */
  int size() {
    return out.size();
  }

  /** All that was added, packed. */
  byte[] close() {
    out.write(RecordTag.END);
    return out.packed();
  }

  private void write(Object value) {
    if (value == null) {
      out.write(RecordTag.NULL);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Double number) {
      out.write(RecordTag.DOUBLE);
      out.write((double) number);
    } else if (value instanceof Boolean flag) {
      out.write(flag ? RecordTag.TRUE : RecordTag.FALSE);
    } else if (value instanceof Record record) {
      record(record);
    } else if (value instanceof Integer number) {
      out.write(RecordTag.INT);
      out.writeSmall(number);
    } else if (value instanceof Long number) {
      out.write(RecordTag.LONG);
      out.write((long) number);
    } else if (value instanceof Enum<?> constant) {
      out.write(RecordTag.ENUM);
      type(constant.getDeclaringClass());
      text(constant.name());
    } else if (!collection(value) && !array(value)) {
      object((Serializable) value);
    }
  }

  private void record(Record record) {
    NumberedType known = types.get(record.getClass());
    Optional<RecordType> type = known == null ? RecordType.of(record.getClass()) : known.type;
    if (type.isEmpty()) {
      object((Serializable) record);
    } else if (known != null && known.last == record) {
      out.write(RecordTag.SAME_RECORD);
      out.writeSmall(known.number);
    } else {
      out.write(RecordTag.RECORD);
      NumberedType written = type(record.getClass());
      type.get().forEach(record, this::write);
      written.last = record;
    }
  }

  private void text(String text) {
    int place = RecentTexts.place(text);
    if (texts.isKnown(text, place)) {
      out.write(RecordTag.SAME_TEXT);
      out.writeSmall(place);
      return;
    }
    byte[] form = text.getBytes(StandardCharsets.UTF_8);
    out.write(RecordTag.TEXT);
    out.writeSmall(place);
    out.writeSmall(form.length);
    out.write(form);
  }

  /** By its number; a class that comes for the first time by the next number and its name. */
  private NumberedType type(Class<?> type) {
    NumberedType known = types.get(type);
    if (known != null) {
      out.writeSmall(known.number);
      return known;
    }
    byte[] name = type.getName().getBytes(StandardCharsets.UTF_8);
    NumberedType named = new NumberedType(types.size(), RecordType.of(type));
    out.writeSmall(named.number);
    out.writeSmall(name.length);
    out.write(name);
    types.put(type, named);
    return named;
  }

  private boolean collection(Object value) {
    if (value instanceof List<?> list) {
      elements(RecordTag.LIST, list);
    } else if (value instanceof SortedSet<?> set && set.comparator() == null) {
      elements(RecordTag.SORTED_SET, set);
    } else if (value instanceof Set<?> set && !(set instanceof SortedSet<?>)) {
      elements(RecordTag.SET, set);
    } else if (value instanceof SortedMap<?, ?> map && map.comparator() == null) {
      entries(RecordTag.SORTED_MAP, map);
    } else if (value instanceof Map<?, ?> map && !(map instanceof SortedMap<?, ?>)) {
      entries(RecordTag.MAP, map);
    } else if (value instanceof Optional<?> optional) {
      out.write(optional.isPresent() ? RecordTag.OPTIONAL : RecordTag.EMPTY);
      optional.ifPresent(this::write);
    } else {
      return false;
    }
    return true;
  }

  private void elements(int tag, Collection<?> elements) {
    out.write(tag);
    out.writeSmall(elements.size());
    elements.forEach(this::write);
  }

  private void entries(int tag, Map<?, ?> entries) {
    out.write(tag);
    out.writeSmall(entries.size());
    entries.forEach(
        (key, value) -> {
          write(key);
          write(value);
        });
  }

  private boolean array(Object value) {
    if (value instanceof double[] numbers) {
      out.write(RecordTag.DOUBLES);
      out.writeSmall(numbers.length);
      for (double number : numbers) {
        out.write(number);
      }
    } else if (value instanceof int[] numbers) {
      out.write(RecordTag.INTS);
      out.writeSmall(numbers.length);
      for (int number : numbers) {
        out.writeSmall(number);
      }
    } else {
      return false;
    }
    return true;
  }

  private void object(Serializable value) {
    byte[] form = SerializationUtils.serialize(value);
    out.write(RecordTag.OBJECT);
    out.writeSmall(form.length);
    out.write(form);
  }
}
