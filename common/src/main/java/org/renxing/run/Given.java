package org.renxing.run;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.TableRows;
import org.renxing.model.Scenario;
import org.renxing.records.Records;

/**
 * What is given to the maker of a table or of a shared result: what it declared that it needs, and
 * nothing else. Every method throws IllegalStateException for a need that was not declared.
 */
public final class Given {
  private final String asker;
  private final List<Need<?>> declared;
  private final Inputs inputs;
  private final Optional<Scenario> scenario;

  Given(String asker, List<Need<?>> declared, Inputs inputs, Optional<Scenario> scenario) {
    this.asker = asker;
    this.declared = declared;
    this.inputs = inputs;
    this.scenario = scenario;
  }

  /** What a need stands for. */
  public <T> T get(Need<T> need) {
    require(need);
    return need.from(inputs, scenario);
  }

  /** As {@link Inputs#grouped}, of the scenario's rows. */
  public <T extends Serializable, R extends Serializable> Records<R> grouped(
      StoredRows<T> rows, List<String> keys, Records.Key<T> key, Records.Group<T, R> group) {
    return inputs.grouped(rows.reading(), scenarioOf(rows), keys, key, group);
  }

  /** The same, by Spark, however few the rows are. */
  public <T extends Serializable, R extends Serializable> Records<R> distributed(
      StoredRows<T> rows, List<String> keys, Records.Group<T, R> group) {
    String id = scenarioOf(rows);
    return rows.reading().grouped(inputs.read(rows.reading().table(), id), keys, group);
  }

  /** As {@link Inputs#packed}, of a table that is not kept by scenario. */
  public <T extends Serializable> Records<T> packed(
      StoredRows<T> rows, Records.Key<T> key, Records.Group<T, T> group) {
    require(rows);
    return inputs.packed(rows.reading(), key, group);
  }

  /** As {@link Inputs#rows}. */
  public <T extends Serializable> TableRows rows(
      Records<T> records, long rowsEach, StructType shape, Records.Each<T, Row> each) {
    return inputs.rows(records, rowsEach, shape, each);
  }

  private String scenarioOf(StoredRows<?> rows) {
    require(rows);
    return Need.scenario(rows.toString(), scenario).id();
  }

  private void require(Need<?> need) {
    if (!declared.contains(need)) {
      throw new IllegalStateException(
          "%s asks for %s, which it does not declare; it needs %s"
              .formatted(asker, need, declared));
    }
  }
}
