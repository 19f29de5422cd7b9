package org.renxing.jobs.sql;

import java.util.Iterator;
import java.util.List;

/**
 * The answer to a question, read once and in order.
 *
 * @param columns names, of which two may be equal
 * @param rows values, as {@link Values} has them, in the order of the columns
 */
public record Answer(List<String> columns, Iterator<List<Object>> rows) {
  public Answer {
    columns = List.copyOf(columns);
  }
}
