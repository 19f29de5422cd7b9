package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.Pipeline;
import org.renxing.jobs.bronze.BronzeStep;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.lake.Lake;
import org.renxing.lake.TableState;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.YearRange;
import org.renxing.run.Inputs;
import org.renxing.run.RunContext;
import org.renxing.run.Step;
import org.renxing.run.Warning;

/** A source of many files, {@code many}, and the lake that takes it in, step by step. */
record SourceFolder(MiniHome home, Lake lake) {
  static final String SOURCE = "many";
  static final TableName BRONZE = new TableName("bronze", SOURCE);
  static final String HEAD = "code,year,gdp\n";

  static SourceFolder at(Path folder, SparkSession spark) {
    MiniHome home =
        MiniHome.write(folder)
            .put(
                "conf/sources/many.conf",
                """
                title = "Made-up figures in many files"
                path = ${home}"/in/many/*"
                unit-column = code
                year-column = year
                columns { gdp { indicator = gdp, unit = "10^8 CNY" } }
                simulated = true
                """);
    return new SourceFolder(home, new Lake(spark, home.lake()));
  }

  /** Puts these files there, and no others. */
  SourceFolder hold(Map<String, String> files) {
    MiniHome.delete(home.folder().resolve("in/many"));
    files.forEach((name, text) -> home.put("in/many/" + name, text));
    return this;
  }

  Settings settings() {
    return ConfigurationLoader.load(home.folder(), "default", Map.of(), name -> Optional.empty())
        .settings();
  }

  SourceSpec source() {
    return settings().sources().get(SOURCE);
  }

  RunContext context() {
    return new RunContext(UUID.randomUUID().toString(), "v", lake, Set.of(), false);
  }

  /** Takes in what is there; years empty for all. */
  Step.Outcome ingest(String years) {
    Optional<YearRange> range = Optional.of(years).filter(y -> !y.isEmpty()).map(YearRange::parse);
    return new BronzeStep(source(), settings(), range).run(context());
  }

  Step.Outcome forget(String... files) {
    return Pipeline.forgetting(settings(), SOURCE, List.of(files)).run(context());
  }

  /** Kinds of the warnings of a step, in order. */
  static List<Warning.Kind> kinds(Step.Outcome outcome) {
    return outcome.warnings().stream().map(Warning::kind).sorted().toList();
  }

  /** The rows that stand: file, line and cells. */
  List<String> rows() {
    return BronzeTables.rows(source(), new Inputs(lake), true).list().stream()
        .map(row -> row.file() + " " + row.number() + " " + json(row.cells()))
        .sorted()
        .toList();
  }

  private static String json(Map<String, String> cells) {
    try {
      return new ObjectMapper().writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is plain data", e);
    }
  }

  /** What tells the table's content from others. */
  String content() {
    return lake.state(BRONZE).orElseThrow().contentOf(TableState.WHOLE);
  }

  long version() {
    return lake.version(BRONZE).orElse(-1);
  }

  /** Takes from the record how files were read, of which a former version took no note. */
  void asOfAFormerVersion() {
    TableState now = lake.state(BRONZE).orElseThrow();
    TreeMap<String, String> notes = new TreeMap<>(now.notes());
    notes.replaceAll((key, mark) -> key.startsWith("file:") ? mark.split("-", 2)[0] : mark);
    assertThat(notes).as("readings are recorded").isNotEqualTo(now.notes());
    lake.note(BRONZE, new TableState(now.version(), now.parts(), notes));
  }

  /** Loses the record beside the table, as a killed run does. */
  void loseRecord() {
    try {
      Files.delete(Path.of(lake.path(BRONZE), "_renxing_state.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
