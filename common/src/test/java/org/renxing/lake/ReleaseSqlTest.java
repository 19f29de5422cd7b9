package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.testing.SparkExtension;

/**
 * What {@code sql} answers and what it refuses, over a lake of one released table of two towns and
 * an unreleased version of it, with a file beside it that nobody may see.
 */
@ExtendWith(SparkExtension.class)
class ReleaseSqlTest {
  private static final String SECRET = "hunter2";
  private static final TableSpec TOWNS =
      TableSpec.of(TableName.gold("towns"), "One row a town")
          .key("town", Type.STRING, "Town")
          .required("people", Type.LONG, "persons", "People")
          .required("run_id", Type.STRING, "", "Run")
          .build();

  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void release(SparkSession spark) throws IOException {
    Files.writeString(folder.resolve("secret.csv"), SECRET + "\n");
    lake = new Lake(spark, folder.resolve("lake").toString());
    release(lake);
  }

  private static void release(Lake lake) {
    TableState state = write(lake, "VALUES ('Aba', 3L), ('Bo', 5L) AS t(town, people)");
    TableState.Part part = state.parts().get(TableState.WHOLE);
    new Releases(lake)
        .publish(
            List.of(
                new Releases.Entry(
                    TOWNS.name(),
                    TableState.WHOLE,
                    state.version(),
                    part.contentHash(),
                    part.rows(),
                    lake.manifest(TOWNS.name(), state.version()))),
            false,
            "1",
            "r1");
    write(lake, "VALUES ('Unreleased', 1L) AS t(town, people)");
  }

  private static TableState write(Lake lake, String values) {
    Dataset<Row> rows = lake.shape(TOWNS, lake.spark().sql("SELECT * FROM " + values), "r1");
    return lake.write(
            TOWNS, Map.of(TableState.WHOLE, new Lake.Part(rows, "f")), Map.of(), "r1", Map::of)
        .state();
  }

  private static List<Row> answer(String sql) {
    return new ReleaseSql(lake).answer(sql, Dataset::collectAsList);
  }

  private static String inPlace(String sql) {
    return sql.replaceAll("(?<=['`/])FILE(?=['`])", folder.resolve("secret.csv").toString())
        .replace("LAKE", lake.root())
        .replace("OUT", folder.resolve("out").toString());
  }

