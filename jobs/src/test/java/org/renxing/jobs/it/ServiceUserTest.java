package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher of an install that its user may not write to, and signals before there is a JVM. In
 * place of Java there is a script that notes how it is called, so that nothing is started.
 */
class ServiceUserTest {
  private static final String NOBODY = "65534";
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      printf '%s\\n' "$*" >> "$CALLS"
      for word in "$@"; do
        case "$word" in -XX:ArchiveClassesAtExit=*) [ -z "${SLOW:-}" ] || exec sleep 60; : > "${word#*=}" ;; esac
      done
      """;

  @TempDir private Path folder;
  private Path install;
  private Path calls;
  private final Map<String, String> variables = new TreeMap<>();

  /** What a process came to, and what Java was called with. */
  private record Ended(int exitCode, String err, List<String> calls) {}

  @BeforeEach
  void lays() throws IOException {
    install = folder.resolve("opt/renxing");
    for (String file :
        List.of(
            "bin/renxing",
            "bin/spark-class",
            "bin/spark-submit",
            "bin/utf-8.sh",
            "conf/log4j2.properties",
            "conf/spark-defaults.conf",
            "pom.xml")) {
      put(install.resolve(file), Files.readString(Launcher.PROJECT.resolve(file)));
    }
    put(install.resolve("jobs/target/renxing-0.1.0.jar"), "");
    put(install.resolve("jobs/target/spark-home/jars/spark.jar"), "");
    put(install.resolve("jobs/target/spark-home/conf/jvm.options"), "");
    put(folder.resolve("jdk/bin/java"), JAVA);
    put(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    calls = folder.resolve("calls");
    put(calls, "");
    variables.put("PATH", System.getenv("PATH"));
    variables.put("JAVA_HOME", folder.resolve("jdk").toString());
    variables.put("CALLS", calls.toString());
    everyone(folder, true);
    everyone(install, false);
  }

  @Test
  void theArchiveGoesToTheCacheOfTheUser() throws IOException {
    Path cache = writable("cache");
    variables.put("XDG_CACHE_HOME", cache.toString());
    Ended first = run("nightly");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(first.calls()).hasSize(2);
    assertThat(first.calls().get(0)).contains("-XX:ArchiveClassesAtExit=" + cache + "/renxing/");
    assertThat(first.calls().get(1)).contains("-XX:SharedArchiveFile=" + cache + "/renxing/");
    Ended second = run("sql", "SELECT 1");
    assertThat(second.calls())
        .singleElement()
        .asString()
        .contains("-XX:SharedArchiveFile=" + cache);
  }

  @Test
  void withoutAnyCacheSpeedAloneIsLost() throws IOException {
    variables.put("HOME", "/nonexistent");
    Ended ended = run("nightly");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.calls()).singleElement().asString().doesNotContain("Archive", ".jsa");
    variables.remove("HOME");
    assertThat(run("nightly")).isEqualTo(ended);
  }

  @Test
  void anArchiveOfTheInstallIsUsed() throws IOException {
    if (isRoot()) { // the owner makes it
      runAs(List.of(), "nightly");
      everyone(install, false);
    }
    assumeTrue(isRoot(), "only root can be the owner and another user");
    variables.put("HOME", writable("home").toString());
    assertThat(run("nightly").calls())
        .singleElement()
        .asString()
        .contains("-XX:SharedArchiveFile=" + install + "/jobs/target/classes-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nightly --help",
        "nightly -h",
        "nightly --env real --help",
        "help nightly",
        "--version",
        "config",
        "sql x",
        "nightly --dry-run"
      })
  void whatIsNoRunMakesNoArchive(String line) throws IOException {
    variables.put("XDG_CACHE_HOME", writable("cache").toString());
    Ended ended = run(line.split(" "));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.calls()).singleElement().asString().doesNotContain("Archive");
  }

  @Test
  void sparkSubmitRunsFromTheInstall() throws IOException {
    variables.put("RENXING_MASTER", "spark://host:7077");
    Ended ended = run("nightly");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.calls())
        .singleElement()
        .asString()
        .contains("org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit --master")
        .contains("@" + install + "/jobs/target/spark-home/conf/jvm.options");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sparky", "spark:/h", "spark://", "k8s:h"})
  void aMasterThatIsNoneIsRefused(String master) throws IOException {
    variables.put("RENXING_MASTER", master);
    Ended ended = run("nightly");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("renxing: exit 2 (USAGE): RENXING_MASTER=" + master);
    assertThat(ended.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
  void aSignalWhileTheArchiveIsMadeEndsBoth(String signal, int exitCode) throws Exception {
    Path cache = writable("cache");
    variables.put("XDG_CACHE_HOME", cache.toString());
    variables.put("SLOW", "yes");
    Process process = start(asNobody(), "nightly");
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (Files.readString(calls).isEmpty() && System.nanoTime() < until) {
      Launcher.pause(20);
    }
    List<ProcessHandle> children = process.descendants().toList();
    assertThat(children).isNotEmpty();
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "renxing: exit "
                + exitCode
                + " (INTERRUPTED): ended by SIG"
                + signal
                + "; nothing was begun\n");
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    try (Stream<Path> left = Files.walk(cache)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** The words before a command by which another user runs it; none where this is no root. */
  private static List<String> asNobody() {
    if (!isRoot()) {
      return List.of();
    }
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root without setpriv");
    return List.of("/usr/bin/setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  }

  private Ended run(String... arguments) throws IOException {
    return runAs(asNobody(), arguments);
  }

  private Ended runAs(List<String> user, String... arguments) throws IOException {
    Files.writeString(calls, "");
    Process process = start(user, arguments);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Ended(process.waitFor(), err, Files.readAllLines(calls));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start(List<String> user, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(user);
    command.add(install.resolve("bin/renxing").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(install.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder.start();
  }

  private Path writable(String name) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    everyone(made, true);
    return made;
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Lets everyone read and run what is in a folder, and write it or nobody. */
  private static void everyone(Path top, boolean isWritable) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.toList()) {
        Files.setPosixFilePermissions(
            each, PosixFilePermissions.fromString(isWritable ? "rwxrwxrwx" : "r-xr-xr-x"));
      }
    }
  }
}
