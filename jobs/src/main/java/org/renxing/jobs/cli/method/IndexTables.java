package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.inequality.Reason;

/**
 * Forms the tables of indices of inequality: each row begins with its measure and, if there are
 * any, year.
 */
record IndexTables(boolean hasYear) {
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
    long missing = values.missing();
    if (missing > 0) {
      System.err.printf("%,d values are missing and do not count%n", missing);
    }
  }
}
