package org.renxing.jobs.gold.table;

import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Given;
import org.renxing.run.Inputs;
import org.renxing.run.Need;

/** A published table, kept by scenario. */
public interface GoldTable {
  /** A column of every table about units, which is filled in by whoever makes the table. */
  String UNIT_NAME_EN = "unit_name_en";

  /** Its shape and checks. */
  TableSpec spec();

  /** All that its rows are made from; the same every time it is asked. */
  List<Need<?>> needs();

  /** Whether a scenario has such figures at all. */
  default boolean appliesTo(Scenario scenario) {
    return true;
  }

  /**
   * The part of the scenario on which the rows depend beside that on which the needs do; its text
   * is compared between runs.
   */
  default Object configuration(Scenario scenario) {
    return "";
  }

  /**
   * The rows of a scenario, without scenario_id, unit_name_en and run_id.
   *
   * @param given hands out the {@link #needs}, and nothing else
   */
  TableRows rows(Scenario scenario, Given given);

  /** The columns of {@link #rows}. */
  default StructType columns() {
    return columns(spec());
  }

  /** The columns of the rows that a table of some shape makes; the others are filled in. */
  static StructType columns(TableSpec spec) {
    return TableShape.of(spec, "scenario_id", UNIT_NAME_EN, "run_id");
  }

  /** What to add to the message where rows of a scenario break a check; asked only then. */
  default String explain(Scenario scenario, Inputs inputs) {
    return "";
  }

  /**
   * The money of a scenario whose change over time the figures rest on; a table that names any has
   * the column {@link ComparedPrices#COLUMN}.
   */
  default List<Statistic> comparedMoney(Scenario scenario) {
    return List.of();
  }

  /** Starts a shape with the column that every gold table begins with. */
  static TableSpec.Builder shape(String name, String grain) {
    return TableSpec.of(TableName.gold(name), grain)
        .key("scenario_id", Type.STRING, "Scenario: the configuration that made the row");
  }

  /** Starts the shape of a table whose rows are about units in years. */
  static TableSpec.Builder unitYear(String name, String grain) {
    return shape(name, grain).with(GoldTable::unitYear);
  }

  /** Adds the columns that say which unit and year a row is about. */
  static TableSpec.Builder unitYear(TableSpec.Builder shape) {
    return unit(shape).key("year", Type.INT, "Year");
  }

  /** Adds the columns that say which unit a row is about. */
  static TableSpec.Builder unit(TableSpec.Builder shape) {
    return named(shape.key("unit_id", Type.STRING, "Unit: newest six-digit code (GB/T 2260)"));
  }

  /** Adds the names of the unit that a row is about. */
  static TableSpec.Builder named(TableSpec.Builder shape) {
    return shape
        .required("unit_name", Type.STRING, "", "Unit's newest official name, in Chinese")
        .optional(UNIT_NAME_EN, Type.STRING, "", "Unit's name in English, where one is known");
  }

  /** Ends a shape with the column that every gold table ends with. */
  static TableSpec end(TableSpec.Builder shape) {
    return shape.required("run_id", Type.STRING, "", "Run that made the row; see ops.run").build();
  }
}
