package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.testing.SparkExtension;

/** A lake of twelve releases, a copy for each test. */
@ExtendWith(SparkExtension.class)
abstract class UpkeepLake {
  static final TableSpec TOWNS = towns(TableName.gold("towns"));
  static final TableSpec FIXED = towns(TableName.gold("fixed"));
  static final TableSpec BASE = towns(new TableName("silver", "base"));
  static final TableSpec LOG = towns(new TableName("bronze", "log"));
  static final TableSpec SCORES =
      TableSpec.of(TableName.gold("scores"), "One row a town")
          .key("scenario_id", Type.STRING, "Scenario")
          .key("town", Type.STRING, "Town")
          .build();
  static final TableSpec RUN =
      TableSpec.of(new TableName("ops", "run"), "One row a run")
          .key("run_id", Type.STRING, "Run")
          .required("started_at", Type.TIMESTAMP, "", "Start")
          .build();

  static final int RELEASES = 12;

  @TempDir static Path shared;
  @TempDir Path root;
  SparkSession spark;
  Lake lake;
  List<String> ids;

  /** A lake of twelve releases: the log of each table has a checkpoint by then. */
  @BeforeEach
  void open(SparkSession session) throws IOException {
    spark = session;
    if (files(shared, "").isEmpty()) {
      lake = new Lake(spark, shared.toString());
      publish(0, RELEASES);
    }
    try (Stream<Path> files = Files.walk(shared)) {
      for (Path file : files.toList()) {
        Path copy = root.resolve(shared.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    reopen();
    ids = List.copyOf(new Releases(lake).all().keySet());
  }

  UpkeepPolicy policy(int keep, Duration grace) {
    return new UpkeepPolicy(keep, grace, 400, Set.of(), UpkeepLake::none);
  }

  Upkeep upkeep(int keep, Duration grace) {
    return new Upkeep(lake, policy(keep, grace), Clock.systemUTC(), "r", step -> {});
  }

  void reopen() {
    lake = new Lake(spark, root.toString());
  }

  List<String> publish(int from, int to) {
    List<String> out = new ArrayList<>();
    for (int i = from; i < to; i++) {
      write(TOWNS, Map.of(TableState.WHOLE, rows("Town " + i)));
      write(BASE, Map.of(TableState.WHOLE, rows("Town " + i)));
      if (i == 0) {
        write(FIXED, Map.of(TableState.WHOLE, rows("Fixed")));
      }
      write(SCORES, Map.of("a", scores("a", i), "b", scores("b", i)));
      append(LOG, rows("Town " + i));
      run("run" + i, Instant.now());
      out.add(new Releases(lake).publish(entries(i), false, "v", "r" + i).releaseId());
    }
    return out;
  }

  List<Releases.Entry> entries(int i) {
    List<Releases.Entry> out = new ArrayList<>();
    for (TableSpec spec : List.of(TOWNS, FIXED, SCORES)) {
      TableState state = lake.state(spec.name()).orElseThrow();
      state
          .parts()
          .forEach(
              (part, written) ->
                  out.add(
                      new Releases.Entry(
                          spec.name(),
                          part,
                          state.version(),
                          written.contentHash(),
                          written.rows(),
                          lake.manifest(spec.name(), state.version()))));
    }
    assertThat(out).as("release " + i).hasSize(4);
    return out;
  }

  void write(TableSpec spec, Map<String, TableRows> rows) {
    Map<String, Lake.Part> parts = new TreeMap<>();
    rows.forEach((part, own) -> parts.put(part, new Lake.Part(own, "f")));
    lake.write(spec, parts, Map.of(), "r", Map::of);
  }

  void append(TableSpec spec, TableRows rows) {
    lake.append(spec, new Lake.Part(rows, "f"), "r", Map.of("note", "n"));
  }

  void run(String id, Instant at) {
    Row row = RowFactory.create(id, Timestamp.from(at));
    append(RUN, new TableRows.Held(TableShape.of(RUN), List.of(row)));
  }

  static TableRows rows(String town) {
    return new TableRows.Held(TableShape.of(TOWNS), List.of(RowFactory.create(town)));
  }

  static TableRows scores(String scenario, int i) {
    return new TableRows.Held(
        TableShape.of(SCORES), List.of(RowFactory.create(scenario, "Town " + i)));
  }

  static TableSpec towns(TableName name) {
    return TableSpec.of(name, "One row a town").key("town", Type.STRING, "Town").build();
  }

  /** The rows of each table of releases. */
  Map<String, Map<String, List<String>>> contents(List<String> ids) {
    Map<String, Map<String, List<String>>> out = new TreeMap<>();
    for (String id : ids) {
      Releases releases = new Releases(lake);
      Releases.Release release = releases.require(id);
      for (TableName table : release.tables()) {
        out.computeIfAbsent(id, i -> new TreeMap<>())
            .put(
                table.toString(),
                texts(releases.reader(release, table).orElseThrow().rows(Optional.empty()).rows()));
      }
    }
    return out;
  }

  List<String> townsBySpark(String id) {
    Releases releases = new Releases(lake);
    return texts(releases.read(releases.require(id), TOWNS.name()).orElseThrow().collectAsList());
  }

  List<String> rows(TableName table) {
    long version = lake.check().readable(table);
    return texts(lake.reader(table, version).rows(Optional.empty()).rows());
  }

  static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }

  List<String> rowFiles(TableSpec spec) {
    return files(Path.of(lake.path(spec.name())), ".parquet").stream()
        .filter(name -> !name.contains("checkpoint"))
        .toList();
  }

  List<String> logFiles(TableSpec spec) {
    return files(Path.of(lake.path(spec.name()), "_delta_log"), "");
  }

  static List<String> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Releases are made from nothing else. */
  static Map<TableName, Set<Long>> none(Collection<Releases.Release> releases) {
    return Map.of();
  }
}
