package org.renxing.jobs.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A folder that a command writes for its user: whole or not at all. */
public final class OutputFolder {
  /** What Spark writes in such a folder. */
  private static final String OWN = "part-.*|_SUCCESS|\\..*\\.crc";

  private OutputFolder() {}

  /**
   * Writes a folder of Parquet in place of an earlier one.
   *
   * @param content writes the folder that it is given and that does not exist yet
   * @throws RenxingException USAGE where there is anything else under that name
   */
  public static void write(OutputFile folder, Consumer<Path> content) {
    write(folder, OWN, "export", content);
  }

  /**
   * Writes a folder in place of an earlier one.
   *
   * @param own pattern of the names that an earlier one holds
   * @param what an earlier one is called, such as {@code export}
   * @param content writes the folder that it is given and that does not exist yet
   * @throws RenxingException USAGE where there is anything else under that name
   */
  public static void write(OutputFile folder, String own, String what, Consumer<Path> content) {
    String name = folder.name();
    Path target = folder.path();
    try (TemporaryFile made = TemporaryFile.folderBeside(target);
        TemporaryFile old = TemporaryFile.folderBeside(target)) {
      requireOwn(name, target, own, what);
      content.accept(made.path());
      requireOwn(name, target, own, what);
      if (Files.exists(target)) {
        Files.move(target, old.path());
      }
      try {
        Files.move(made.path(), target);
      } catch (IOException e) {
        if (Files.exists(old.path())) {
          Files.move(old.path(), target);
        }
        throw e;
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, name + ": cannot be written: " + e, e);
    }
  }

  private static void requireOwn(String name, Path target, String own, String what)
      throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    List<String> others = List.of(target.getFileName().toString());
    if (Files.isDirectory(target)) {
      try (Stream<Path> inside = Files.list(target)) {
        others = inside.map(p -> p.getFileName().toString()).filter(n -> !n.matches(own)).toList();
      }
    }
    if (!others.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          name
              + ": is there already and is no earlier "
              + what
              + " ("
              + others.get(0)
              + "); remove it or name another folder");
    }
  }
}
