package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.inequality.Reason;

/**
 * Forms the tables of indices of inequality: each row begins with its measure and, if there are
 * any, year.
 */
record IndexTables(boolean hasYear) {
  private static final int NAMED = 5;

  List<String> names(List<String> columns) {
    List<String> out = new ArrayList<>(List.of("measure"));
    if (hasYear) {
      out.add("year");
    }
    out.addAll(columns);
    return out;
  }

  Row row(GroupedValues.Key key, List<Object> cells) {
    List<Object> out = new ArrayList<>(List.of(key.measure()));
    if (hasYear) {
      out.add(key.year());
    }
    out.addAll(cells);
    return RowFactory.create(out.toArray());
  }

  static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  static Object reason(Reason reason) {
    return reason == Reason.NONE ? null : reason.name();
  }

  /** Says how many values are missing. */
  static void note(GroupedValues values) {
    List<Map<String, Object>> missing = values.missing();
    if (!missing.isEmpty()) {
      System.err.printf(
          "%,d values are missing and do not count%n  %s%s%n",
          missing.size(),
          missing.stream().limit(NAMED).map(IndexTables::cell).collect(Collectors.joining("; ")),
          missing.size() > NAMED ? "; …" : "");
    }
  }

  private static String cell(Map<String, Object> place) {
    return place.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(" "));
  }
}
