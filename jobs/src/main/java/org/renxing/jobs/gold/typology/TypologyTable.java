package org.renxing.jobs.gold.typology;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasureValue;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.model.Typology;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;
import org.renxing.typology.Types;
import org.renxing.typology.TypologyKernel;

/** A table of the types of a scenario, which are made once for all of these. */
public abstract class TypologyTable implements GoldTable {
  /** The types of each typology. */
  static final Need<Records<Types>> TYPES =
      Need.of(
          "types of units",
          List.of(Measures.VALUES),
          scenario ->
              List.of(scenario.typologies(), scenario.overallMeasure(), scenario.years().step()),
          (scenario, given) ->
              types(
                  given.get(Measures.VALUES),
                  scenario.typologies(),
                  scenario.overallMeasure(),
                  scenario.years().step()));

  private final Each each;

  /** The rows of a typology. */
  @FunctionalInterface
  interface Each extends Serializable {
    Iterator<Row> of(Types types, UnitDirectory units);
  }

  /** A value that a typology looks at. */
  private record Wanted(String typology, MeasureValue value) implements Serializable {}

  /** A table. */
  TypologyTable(Each each) {
    this.each = each;
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(TYPES, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.typologies().isEmpty();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(TYPES), given.get(Units.DIRECTORY));
  }

  public TableRows rows(Records<Types> types, UnitDirectory units) {
    Each rows = each;
    return types.rows(columns(), one -> rows.of(one, units));
  }

  /** The types of each typology, of values of any measures. */
  public static Records<Types> types(
      Records<MeasureValue> values, List<Typology> typologies, String overall, int step) {
    TreeMap<String, TypologyKernel> kernels = new TreeMap<>();
    for (Typology typology : typologies) {
      kernels.put(typology.id(), new TypologyKernel(typology, overall, step));
    }
    return values
        .flatMap(value -> wanted(kernels, value))
        .sharedOut(
            kernels.size(),
            Wanted::typology,
            (id, all) ->
                List.of(kernels.get(id).of(all.stream().map(Wanted::value).toList())).iterator())
        .kept();
  }

  private static Iterator<Wanted> wanted(Map<String, TypologyKernel> kernels, MeasureValue value) {
    return kernels.entrySet().stream()
        .filter(kernel -> kernel.getValue().takes(value.measure()))
        .map(kernel -> new Wanted(kernel.getKey(), value))
        .iterator();
  }

  /** Starts a shape with the column that says which typology. */
  static TableSpec.Builder typology(String name, String grain) {
    return GoldTable.shape(name, grain)
        .key("typology_id", Type.STRING, "Typology: one of the scenario's types");
  }

  /** Starts a shape with the columns that say which typology, made from which years. */
  static TableSpec.Builder made(String name, String grain) {
    return typology(name, grain)
        .key("years", Type.STRING, "Years from which types were made, such as 2012..2021 or 2021");
  }
}
