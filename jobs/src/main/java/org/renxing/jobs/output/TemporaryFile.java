package org.renxing.jobs.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file or folder with a name of its own that is gone when it is closed, and when the process is
 * ended meanwhile; closing it after it has been moved away does nothing.
 */
final class TemporaryFile implements AutoCloseable {
  private final Path path;
  private final Thread atExit;

  private TemporaryFile(Path path) {
    this.path = path;
    this.atExit = new Thread(() -> delete(path.toFile()));
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** An empty file in the folder of another, with the rights of any new file. */
  static TemporaryFile beside(Path file) throws IOException {
    return new TemporaryFile(Files.createFile(name(file)));
  }

  /** An empty file in the folder for such files, which no one else can read. */
  static TemporaryFile elsewhere() throws IOException {
    return new TemporaryFile(Files.createTempFile("renxing-", ".tmp"));
  }

  /** An empty folder in the folder for such files, which no one else can read. */
  static TemporaryFile folderElsewhere() throws IOException {
    return new TemporaryFile(Files.createTempDirectory("renxing-"));
  }

  /** The name of a folder beside another; it is not made. */
  static TemporaryFile folderBeside(Path folder) {
    return new TemporaryFile(name(folder));
  }

  private static Path name(Path beside) {
    return beside.resolveSibling(".renxing-" + UUID.randomUUID() + ".tmp");
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      }
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the process is ending, and the hook does the same
    }
  }

  /** At the end of a process nobody is left to be told of what fails. */
  private static boolean delete(File file) {
    File[] inside = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
    boolean isEmpty = true;
    for (File each : inside == null ? new File[0] : inside) {
      isEmpty &= delete(each);
    }
    return isEmpty && file.delete();
  }
}
