package org.renxing.jobs.gold.reproduction;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.model.TableName;
import org.renxing.records.TableRecords;

/**
 * A figure of the rows of a table for which conditions hold.
 *
 * @param other a column to subtract from the other; for names, the column that orders them; empty
 *     for none
 * @param times by what the figure is multiplied, before it is divided
 */
record Aggregate(
    Kind kind, String column, String other, double times, double over, List<Condition> conditions)
    implements Serializable {
  /** What is made of the rows. */
  enum Kind {
    LARGEST,
    SMALLEST,
    MEAN,
    /** How many different ones there are. */
    COUNT,
    /** All different ones, in order. */
    NAMES
  }

  /** How a column stands to a value. */
  enum Relation {
    IS,
    AT_MOST,
    AT_LEAST
  }

  /** A condition; not known where the column is null. */
  record Condition(String column, Relation relation, String value) implements Serializable {
    Optional<Boolean> of(Line line) {
      return line.text(column)
          .map(
              text ->
                  switch (relation) {
                    case IS -> text.equals(value);
                    case AT_MOST -> Double.parseDouble(text) <= Double.parseDouble(value);
                    case AT_LEAST -> Double.parseDouble(text) >= Double.parseDouble(value);
                  });
    }
  }

  /** A row: text of what is given, by column. */
  record Line(Map<String, String> given) implements Serializable {
    Line {
      given = Map.copyOf(given);
    }

    Optional<String> text(String column) {
      return Optional.ofNullable(given.get(column));
    }

    double number(String column) {
      return text(column).map(Double::parseDouble).orElse(Double.NaN);
    }

    /** How some columns of a table are read. */
    static TableRecords<Line> of(TableName table, List<String> columns) {
      return TableRecords.of(
          table,
          columns,
          row -> {
            Map<String, String> given = new HashMap<>();
            columns.forEach(c -> row.asText(c).ifPresent(text -> given.put(c, text)));
            return new Line(given);
          });
    }
  }

  Aggregate {
    conditions = List.copyOf(conditions);
  }

  /** A figure of a column. */
  static Aggregate of(Kind kind, String column, Condition... conditions) {
    return new Aggregate(kind, column, "", 1, 1, List.of(conditions));
  }

  /** The largest value of a column. */
  static Aggregate largest(String column, Condition... conditions) {
    return of(Kind.LARGEST, column, conditions);
  }

  /** A condition that a column has a value. */
  static Condition is(String column, Object value) {
    return new Condition(column, Relation.IS, String.valueOf(value));
  }

  /** The same figure of the difference to another column, or in the order of that. */
  Aggregate with(String another) {
    return new Aggregate(kind, column, another, times, over, conditions);
  }

  /** The figure on another scale. */
  Aggregate scaled(double byTimes, double byOver) {
    return new Aggregate(kind, column, other, byTimes, byOver, conditions);
  }

  /** All columns that it looks at. */
  Stream<String> columns() {
    return Stream.concat(
        Stream.of(column, other).filter(name -> !name.isEmpty()),
        conditions.stream().map(Condition::column));
  }

  /** Whether all conditions hold; not known where none fails and one is not known. */
  Optional<Boolean> holds(Line line) {
    List<Optional<Boolean>> all = conditions.stream().map(c -> c.of(line)).toList();
    if (all.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return all.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }
}
