package org.renxing.jobs.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.Expression;

/** Expressions of indicators over the base values of one unit and year. */
final class Formula {
  /** A number, or a name with or without back-ticks. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<number>\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)|`?(?<name>[\\p{L}_][\\p{L}\\d_]*)`?");

  private Formula() {}

  /** The expression with values in place of the names that have one, and ? where it is missing. */
  static String filledIn(String expression, Map<String, Optional<Double>> values) {
    Matcher words = WORD.matcher(expression);
    StringBuilder out = new StringBuilder();
    while (words.find()) {
      String name = words.group("name");
      String text =
          name != null && values.containsKey(name)
              ? values.get(name).map(Figures::exact).orElse("?")
              : words.group();
      words.appendReplacement(out, Matcher.quoteReplacement(text));
    }
    return words.appendTail(out).toString();
  }

  /**
   * The values of expressions by indicator code, by the same code that made the panel. Rows on the
   * driver go in and come out, so Spark folds it while planning and starts no job.
   */
  static Map<String, Optional<Double>> values(
      SparkSession spark,
      Map<String, Expression> expressions,
      Map<String, Optional<Double>> values) {
    StructType shape = new StructType();
    List<Object> cells = new ArrayList<>();
    for (Map.Entry<String, Optional<Double>> value : values.entrySet()) {
      shape = shape.add(value.getKey(), DataTypes.DoubleType);
      cells.add(value.getValue().orElse(null));
    }
    List<Column> columns = new ArrayList<>();
    expressions.forEach((code, e) -> columns.add(e.value(b -> functions.col("`" + b + "`"))));
    Row answer =
        spark
            .createDataFrame(List.of(RowFactory.create(cells.toArray())), shape)
            .select(columns.toArray(Column[]::new))
            .collectAsList()
            .get(0);
    Map<String, Optional<Double>> out = new LinkedHashMap<>();
    int i = 0;
    for (String code : expressions.keySet()) {
      out.put(code, answer.isNullAt(i) ? Optional.empty() : Optional.of(answer.getDouble(i)));
      i++;
    }
    return out;
  }
}
