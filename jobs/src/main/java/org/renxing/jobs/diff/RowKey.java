package org.renxing.jobs.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key of a row.
 *
 * @param values by column, in the order of the key; null where the row has none
 */
record RowKey(@JsonValue Map<String, Object> values) implements Comparable<RowKey> {
  RowKey {
    values = new LinkedHashMap<>(values);
  }

  /** Value by value, nulls first; keys are of one table. */
  @Override
  public int compareTo(RowKey other) {
    List<Object> theirs = new ArrayList<>(other.values.values());
    int place = 0;
    for (Object own : values.values()) {
      Object their = theirs.get(place++);
      int order = own == null || their == null ? nullsFirst(own, their) : compare(own, their);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int nullsFirst(Object a, Object b) {
    return Boolean.compare(a != null, b != null);
  }

  @SuppressWarnings("unchecked") // columns of one kind
  private static int compare(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  /** As {@code unit_id=340100, year=2019}. */
  @Override
  public String toString() {
    List<String> out = new ArrayList<>();
    values.forEach((column, value) -> out.add(column + "=" + value));
    return String.join(", ", out);
  }
}
