package org.renxing.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.lake.LakeCatalogue;
import org.renxing.lake.Releases;
import org.renxing.model.RenxingException;

/** The shell of {@code sql}: what is typed, and what comes of it. */
class SqlShellTest {
  @TempDir static Path folder;
  private static TownLake towns;

  @BeforeAll
  static void release() {
    towns = TownLake.released(folder.resolve("lake"));
  }

  private static LakeCatalogue catalogue() {
    return new LakeCatalogue(towns.lake(), new Releases(towns.lake()).newest());
  }

  private static String typed(String text, Path history) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DuckEngine engine = towns.engine();
        Terminal terminal =
            new DumbTerminal(
                "test",
                Terminal.TYPE_DUMB,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                out,
                StandardCharsets.UTF_8)) {
      new SqlShell(engine, catalogue(), AnswerForm.CSV, terminal, Optional.of(history)).run();
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void answersUntilItIsLeft() throws IOException {
    Path history = folder.resolve("history");
    String out =
        typed(
            """
            SELECT town, people
            FROM gold.towns WHERE town = 'Bo';
            \\d scores
            \\f json
            SELECT twon FROM gold.towns;
            SELECT count(*) AS n FROM gold.towns;
            \\q
            SELECT 'never';
            """,
            history);
    assertThat(out)
        .contains("town,people\nBo,5\n", "score,double,Score\n", "{\"n\":2}\n")
        .contains("candidate bindings: \"town\"")
        .doesNotContain("never,");
    assertThat(Files.readString(history)).contains("FROM gold.towns WHERE town = 'Bo';");
  }

  @Test
  void theEndOfTheInputIsTheEnd() throws IOException {
    assertThat(typed("SELECT 1 AS one;\nSELECT 2", folder.resolve("other"))).contains("one\n1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT 1; | true",
        "SELECT 1 | false",
        "SELECT ';' | false",
        "SELECT 'a;b'; | true",
        "SELECT '; | false",
        "SELECT \"x;\" | false",
        "SELECT 1 -- ; | false",
        "SELECT 1 /* ; | false",
        "SELECT 1 /* x */ ; | true",
        "\\d gold.towns | true",
        "quit | true",
      })
  void statementsEndWithASemicolon(String text, boolean isWhole) {
    assertThat(SqlLine.isWhole(text)).isEqualTo(isWhole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM go                   | go          |"
            + " gold.release_table,gold.scores,gold.towns",
        "SELECT * FROM gold.to              | gold.to     | gold.towns",
        "SELECT pe FROM gold.towns          | pe          | people",
        "SELECT t.pe FROM gold.towns t      | t.pe        | t.people",
        "SELECT pe FROM gold.unknown        | pe          | ''",
        "SEL                                | SEL         | SELECT",
      })
  void wordsAreCompleted(String statement, String begun, String expected) {
    assertThat(new SqlNames(catalogue()).completions(statement, begun))
        .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
  }

  @Test
  @Timeout(60)
  void aQuestionCanBeEnded() throws Exception {
    String sql = "SELECT count(*) FROM range(1000000000000000) t(i) WHERE i % 7 = 8";
    try (DuckEngine engine = towns.engine()) {
      CompletableFuture<Object> asked =
          CompletableFuture.supplyAsync(() -> engine.answer(sql, a -> a.rows().next()));
      while (!asked.isDone()) {
        Thread.sleep(100);
        engine.cancel();
      }
      assertThatThrownBy(() -> asked.get(1, TimeUnit.SECONDS))
          .cause()
          .isInstanceOf(RenxingException.class)
          .hasMessage("sql: Interrupted");
    }
  }
}
