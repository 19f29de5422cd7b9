package org.renxing.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A folder for the time of a benchmark, or one that stays. */
public final class BenchFolder implements AutoCloseable {
  private final Path path;
  private final boolean isKept;

  private BenchFolder(Path path, boolean isKept) {
    this.path = path;
    this.isKept = isKept;
  }

  /** One that is there when the benchmark has ended. */
  public static BenchFolder kept(Path path) {
    return new BenchFolder(path, true);
  }

  /** A new one, which goes with all that is in it. */
  public static BenchFolder temporary() {
    try {
      return new BenchFolder(Files.createTempDirectory("renxing-bench"), false);
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, "no temporary folder: " + e.getMessage(), e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    if (isKept) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, path + ": " + e.getMessage(), e);
    }
  }
}
