package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.renxing.inequality.Sample;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;

/** The values of a file by measure and year, each in its group. */
final class GroupedValues {
  private static final List<String> USUAL_VALUES = List.of("value", "y");

  private final InputTable rows;
  private final Optional<Periods> periods;
  private final List<String> values;
  private final Optional<String> group;
  private final Optional<String> year;
  private final Optional<String> measure;
  private final Optional<String> id;

  /**
   * Settles what each column is.
   *
   * @param values columns of values; empty for those that the head suggests
   * @throws RenxingException USAGE where a column has two parts, or none holds values
   */
  GroupedValues(
      InputTable rows,
      List<String> values,
      Optional<String> group,
      Optional<String> year,
      Optional<String> measure,
      Optional<String> id) {
    this.rows = rows;
    this.group = group;
    this.year = year;
    this.measure = measure;
    this.id = id;
    this.periods = year.map(y -> Periods.of(rows, y));
    this.values = values.isEmpty() ? suggested() : List.copyOf(values);
    List<String> all = Stream.concat(parts(), this.values.stream()).toList();
    for (String column : all) {
      if (all.indexOf(column) != all.lastIndexOf(column)) {
        throw new RenxingException(
            ErrorCode.USAGE, "column '" + column + "' is named twice; each has one part");
      }
    }
  }

  /**
   * Whose values are compared.
   *
   * @param measure column of the values, and what its row says that it measures
   * @param year as the file writes it; empty where it has none
   */
  record Key(String measure, String year) {}

  boolean hasYear() {
    return year.isPresent();
  }

  /** In words, for a note: which column is what. */
  String roles() {
    return "values "
        + String.join(", ", values)
        + group.map(c -> " · group " + c).orElse(" · no groups")
        + year.map(c -> " · year " + c).orElse("")
        + measure.map(c -> " · measure " + c).orElse("");
  }

  /** The cells of the columns of values that are missing: row, column, unit and year. */
  List<Map<String, Object>> missing() {
    List<Map<String, Object>> out = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (String column : values) {
        if (rows.isMissing(row, column)) {
          Map<String, Object> place = new LinkedHashMap<>();
          place.put("row", rows.number(row));
          int at = row;
          Stream.of(id, year)
              .flatMap(Optional::stream)
              .forEach(c -> place.put(c, rows.text(at, c)));
          place.put("column", column);
          out.add(place);
        }
      }
    }
    return out;
  }

  /**
   * The samples, in the order in which the file names them.
   *
   * @throws RenxingException DATA_CHECK for a value that is no number or below 0, and for a row
   *     without group, year or measure; the message names row and column
   */
  Map<Key, Sample> samples() {
    Map<Key, Sample.Builder> builders = new LinkedHashMap<>();
    for (String column : values) {
      Map<List<Object>, Integer> first = new HashMap<>();
      for (int row = 0; row < rows.size(); row++) {
        requireOnce(row, column, first);
        OptionalDouble value = rows.quantity(row, column, name(row));
        Sample.Builder builder =
            builders.computeIfAbsent(key(row, column), k -> new Sample.Builder());
        if (value.isPresent()) {
          builder.add(label(row, group).orElse("all"), value.getAsDouble());
        }
      }
    }
    Map<Key, Sample> out = new LinkedHashMap<>();
    builders.forEach((key, builder) -> out.put(key, builder.build()));
    return out;
  }

  /** Where units are named, each stands once in a sample. */
  private void requireOnce(int row, String column, Map<List<Object>, Integer> first) {
    if (id.isEmpty() || rows.bare(row, id.get()).isEmpty()) {
      return;
    }
    List<Object> unit = List.of(key(row, column), rows.bare(row, id.get()));
    Integer other = first.putIfAbsent(unit, row);
    if (other != null) {
      throw rows.broken(
          row,
          name(row),
          ": the unit stands in row "
              + rows.number(other)
              + " already; one row a unit and year, please");
    }
  }

  private Key key(int row, String column) {
    String said = label(row, measure).orElse(column);
    boolean isBoth = measure.isPresent() && values.size() > 1;
    String period = label(row, year).flatMap(y -> periods.map(p -> p.of(row))).orElse("");
    return new Key(isBoth ? said + "." + column : said, period);
  }

  private Optional<String> label(int row, Optional<String> column) {
    if (column.isEmpty()) {
      return Optional.empty();
    }
    if (rows.isMissing(row, column.get())) {
      throw rows.broken(
          row,
          name(row),
          ", column "
              + column.get()
              + ": is missing; fill it or drop the row, or say --missing= if '"
              + rows.text(row, column.get())
              + "' is a name");
    }
    return Optional.of(rows.text(row, column.get()));
  }

  private String name(int row) {
    return id.map(c -> " (" + rows.text(row, c) + ")").orElse("");
  }

  private Stream<String> parts() {
    return Stream.of(group, year, measure, id).flatMap(Optional::stream);
  }

  private List<String> suggested() {
    List<String> free = new ArrayList<>(rows.columns());
    free.removeAll(parts().toList());
    List<String> out = USUAL_VALUES.stream().filter(free::contains).limit(1).toList();
    if (out.isEmpty()) {
      out = free.stream().filter(c -> rows.figures(c).holdsNumbers()).toList();
    }
    if (out.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          rows.name()
              + ": no column of numbers is left; name the values with --value, of "
              + Excerpt.list(rows.columns()));
    }
    return out;
  }
}