  /** Each line is a statement and what its refusal names. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "refused-statements.txt",
      delimiterString = " | ",
      quoteCharacter = '^',
      maxCharsPerColumn = 1000)
  void refuses(String sql, String named) {
    assertThatThrownBy(() -> answer(inPlace(sql)))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageStartingWith("sql: ")
        .hasMessageContaining(named)
        .hasMessageNotContaining(SECRET);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Every sign that the configuration lets through in a path. */
  @Test
  void pathsOfLakesMayHaveSigns(SparkSession spark) {
    Lake odd = new Lake(spark, folder.resolve("a b's \"x\" 合肥+;,=&#%41@v/y=1/@vault").toString());
    release(odd);
    long people =
        new ReleaseSql(odd)
            .answer("SELECT sum(people) FROM gold.towns", rows -> rows.first().getLong(0));
    assertThat(people).isEqualTo(8);
    assertThat(odd.read(TOWNS.name()).first().getString(0)).isEqualTo("Unreleased");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:PATH}", "${system:user.dir}", "${spark.master}", "${hivevar:x}"})
  void substitutesNothing(String variable) {
    assertThat(answer("SELECT '" + variable + "'").get(0).getString(0)).isEqualTo(variable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '^',
      value = {
        "SELECT sum(people) FROM gold.towns | 8",
        "SELECT sum(people) FROM spark_catalog.gold.towns | 8",
        "TABLE gold.towns ORDER BY people DESC | Bo",
        "FROM gold.towns |> WHERE people > 3 |> SELECT town | Bo",
        "FROM gold.towns |> AGGREGATE sum(people) AS s | 8",
        "WITH x AS (SELECT * FROM gold.towns) SELECT count(*) FROM x a JOIN x b USING (town) | 2",
        "SELECT town FROM gold.towns WHERE people = (SELECT max(people) FROM gold.towns) | Bo",
        "SELECT town FROM gold.towns a WHERE NOT EXISTS (SELECT 1 FROM gold.towns b WHERE b.people"
            + " > a.people) | Bo",
        "SELECT b.n FROM gold.towns a, LATERAL (SELECT a.people * 2 AS n) b WHERE a.town = 'Bo' |"
            + " 10",
        "SELECT x FROM gold.towns LATERAL VIEW explode(array(people)) t AS x ORDER BY x | 3",
        "SELECT col2 FROM VALUES (1, 'a') | a",
        "SELECT * FROM explode(array(7)) | 7",
        "SELECT count(*) FROM gold.towns TABLESAMPLE (100 PERCENT) | 2",
        "SELECT rank() OVER (ORDER BY people DESC) FROM gold.towns ORDER BY town | 2",
        "SELECT max(town) OVER w FROM gold.towns WINDOW w AS () LIMIT 1 | Bo",
        "SELECT Aba FROM (SELECT town, people FROM gold.towns) PIVOT (max(people) FOR town IN"
            + " ('Aba', 'Bo')) | 3",
        "SELECT v FROM (SELECT people FROM gold.towns WHERE town = 'Bo') UNPIVOT (v FOR k IN"
            + " (people)) | 5",
        "SELECT town FROM gold.towns EXCEPT SELECT 'Aba' | Bo",
        "SELECT count(*) FROM gold.towns GROUP BY GROUPING SETS ((), (town)) HAVING count(*) > 1 |"
            + " 2",
        "SELECT people FROM gold.towns GROUP BY ALL ORDER BY ALL OFFSET 1 | 5",
        "SELECT transform(collect_list(people), x -> x + 1)[0] FROM gold.towns WHERE town = 'Bo' |"
            + " 6",
        "SELECT from_json('{\"a\":4}', 'a INT').a | 4",
        "SELECT round(try_divide(people, 2), 1) FROM gold.towns ORDER BY people | 1.5",
        "SELECT CAST('12' AS INT) + EXTRACT(YEAR FROM DATE '2020-01-01') | 2032",
        "SELECT trim(BOTH ' ' FROM ' a ') || substring('abc' FROM 2 FOR 1) | ab",
        "SELECT input_file_name() LIKE '%gold/towns%' FROM gold.towns LIMIT 1 | true",
        "SELECT version() LIKE '4.%' | true",
        "SELECT count(*) FROM gold.release_table | 1",
        "SHOW TABLES IN gold | gold",
        "SHOW COLUMNS IN gold.towns | town",
        "SHOW FUNCTIONS LIKE 'abs' | abs",
        "DESCRIBE gold.towns | town",
        "DESCRIBE TABLE EXTENDED gold.towns | town",
        "DESCRIBE QUERY SELECT people FROM gold.towns | people",
        "DESCRIBE FUNCTION abs | Function: abs",
      })
  void answers(String sql, String first) {
    assertThat(answer(sql).get(0).get(0)).asString().isEqualTo(first);
  }

  @Test
  void explains() {
    assertThat(answer("EXPLAIN SELECT * FROM gold.towns").get(0).getString(0))
        .contains("Physical Plan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '^',
      value = {
        "SELECT 1/0 | DIVIDE_BY_ZERO",
        "SELECT people / (people - 5) FROM gold.towns | DIVIDE_BY_ZERO",
        "SELECT raise_error('stop') | stop",
        "SELECT raise_error(town) FROM gold.towns | USER_RAISED_EXCEPTION",
        "SELECT CAST(town AS INT) FROM gold.towns | CAST_INVALID_INPUT",
        "SELECT people * 9223372036854775807 FROM gold.towns | ARITHMETIC_OVERFLOW",
        "SELECT DATE 'soon' | INVALID_TYPED_LITERAL",
        "SELECT to_date(town, 'QQQQQQQ') FROM gold.towns | sql:",
        "SELECT element_at(array(1), 0) | INVALID_INDEX_OF_ZERO",
        "SELECT regexp_replace(town, '(', '') FROM gold.towns | INVALID_PARAMETER_VALUE",
        "SELECT town RLIKE concat('(', town) FROM gold.towns | sql:",
        "SELECT format_string('%q', people) FROM gold.towns | sql:",
        "SELECT (SELECT town FROM gold.towns) | SCALAR_SUBQUERY_TOO_MANY_ROWS",
        "SELECT sequence(1, 9000000000 + people) FROM gold.towns | sql:",
        "SELECT map_from_arrays(array(1, 1), array(2, people)) FROM gold.towns |"
            + " DUPLICATED_MAP_KEY",
        "SELECT parse_json('{') | MALFORMED_RECORD_IN_PARSING",
        "SELECT date_format(current_date(), 'bbb') | sql:",
        "SELECT nothing FROM gold.towns | UNRESOLVED_COLUMN",
        "SELECT * FROM gold.nothing | there is no table gold.nothing",
        "SELECT :x | UNBOUND_SQL_PARAMETER",
        "SELEC 1 | PARSE_SYNTAX_ERROR",
        "SELECT * FROM gold.`../towns` | table name",
      })
  void errorsOfTheStatementAreUsage(String sql, String said) {
    assertThatThrownBy(() -> answer(sql))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code().category().exitCode()).isEqualTo(2))
        .hasMessageContaining(said)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(         | 1 | )    | 50000",
        "(         | 1 | )    | 101",
        "array(    | 1 | )    | 20000",
        "''        | 1 | ' + 1' | 30000",
      })
  void nestingAndLengthHaveLimits(String open, String inner, String close, int times) {
    String sql = "SELECT " + open.repeat(times) + inner + close.repeat(times);
    assertThatThrownBy(() -> answer(sql))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }
}
