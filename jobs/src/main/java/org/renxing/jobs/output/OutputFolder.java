package org.renxing.jobs.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A folder that a command writes for its user, whole or not at all, in place of an earlier one of
 * its kind.
 */
public final class OutputFolder {
  private final String name;
  private final Path target;

  private OutputFolder(String name, Path target) {
    this.name = name;
    this.target = target;
  }

  /**
   * The folder to which a path leads.
   *
   * @param name how messages call it, such as {@code report --out DIR}
   * @throws RenxingException USAGE where it would lie in a folder that does not exist
   */
  public static OutputFolder of(String name, Path given) {
    try {
      Path at = given.toAbsolutePath();
      return new OutputFolder(name, Files.exists(at) ? at.toRealPath() : inFolder(name, at));
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  private static Path inFolder(String name, Path at) throws IOException {
    Optional<Path> folder = Optional.ofNullable(at.getParent());
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      throw new RenxingException(
          ErrorCode.USAGE, name + ": must be a folder in a folder that exists");
    }
    return folder.get().toRealPath().resolve(at.getFileName());
  }

  /** How messages call it. */
  public String name() {
    return name;
  }

  /** Where it lies, links followed. */
  public Path path() {
    return target;
  }

  /**
   * Writes the folder in place of an earlier one.
   *
   * @param own pattern of the names that an earlier one holds
   * @param what an earlier one is called, such as {@code report}
   * @param content writes the folder that it is given and that does not exist yet
   * @throws RenxingException USAGE where there is anything else under that name
   */
  public void write(String own, String what, Consumer<Path> content) {
    try (TemporaryFile made = TemporaryFile.folderBeside(target);
        TemporaryFile old = TemporaryFile.folderBeside(target)) {
      requireOwn(own, what);
      content.accept(made.path());
      requireOwn(own, what);
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
      throw failed(name, e);
    }
  }

  private void requireOwn(String own, String what) throws IOException {
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

  private static RenxingException failed(String name, IOException e) {
    return new RenxingException(ErrorCode.STORAGE, name + ": cannot be written: " + e, e);
  }
}
