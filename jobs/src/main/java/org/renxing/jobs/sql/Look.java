package org.renxing.jobs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructField;
import org.renxing.lake.LakeCatalogue;
import org.renxing.model.TableName;

/**
 * Statements that look at the list of tables or at the columns of one. They are answered from the
 * lake itself, with the comments that it keeps.
 */
final class Look {
  private static final Pattern TABLES =
      Pattern.compile("(?i)SHOW\\s+(?:ALL\\s+)?TABLES(?:\\s+(?:IN|FROM)\\s+(\\w+))?");
  private static final Pattern LAYERS = Pattern.compile("(?i)SHOW\\s+(?:DATABASES|SCHEMAS)");
  private static final Pattern COLUMNS =
      Pattern.compile(
          "(?i)(?:DESC|DESCRIBE|DESCRIBE\\s+TABLE|SHOW|SHOW\\s+COLUMNS\\s+(?:IN|FROM))\\s+"
              + "(\\w+)\\.(\\w+)");

  private Look() {}

  /** The answer, where a statement is one of these. */
  static Optional<Answer> answer(String sql, LakeCatalogue catalogue) {
    String plain = sql.strip().replaceFirst("\\s*;$", "");
    Matcher tables = TABLES.matcher(plain);
    if (tables.matches()) {
      Optional<String> layer =
          Optional.ofNullable(tables.group(1)).map(word -> word.toLowerCase(Locale.ROOT));
      return Optional.of(tables(catalogue, layer));
    }
    if (LAYERS.matcher(plain).matches()) {
      List<List<Object>> rows =
          LakeCatalogue.LAYERS.stream().map(layer -> List.<Object>of(layer)).toList();
      return Optional.of(new Answer(List.of("namespace"), rows.iterator()));
    }
    Matcher columns = COLUMNS.matcher(plain);
    if (columns.matches() && LakeCatalogue.isLayer(columns.group(1))) {
      return Optional.of(columns(catalogue, table(columns.group(1), columns.group(2))));
    }
    return Optional.empty();
  }

  private static TableName table(String layer, String name) {
    return new TableName(layer.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }

  private static Answer tables(LakeCatalogue catalogue, Optional<String> layer) {
    List<List<Object>> rows = new ArrayList<>();
    for (TableName table : catalogue.tables()) {
      if (layer.isEmpty() || layer.get().equals(table.layer())) {
        rows.add(List.of(table.layer(), table.name(), catalogue.comment(table).orElse("")));
      }
    }
    return new Answer(List.of("namespace", "table_name", "comment"), rows.iterator());
  }

  private static Answer columns(LakeCatalogue catalogue, TableName table) {
    List<List<Object>> rows = new ArrayList<>();
    for (StructField field : catalogue.open(table).schema().fields()) {
      String comment = field.getComment().isDefined() ? field.getComment().get() : "";
      rows.add(List.of(field.name(), field.dataType().simpleString(), comment));
    }
    return new Answer(List.of("col_name", "data_type", "comment"), rows.iterator());
  }
}
