package org.renxing.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;

/**
 * Something that tables are made from, declared once: the stored tables that it reads, the part of
 * the scenario on which it depends, and how to get it. What it is made of in turn is declared by
 * the needs that it names, so that a table that names a need depends on all that lies below it.
 *
 * <p>Needs are told apart by identity; they are constants, or fields of the tables that name them.
 * What is made is kept until the run ends, under the name of the need and the scenario: needs of
 * one name make the same.
 *
 * @param <T> what is given; immutable
 */
public sealed class Need<T> permits StoredRows {
  /** Makes a shared result for a scenario of what it needs itself. */
  @FunctionalInterface
  public interface Making<T> {
    T of(Scenario scenario, Given given);
  }

  /** The content of a stored table as far as a scenario depends on it. */
  @FunctionalInterface
  public interface Content {
    String of(TableState state, Scenario scenario);
  }

  private final String name;
  private final List<Need<?>> needs;
  private final Map<TableName, Content> contents;
  private final Function<Scenario, Object> configuration;
  private final BiFunction<Inputs, Optional<Scenario>, T> getting;

  Need(
      String name,
      List<Need<?>> needs,
      Map<TableName, Content> contents,
      Function<Scenario, Object> configuration,
      BiFunction<Inputs, Optional<Scenario>, T> getting) {
    this.name = name;
    this.needs = List.copyOf(needs);
    this.contents = new LinkedHashMap<>(contents);
    this.configuration = configuration;
    this.getting = getting;
  }

  /**
   * A result that tables of a scenario share.
   *
   * @param configuration the part of the scenario that {@code making} uses; its text is compared
   *     between runs
   */
  public static <T> Need<T> of(
      String name,
      List<Need<?>> needs,
      Function<Scenario, Object> configuration,
      Making<T> making) {
    return new Need<>(
        name,
        needs,
        Map.of(),
        configuration,
        (inputs, of) -> {
          Scenario scenario = scenario(name, of);
          return inputs.shared(
              key(name, scenario.id()),
              () -> making.of(scenario, new Given(name, needs, inputs, of)));
        });
  }

  /** A result that is the same for all scenarios. */
  public static <T> Need<T> ofRun(String name, List<Need<?>> needs, Function<Given, T> making) {
    return new Need<>(
        name,
        needs,
        Map.of(),
        scenario -> "",
        (inputs, of) ->
            inputs.shared(
                key(name, ""),
                () -> making.apply(new Given(name, needs, inputs, Optional.empty()))));
  }

  /**
   * A result that is the same for all scenarios, and that others read from whole tables.
   *
   * @param rules the part of the configuration on which it depends; its text is compared between
   *     runs
   */
  public static <T> Need<T> read(
      String name, List<TableName> tables, Object rules, Function<Inputs, T> reading) {
    Map<TableName, Content> contents = new LinkedHashMap<>();
    tables.forEach(table -> contents.put(table, (state, of) -> state.contentOf(TableState.WHOLE)));
    return new Need<>(
        name,
        List.of(),
        contents,
        scenario -> rules,
        (inputs, of) -> inputs.shared(key(name, ""), () -> reading.apply(inputs)));
  }

  /**
   * The rows that releases published of a table for the scenario, by the id of the release. They
   * never change: whoever reads them depends on the id, which is part of the scenario.
   */
  public static Need<Function<String, Dataset<Row>>> released(TableName table) {
    String name = "releases of " + table;
    return new Need<>(
        name,
        List.of(),
        Map.of(),
        scenario -> "",
        (inputs, of) -> release -> inputs.readReleased(table, scenario(name, of).id(), release));
  }

  /**
   * The same need, of which not all of a stored table counts.
   *
   * @param content takes the place of what the needs below say of the table
   */
  public Need<T> narrowed(TableName table, Content content) {
    Map<TableName, Content> all = new LinkedHashMap<>(contents);
    all.put(table, content);
    return new Need<>(name, needs, all, configuration, getting);
  }

  /** For those who make no table of a scenario; see {@link Needs} for those who do. */
  public T from(Inputs inputs) {
    return getting.apply(inputs, Optional.empty());
  }

  /** The same of a scenario. */
  public T from(Inputs inputs, Scenario scenario) {
    return getting.apply(inputs, Optional.of(scenario));
  }

  T from(Inputs inputs, Optional<Scenario> scenario) {
    return getting.apply(inputs, scenario);
  }

  /** The stored tables that it reads, those of its own needs included. */
  public Set<TableName> tables() {
    Set<TableName> out = new LinkedHashSet<>();
    needs.forEach(need -> out.addAll(need.tables()));
    out.addAll(contents.keySet());
    return out;
  }

  /** It and all needs below it, these first. */
  List<Need<?>> all() {
    List<Need<?>> out = new ArrayList<>();
    needs.forEach(need -> out.addAll(need.all()));
    out.add(this);
    return out;
  }

  /** What of a stored table it depends on; empty where it does not read the table. */
  Stream<String> contentOf(TableName table, TableState state, Scenario scenario) {
    return contents.containsKey(table)
        ? Stream.of(contents.get(table).of(state, scenario))
        : needs.stream().flatMap(need -> need.contentOf(table, state, scenario));
  }

  /** Its own part of the scenario, as text. */
  String configuration(Scenario scenario) {
    return name + "=" + configuration.apply(scenario);
  }

  @Override
  public String toString() {
    return name;
  }

  static Scenario scenario(String name, Optional<Scenario> scenario) {
    return scenario.orElseThrow(
        () ->
            new IllegalStateException(
                name + " is kept by scenario, and asked for where none is given"));
  }

  private static <T> SharedKey<T> key(String name, String part) {
    return new SharedKey<>("need " + name, part);
  }
}
