package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.sql.TownLake;

/** The command line of questions: what is asked, by which engine, in which form. */
class SqlCommandTest {
  private static final String POPULOUS = "SELECT town, people FROM gold.towns ORDER BY people DESC";

  @TempDir static Path folder;

  @BeforeAll
  static void release() throws IOException {
    TownLake.released(folder.resolve("lake"));
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        folder.resolve("conf/renxing.conf"), "lake.path = \"" + folder.resolve("lake") + "\"\n");
  }

  private static Ended sql(String... arguments) {
    List<String> all = new ArrayList<>(List.of("sql", "--home", folder.toString()));
    all.addAll(List.of(arguments));
    return Ended.run(all.toArray(String[]::new));
  }

  @Test
  void answersInTheFormAskedFor() {
    Ended table = sql(POPULOUS);
    assertThat(table.exitCode()).as(table.err()).isZero();
    assertThat(table.out())
        .isEqualTo(
            """
            +----+------+
            |town|people|
            +----+------+
            |Bo  |     5|
            |Aba |     3|
            +----+------+

            """);
    assertThat(sql(POPULOUS, "--format", "csv").out()).isEqualTo("town,people\nBo,5\nAba,3\n");
    assertThat(sql(POPULOUS, "--format", "JSON").out())
        .isEqualTo("{\"town\":\"Bo\",\"people\":5}\n{\"town\":\"Aba\",\"people\":3}\n");
  }

  @Test
  void readsAStatementFromAFile() throws IOException {
    Path file = folder.resolve("问 一.sql");
    Files.writeString(file, "\uFEFF-- who is there?\n" + POPULOUS + ";\n");
    assertThat(sql("-f", file.toString(), "--format", "csv").out()).startsWith("town,people\nBo,5");
    Ended none = sql("--file", folder.resolve("none.sql").toString());
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("none.sql: there is no such file");
    Files.write(file, "SELECT '城市'".getBytes(Charset.forName("GBK")));
    assertThat(sql("-f", file.toString()).err()).contains("is not UTF-8");
  }

  @Test
  void oneOfThreeIsGiven() {
    for (String[] arguments :
        new String[][] {{}, {POPULOUS, "-f", "x.sql"}, {POPULOUS, "--shell"}}) {
      Ended ended = sql(arguments);
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.err()).contains("sql: give one statement, or -f FILE");
    }
  }

  @Test
  void helpNamesTheDialect() {
    assertThat(Ended.run("sql", "--help").out())
        .contains("dialect is DuckDB's", "--engine=duckdb|spark", "SHOW TABLES IN gold");
  }
}
