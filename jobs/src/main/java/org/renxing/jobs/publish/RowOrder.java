package org.renxing.jobs.publish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.spark.sql.Row;

/**
 * The order of Spark's {@code ORDER BY} over the columns of rows: nulls first, texts by their bytes
 * in UTF-8, -0 equal to 0, NaN last.
 */
final class RowOrder implements Comparator<Row> {
  @Override
  public int compare(Row a, Row b) {
    int order = 0;
    for (int i = 0; order == 0 && i < a.size(); i++) {
      order = ofValues(a.get(i), b.get(i));
    }
    return order;
  }

  private static int ofValues(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    } else if (a instanceof String text) {
      return text.equals(b) ? 0 : Arrays.compareUnsigned(bytes(text), bytes((String) b));
    } else if (a instanceof Double number) {
      return Double.compare(number + 0.0, (Double) b + 0.0); // -0 + 0 is 0
    } else if (a instanceof byte[] bytes) {
      return Arrays.compareUnsigned(bytes, (byte[]) b);
    } else if (a instanceof String[] texts) {
      return Arrays.compare(texts, (String[]) b, RowOrder::ofValues);
    }
    @SuppressWarnings("unchecked") // numbers, truth values and times are comparable
    Comparable<Object> value = (Comparable<Object>) a;
    return value.compareTo(b);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
