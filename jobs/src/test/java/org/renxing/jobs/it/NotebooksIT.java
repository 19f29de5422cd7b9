package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renxing.jobs.postgres.PostgresPublisher;
import org.renxing.jobs.postgres.PostgresServer;
import org.renxing.lake.Lake;
import org.renxing.model.PostgresTarget;
import org.renxing.testing.SparkExtension;

/**
 * The notebooks, executed on a lake of the samples: what their cells put out is what is stored in
 * them. Without Jupyter they are left out.
 */
@ExtendWith(SparkExtension.class)
class NotebooksIT {
  private static final Path FOLDER = Launcher.PROJECT.resolve("notebooks");
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path WORK = Path.of("target/it/notebooks").toAbsolutePath();

  /** Made once, by the first test that asks: all of them, in one run of nbconvert. */
  private static final class Executed {
    static final Launcher.Ended ENDED = run();

    private static Launcher.Ended run() {
      MiniHome.delete(WORK);
      SamplesRun.copyTo(WORK.resolve("lake"));
      return new Launcher(FOLDER.resolve("run"))
          .with("RENXING_JAVA_OPTIONS", "-Xmx2g")
          .with("MPLCONFIGDIR", WORK.resolve("matplotlib").toString())
          .run(WORK.resolve("lake").toString(), WORK.resolve("out").toString());
    }
  }

  static List<String> notebooks() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void whatIsStoredIsWhatComesOut(String name) {
    requireJupyter();
    assertThat(Executed.ENDED.exitCode()).as(Executed.ENDED.err()).isZero();
    requireSame(NotebookFile.of(FOLDER.resolve(name)), NotebookFile.of(executed(name)));
  }

  @Test
  void aWrongFigureAndACellThatFailsAreFound(@TempDir Path folder) throws IOException {
    NotebookFile stored = NotebookFile.of(FOLDER.resolve("first-look.ipynb"));
    String figure = "0.";
    Path wrong = folder.resolve("wrong.ipynb");
    int at = stored.text().indexOf(figure, stored.text().indexOf("<td>0.")) + figure.length();
    char other = stored.text().charAt(at) == '1' ? '2' : '1';
    Files.writeString(
        wrong, stored.text().substring(0, at) + other + stored.text().substring(at + 1));
    assertThatThrownBy(() -> requireSame(NotebookFile.of(wrong), stored))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("notebooks/run LAKE");
    Path failed =
        Files.writeString(
            folder.resolve("failed.ipynb"),
            """
            {"cells": [{"cell_type": "code", "outputs": [{"output_type": "error",
              "ename": "AssertionError", "evalue": "0.3", "traceback": ["line 1"]}]}]}
            """);
    assertThatThrownBy(() -> requireSame(stored, NotebookFile.of(failed)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cell 1: AssertionError: 0.3");
  }

  private static void requireSame(NotebookFile stored, NotebookFile executed) {
    assertThat(executed.errors()).as("cells that failed").isEmpty();
    assertThat(executed.outputs())
        .as("%s: to store new outputs, run notebooks/run LAKE", stored.path().getFileName())
        .isEqualTo(stored.outputs());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void storedOutputsAreSmallAndOfNoMachine(String name) {
    NotebookFile stored = NotebookFile.of(FOLDER.resolve(name));
    assertThat(stored.text().length()).isLessThan(400_000);
    assertThat(stored.errors()).isEmpty();
    assertThat(stored.hasWarnings()).isFalse();
    assertThat(stored.outputs()).anyMatch(output -> output.endsWith(NotebookFile.PICTURE));
    assertThat(stored.outputs()).anyMatch(output -> output.matches(".*\\d\\.\\d{3}.*"));
    assertThat(stored.text().replaceAll("\"image/png\": \"[^\"]*\"", ""))
        .doesNotContain("/tmp", "/root", "/home/", Launcher.PROJECT.toString(), "iopub.")
        .doesNotContainPattern("\\d{8}T\\d{6}Z");
  }

  /** The module that they read by: through the product, through PostgreSQL, through pyspark. */
  @Test
  void theModuleReadsTheSameByEachWay(SparkSession spark) throws SQLException {
    require("pandas", PYTHON, "-c", "import pandas");
    MiniHome home = MiniHome.released().checked();
    if (!PostgresServer.isInstalled() || !isThere(PYTHON, "-c", "import psycopg2")) {
      requireTested(home, Optional.empty());
      return;
    }
    try (PostgresServer server = PostgresServer.start()) {
      PostgresTarget target = server.database();
      new PostgresPublisher(new Lake(spark, home.lake()), target).publish(Optional.empty());
      requireTested(home, Optional.of(target));
    }
  }

  private static void requireTested(MiniHome home, Optional<PostgresTarget> target) {
    Launcher python =
        new Launcher(Path.of(PYTHON))
            .with("RENXING_HOME", home.folder().toString())
            .with("PYTHONPATH", FOLDER.toString())
            .with("PYTHONDONTWRITEBYTECODE", "1")
            .with("TEST_LAKE", home.lake());
    target.ifPresent(
        to ->
            python
                .with("TEST_POSTGRES", to.url().replace("jdbc:", ""))
                .with("PGUSER", PostgresServer.USER)
                .with("PGPASSWORD", PostgresServer.PASSWORD));
    Launcher.Ended ended = python.run("-m", "unittest", "test_renxing");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err())
        .contains("Ran 10 tests")
        .contains(target.isPresent() ? "\nOK" : "OK (skipped=1)");
  }

  private static Path executed(String name) {
    return WORK.resolve("out").resolve(name);
  }

  private static void requireJupyter() {
    require("jupyter-nbconvert", "jupyter-nbconvert", "--version");
    require(
        "python3 with ipykernel, pandas and matplotlib",
        PYTHON,
        "-c",
        "import ipykernel, pandas, matplotlib");
  }

  private static void require(String what, String... command) {
    if (!isThere(command)) {
      Assumptions.abort("left out: no " + what + " on this machine");
    }
  }

  private static boolean isThere(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    try {
      Process process =
          new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
