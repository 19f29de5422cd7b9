package org.renxing.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** What DuckDB answers and refuses, over a small lake with a file beside it that nobody may see. */
class DuckEngineTest {
  private static final String SECRET = "hunter2";

  @TempDir static Path folder;
  private static TownLake towns;

  @BeforeAll
  static void release() throws IOException {
    Files.writeString(folder.resolve("secret.csv"), SECRET + "\n");
    towns = TownLake.released(folder.resolve("lake"));
  }

  private static List<List<Object>> answer(TownLake lake, String sql) {
    try (DuckEngine engine = lake.engine()) {
      return engine.answer(
          sql,
          answer -> {
            List<List<Object>> out = new ArrayList<>();
            answer.rows().forEachRemaining(out::add);
            return out;
          });
    }
  }

  private static String print(AnswerForm form, String sql) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DuckEngine engine = towns.engine();
        PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      engine.answer(
          sql,
          answer -> {
            form.print(answer, stream, TerminalWidth.UNLIMITED);
            return 0;
          });
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Path parquet() {
    try (Stream<Path> files = Files.walk(folder.resolve("lake/gold/towns"))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each line is a statement and what its refusal names. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "refused-statements.txt",
      delimiterString = " | ",
      quoteCharacter = '^',
      emptyValue = "",
      maxCharsPerColumn = 1000)
  void refuses(String sql, String named) {
    String inPlace =
        sql.replace("'FILE'", "'" + folder.resolve("secret.csv") + "'")
            .replace("\"FILE\"", "\"" + folder.resolve("secret.csv") + "\"")
            .replace("PARQUET", parquet().toString())
            .replace("LAKE", folder.resolve("lake").toString())
            .replace("OUT", folder.resolve("out").toString());
    assertThatThrownBy(() -> answer(towns, inPlace))
        .isInstanceOfSatisfying(RenxingException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
        .hasMessageContaining(named)
        .hasMessageNotContaining(SECRET)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Even a statement that no judge has seen reaches no file, and changes no setting. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '^',
      value = {
        "SELECT * FROM read_text('FILE') | disabled",
        "SELECT * FROM 'FILE' | disabled",
        "SELECT * FROM glob('/*') | disabled",
        "COPY (SELECT 1) TO 'OUT' | disabled",
        "ATTACH 'OUT' | disabled",
        "INSTALL httpfs | disabled",
        "LOAD httpfs | disabled",
        "SET enable_external_access = true | locked",
        "SET allowed_paths = ['FILE'] | locked",
        "SET temp_directory = 'OUT' | locked",
        "RESET memory_limit | locked",
        "SELECT getenv('PATH') | does not exist",
      })
  void databaseIsLocked(String sql, String said) throws Exception {
    String inPlace =
        sql.replace("FILE", folder.resolve("secret.csv").toString())
            .replace("OUT", folder.resolve("out").toString());
    try (DuckDatabase database = DuckDatabase.open(folder.resolve("spill"))) {
      database.lock(List.of(parquet().toString()));
      assertThatThrownBy(() -> database.run(inPlace)).hasMessageContaining(said);
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '^',
      value = {
        "SELECT sum(people) FROM gold.towns | 8",
        "SELECT Town FROM Gold.TOWNS ORDER BY people DESC | Bo",
        "TABLE gold.towns ORDER BY people DESC; | Bo",
        "FROM gold.towns SELECT sum(people) | 8",
        "WITH x AS (SELECT * FROM gold.towns) SELECT count(*) FROM x a JOIN x b USING (town) | 2",
        "WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT"
            + " max(n) FROM t | 4",
        "SELECT town FROM gold.towns WHERE people = (SELECT max(people) FROM gold.towns) | Bo",
        "SELECT b.n FROM gold.towns a, LATERAL (SELECT a.people * 2 AS n) b WHERE a.town = 'Bo' |"
            + " 10",
        "SELECT \"Bo\" FROM (PIVOT gold.towns ON town IN ('Aba', 'Bo') USING max(people)) ORDER BY"
            + " 1 DESC NULLS LAST | 5",
        "VALUES (7) | 7",
        "SELECT count(*) FROM range(3) | 3",
        "SELECT unnest([4]) | 4",
        "SELECT count(*) FROM gold.release_table | 3",
        "SELECT count(*) FROM silver.raw_towns | 2",
        "SELECT count(*) FROM gold.scores WHERE scenario_id = 'it''s \"two\"' | 1",
        "SELECT scenario_id FROM gold.scores WHERE isnan(score) | it's \"two\"",
        "SELECT count(*) FROM gold.scores WHERE score IS NULL | 1",
        "SELECT tags[2] FROM gold.scores WHERE len(tags) > 0 | b",
        "SELECT notes['k'] FROM gold.scores WHERE town = 'Aba' | v",
        "SELECT octet_length(bytes) FROM gold.scores WHERE is_good | 2",
        "SELECT year(seen_at) FROM gold.scores WHERE is_good | 2021",
        "SELECT current_timestamp - seen_at > INTERVAL 1 DAY FROM gold.scores WHERE is_good | true",
        "SELECT score FROM gold.scores WHERE town = 'Aba' | 0.30000000000000004",
        "SELECT town FROM gold.scores ORDER BY score LIMIT 1 | Bo",
        "SELECT column_name FROM (SUMMARIZE gold.towns) | town",
        "SUMMARIZE gold.towns | town",
        "DESCRIBE gold.towns | town",
        "describe table Gold.Towns; | town",
        "SHOW COLUMNS IN gold.towns | town",
        "DESCRIBE SELECT people FROM gold.towns | people",
        "SHOW TABLES | gold",
        "show tables in silver | silver",
        "SHOW TABLES FROM gold; | gold",
        "SHOW DATABASES | bronze",
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'silver' | 1",
        "SELECT '${env:PATH}' | ${env:PATH}",
      })
  void answers(String sql, String first) {
    assertThat(answer(towns, sql).get(0).get(0)).asString().isEqualTo(first);
  }

  @Test
  void explains() {
    for (String sql :
        List.of(
            "EXPLAIN SELECT * FROM gold.towns",
            "-- x\n EXPLAIN ANALYZE SELECT * FROM gold.towns",
            "explain (format json) SELECT * FROM gold.towns")) {
      assertThat(answer(towns, sql).get(0).get(1)).asString().as(sql).contains("PARQUET");
    }
    assertThat(print(AnswerForm.TABLE, "EXPLAIN SELECT 1")).startsWith("┌──").contains("\n│");
  }

  @Test
  void columnsAreDescribedWithTheirComments() {
    assertThat(answer(towns, "DESCRIBE gold.scores"))
        .hasSize(10)
        .contains(
            List.of("score", "double", "Score"),
            List.of("tags", "array<string>", "Tags"),
            List.of("seen_at", "timestamp", "When"));
    assertThat(answer(towns, "SHOW TABLES IN gold"))
        .contains(List.of("gold", "towns", "One row a town"));
  }

  @Test
  void allTypesHaveAForm() {
    String sql =
        "SELECT * EXCLUDE (run_id) FROM gold.scores WHERE scenario_id = 'one' ORDER BY town";
    assertThat(print(AnswerForm.CSV, sql))
        .isEqualTo(
            """
            scenario_id,town,score,year,seen_at,tags,notes,bytes,is_good
            one,Aba,0.30000000000000004,2020,2021-02-03T04:05:06.700Z,"[""a"",""b""]","{""k"":""v""}",0102,true
            one,Bo,,,,,,,
            """);
    assertThat(print(AnswerForm.JSON, sql).lines())
        .containsExactly(
            "{\"scenario_id\":\"one\",\"town\":\"Aba\",\"score\":0.30000000000000004,\"year\":2020,"
                + "\"seen_at\":\"2021-02-03T04:05:06.700Z\",\"tags\":[\"a\",\"b\"],\"notes\":{\"k\":\"v\"},"
                + "\"bytes\":\"0102\",\"is_good\":true}",
            "{\"scenario_id\":\"one\",\"town\":\"Bo\",\"score\":null,\"year\":null,\"seen_at\":null,"
                + "\"tags\":null,\"notes\":null,\"bytes\":null,\"is_good\":null}");
    assertThat(print(AnswerForm.TABLE, "SELECT seen_at, '' AS e FROM gold.scores WHERE is_good"))
        .contains("|2021-02-03 04:05:06.7|");
    assertThat(print(AnswerForm.CSV, "SELECT '' AS e, NULL AS n, 'NaN'::DOUBLE AS x, 1.50 AS d"))
        .isEqualTo("e,n,x,d\n\"\",,NaN,1.50\n");
  }

  @Test
  void manyRowsAreCutForPeopleAlone() {
    assertThat(print(AnswerForm.TABLE, "FROM range(1001)"))
        .contains("|  999|", "only the first 1000");
    assertThat(print(AnswerForm.CSV, "FROM range(1001)").lines()).hasSize(1002);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ; ", "-- nothing"})
  void nothingIsNoStatement(String sql) {
    assertThatThrownBy(() -> answer(towns, sql))
        .isInstanceOf(RenxingException.class)
        .hasMessage("sql: 0 statements; give one");
  }

  @Test
  void beforeTheFirstReleaseOtherLayersAreThere(@TempDir Path other) {
    TownLake early = TownLake.empty(other.resolve("lake"));
    early.writeSilver();
    assertThat(answer(early, "SELECT count(*) FROM silver.raw_towns")).containsExactly(List.of(2L));
    assertThat(answer(early, "SHOW TABLES")).hasSize(1);
    assertThatThrownBy(() -> answer(early, "SELECT * FROM gold.towns"))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContaining("holds no release yet");
  }

  /** Every sign that the configuration lets through in a path, and those of DuckDB's patterns. */
  @ParameterizedTest
  @ValueSource(strings = {"a b's \"x\" 合肥+;,=&#%41@v/y=1/@vault", "a[b]*?{c}\\d"})
  void pathsOfLakesMayHaveSigns(String name, @TempDir Path other) {
    TownLake odd = TownLake.released(other.resolve(name));
    assertThat(answer(odd, "SELECT sum(people) FROM gold.towns").get(0).get(0)).hasToString("8");
    assertThat(answer(odd, "SELECT count(*) FROM gold.scores")).containsExactly(List.of(3L));
  }

  @Test
  void aDamagedFileIsNamed(@TempDir Path other) throws IOException {
    TownLake.released(other.resolve("lake"));
    Path file;
    try (Stream<Path> files = Files.walk(other.resolve("lake/gold/scores"))) {
      file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    TownLake damaged = TownLake.empty(other.resolve("lake"));
    assertThatThrownBy(() -> answer(damaged, "SELECT count(*) FROM gold.scores"))
        .isInstanceOfSatisfying(RenxingException.class, e -> assertThat(e.exitCode()).isEqualTo(4))
        .hasMessageContainingAll("gold.scores", file.getFileName().toString());
    assertThat(answer(damaged, "SELECT count(*) FROM gold.towns")).containsExactly(List.of(2L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(         | 1 | )    | 50000",
        "(         | 1 | )    | 101",
        "''        | 1 | ' + 1' | 20000",
      })
  void nestingAndLengthHaveLimits(String open, String inner, String close, int times) {
    String sql = "SELECT " + open.repeat(times) + inner + close.repeat(times);
    assertThatThrownBy(() -> answer(towns, sql))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }
}
