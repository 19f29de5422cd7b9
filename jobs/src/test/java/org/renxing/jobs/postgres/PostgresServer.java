package org.renxing.jobs.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.renxing.model.PostgresTarget;
import org.renxing.model.Secret;

/**
 * A PostgreSQL server for tests, on 127.0.0.1, from the programs of the machine. It is no part of
 * the product: where it is not installed, tests are aborted, and the build tells of them.
 */
public final class PostgresServer implements AutoCloseable {
  public static final String USER = "renxing";
  public static final String PASSWORD = "sesame & co";

  private static final long LIMIT_SECONDS = 120;
  private final Path programs;
  private final Path folder;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts a server with a folder of its own.
   *
   * @throws org.opentest4j.TestAbortedException where PostgreSQL is not installed
   */
  public static PostgresServer start() {
    requireInstalled();
    Optional<Path> programs = programs();
    try {
      Path folder = folder();
      Path password = Files.writeString(folder.resolve("password"), PASSWORD);
      own(folder);
      own(password);
      PostgresServer out = new PostgresServer(programs.get(), folder, freePort());
      out.run(
          "initdb",
          "-D",
          out.data(),
          "-E",
          "UTF8",
          "--locale=C.UTF-8",
          "-U",
          USER,
          "-A",
          "scram-sha-256",
          "--pwfile=" + password);
      out.startServer();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Aborts a test where there is no server; in a method before each, so that all are told of. */
  static void requireInstalled() {
    if (!isInstalled()) {
      Assumptions.abort("left out: no PostgreSQL server (initdb, pg_ctl) on this machine");
    }
  }

  /** Whether there is a server on this machine. */
  public static boolean isInstalled() {
    return programs().isPresent();
  }

  private void startServer() {
    run(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
            + " -c full_page_writes=off",
        "start");
  }

  /** Ends the server at once, as a power cut would, and starts it again. */
  void restart() {
    run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    startServer();
  }

  @Override
  public void close() {
    run("pg_ctl", "-D", data(), "-w", "-m", "fast", "stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an empty database and says how it is reached. */
  public PostgresTarget database() throws SQLException {
    String name = "test" + databases.incrementAndGet();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new PostgresTarget(
        url(name),
        Optional.of(USER),
        Optional.of(new Secret(PASSWORD)),
        "gold",
        Optional.of("readers_of_" + name),
        2,
        2);
  }

  int port() {
    return port;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, PASSWORD);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path log = folder.resolve(program + ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(
            command + " failed: " + Files.readString(log, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> programs() {
    Path debian = Path.of("/usr/lib/postgresql");
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.sorted(Comparator.reverseOrder()).map(v -> v.resolve("bin")).forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .filter(part -> !part.isEmpty())
        .map(Path::of)
        .forEach(folders::add);
    return folders.stream()
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl")))
        .findFirst();
  }

  /** In the build's folder; root leaves the server to another user, who may not come to that. */
  private static Path folder() throws IOException {
    Path parent =
        isRoot() ? Path.of("/tmp") : Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    return Files.createTempDirectory(parent, "renxing-postgres");
  }

  private static void own(Path path) throws IOException {
    if (isRoot()) {
      Files.setOwner(
          path,
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
