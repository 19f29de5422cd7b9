package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** A standalone cluster gives the same tables as one process. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
  private static final Path SPARK_HOME = Launcher.PROJECT.resolve("jobs/target/spark-home");
  private static final int WORKERS = 2;

  /** For short lives, as the launcher starts embedded Spark; workers hand it on to executors. */
  private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final String RESOURCES =
      "--driver-memory 1g --executor-memory 700m --executor-cores 1 --total-executor-cores 2";

  private final List<Launcher.Running> cluster = new ArrayList<>();
  private String master;

  @BeforeAll
  void startCluster(@TempDir Path work) throws IOException {
    MiniHome.released().checked(); // the launcher has laid out the Spark home
    int port = freePort();
    int web = freePort();
    master = "spark://127.0.0.1:" + port;
    cluster.add(
        daemon(
            "org.apache.spark.deploy.master.Master",
            "--host=127.0.0.1",
            "--port=" + port,
            "--webui-port=" + web));
    awaitState(web, "\"status\" : \"ALIVE\"", 1);
    for (int i = 0; i < WORKERS; i++) {
      cluster.add(
          daemon(
              "org.apache.spark.deploy.worker.Worker",
              "--host=127.0.0.1",
              "--port=" + freePort(),
              "--webui-port=" + freePort(),
              "--cores=1",
              "--memory=1g",
              "--work-dir=" + work.resolve("worker" + i),
              master));
    }
    awaitState(web, "\"state\" : \"ALIVE\"", WORKERS);
  }

  @AfterAll
  void endCluster() {
    cluster.forEach(Launcher.Running::kill);
    cluster.forEach(Launcher.Running::end);
  }

  @Test
  void tablesEqualThoseOfOneProcess(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    Launcher.Ended ended =
        home.launcher()
            .with("RENXING_MASTER", master)
            .without("LANG")
            .with("LC_ALL", "C")
            .with("TZ", "Asia/Kolkata")
            .with("JDK_JAVA_OPTIONS", JVM)
            .with(
                "RENXING_SUBMIT_OPTIONS",
                RESOURCES
                    + " --conf spark.driver.extraJavaOptions=-Duser.language=ar"
                    + " --conf spark.executor.extraJavaOptions=-Duser.language=ar")
            .run("nightly", "--set", "lake.held-rows=0"); // or this small lake is no work for it
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Published release r00001-");
    LakeView here = LakeView.of(spark, MiniHome.released().checked());
    LakeView there = LakeView.of(spark, home);
    assertThat(there.release().tables()).isEqualTo(here.release().tables()).hasSizeGreaterThan(10);
    for (TableName table : here.release().tables()) {
      assertSame(table, here.byKey(table), there.byKey(table));
    }
    assertThat(there.contents()).isEqualTo(here.contents());
  }

  /** The hash is over every score, slack and peer, to the last bit. */
  @Test
  void anExecutorKilledInTheDeaStageChangesNothing() {
    String[] bench = {
      "bench", "dea", "--part=stage", "--units=1500", "--years=12", "--times=0", "--json"
    };
    Launcher.Ended here = Launcher.at(Launcher.PROJECT).run(bench);
    assertThat(here.exitCode()).as(here.err()).isZero();
    Launcher onCluster =
        Launcher.at(Launcher.PROJECT)
            .with("RENXING_MASTER", master)
            .with("JDK_JAVA_OPTIONS", JVM)
            .with("RENXING_SUBMIT_OPTIONS", RESOURCES);
    try (Launcher.Running running = onCluster.start(bench)) {
      running.awaitError(line -> line.contains("Spark stage begins"));
      Launcher.pause(500);
      List<ProcessHandle> executors = executors();
      assertThat(executors).hasSize(WORKERS);
      assertThat(executors.get(0).destroyForcibly()).isTrue();
      assertThat(running.isAlive()).as("the stage is still at work").isTrue();
      Launcher.Ended there = running.end();
      assertThat(there.exitCode()).as(there.err()).isZero();
      assertThat(there.err()).as("the driver saw it go").contains("Lost executor");
      assertThat(answers(there)).isEqualTo(answers(here)).matches("[0-9a-f]+");
    }
  }

  /** What the operator gives wins over the locale of the product, so that it must be refused. */
  @Test
  void executorsWithoutUtf8FileNamesEndTheRun() {
    Launcher.Ended ended =
        MiniHome.released()
            .checked()
            .launcher()
            .with("RENXING_MASTER", master)
            .with("JDK_JAVA_OPTIONS", JVM)
            .with("RENXING_SUBMIT_OPTIONS", RESOURCES + " --conf spark.executorEnv.LC_ALL=C")
            .run("sql", "--engine=spark", "SELECT count(*) AS n FROM gold.index_score_unit_year");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.lastLine())
        .startsWith("renxing: exit 2 (USAGE): executor ")
        .contains("sun.jnu.encoding", "now LC_ALL=C, ", "spark.executorEnv.LC_ALL");
  }

  private List<ProcessHandle> executors() {
    return cluster.stream()
        .flatMap(Launcher.Running::descendants)
        .filter(p -> p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  private static String answers(Launcher.Ended bench) {
    Matcher found = Pattern.compile("\"answers\" *: *\"([0-9a-f]+)\"").matcher(bench.out());
    return found.find() ? found.group(1) : "none in " + bench.out();
  }

  private static void assertSame(
      TableName table, SortedMap<String, Row> here, SortedMap<String, Row> there) {
    assertThat(there.keySet()).as(table.toString()).isEqualTo(here.keySet());
    here.forEach(
        (key, row) -> {
          for (String column : row.schema().fieldNames()) {
            if (!column.equals("run_id")) {
              String place = table + " " + key + " " + column;
              assertEqual(place, row.getAs(column), there.get(key).getAs(column));
            }
          }
        });
  }

  private static void assertEqual(String place, Object here, Object there) {
    if (here instanceof Double expected && there instanceof Double actual) {
      assertThat(actual).as(place).isCloseTo(expected, within(Math.abs(expected) * 1e-12));
    } else {
      assertThat(there).as(place).isEqualTo(here);
    }
  }

  private static Launcher.Running daemon(String... words) {
    List<String> options = new ArrayList<>();
    for (String word : words) {
      options.addAll(List.of(word.split("=", 2)));
    }
    return new Launcher(SPARK_HOME.resolve("bin/spark-class"))
        .with("SPARK_HOME", SPARK_HOME.toString())
        .with("SPARK_CONF_DIR", SPARK_HOME.resolve("conf").toString())
        .with("SPARK_DAEMON_MEMORY", "256m")
        .without("LANG")
        .with("LC_ALL", "C")
        .with("JDK_JAVA_OPTIONS", JVM)
        .start(options.toArray(String[]::new));
  }

  /** Waits until the master's page says something so many times. */
  private static void awaitState(int web, String text, int times) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + "/json/"))
            .timeout(Duration.ofSeconds(5))
            .build();
    String last = "no answer";
    for (int attempt = 0; attempt < 300; attempt++) {
      try {
        last = client.send(request, BodyHandlers.ofString()).body();
        if (last.split(Pattern.quote(text), -1).length > times) {
          return;
        }
      } catch (IOException notYet) {
        last = String.valueOf(notYet);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      Launcher.pause(200);
    }
    throw new AssertionError("no " + times + " times " + text + " from the master: " + last);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
