package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.regression.Coefficient;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.TestStatistic;

/** Forms the tables of regressions: coefficients, and figures of the whole by name. */
final class ModelTables {
  private final Map<String, Object> figures = new LinkedHashMap<>();

  /** The coefficients with their tests. */
  static Answer coefficients(List<Coefficient> all, Map<String, Double> inflation) {
    List<Row> rows = new ArrayList<>();
    for (Coefficient c : all) {
      rows.add(
          RowFactory.create(
              c.term(),
              number(c.estimate()),
              number(c.standardError()),
              number(c.statistic()),
              number(c.pValue()),
              number(inflation.getOrDefault(c.term(), Double.NaN)),
              Answer.text(c.reason())));
    }
    return new Answer(
        List.of("term", "estimate", "std_error", "statistic", "p_value", "vif", "reason"), rows);
  }

  /** A cell of a number: none for NaN and for what is infinite, as t is where nothing is left. */
  static Object number(double x) {
    return Double.isFinite(x) ? x : null;
  }

  /** Adds a figure; one that is NaN has no value. */
  ModelTables add(String name, double value) {
    figures.put(name, number(value));
    return this;
  }

  /** Adds a test with its degrees of freedom. */
  void add(String name, TestStatistic test) {
    add(name, test.value());
    add(name + "_df", test.degreesOfFreedom());
    add(name + "_p_value", test.pValue());
  }

  /** The figures by name. */
  Answer fit() {
    List<Row> rows = new ArrayList<>();
    figures.forEach((name, value) -> rows.add(RowFactory.create(name, value)));
    return new Answer(List.of("figure", "value"), rows);
  }

  /** Says which rows are left out, and by which terms. */
  static void note(DesignMatrix design) {
    if (design.leftOut() > 0) {
      System.err.printf(
          Locale.ROOT,
          "%,d of %,d rows are left out, as a value is missing or undefined: %s%n",
          design.leftOut(),
          design.leftOut() + design.size(),
          design.undefined().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> e.getKey() + " in " + e.getValue())
              .collect(Collectors.joining(", ")));
    }
  }
}
