package org.renxing.jobs.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A folder of files that gets its name once it is whole, beside others of its kind, and the
 * symbolic link {@code current} to one of them, which is switched in one step: whoever reads
 * through the link sees the former edition or this one, and never a part.
 *
 * <p>A command that is ended meanwhile leaves the link as it was. Editions that are there are never
 * written again nor removed.
 */
public final class EditionFolder {
  /** The link to the edition that is read. */
  public static final String CURRENT = "current";

  private final String name;
  private final Path path;

  private EditionFolder(String name, Path path) {
    this.name = name;
    this.path = path;
  }

  /**
   * An edition in a folder that is there.
   *
   * @param name how messages call the folder of all editions
   * @throws RenxingException USAGE where {@code current} is there and is no symbolic link
   */
  public static EditionFolder of(String name, Path editions, String edition) {
    Path link = editions.resolve(CURRENT);
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new RenxingException(
          ErrorCode.USAGE,
          name + ": " + link + " is no symbolic link; remove it or name another folder");
    }
    return new EditionFolder(name, editions.resolve(edition));
  }

  /** Where the edition lies once it is whole. */
  public Path path() {
    return path;
  }

  /** Whether it is there. */
  public boolean isThere() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Writes the edition.
   *
   * @param content writes files into the empty folder that it is given
   * @throws RenxingException CONFLICT where another command wrote the same edition meanwhile
   */
  public void write(Consumer<Path> content) {
    try (TemporaryFile made = TemporaryFile.folderBeside(path)) {
      Files.createDirectory(made.path());
      content.accept(made.path());
      Files.move(made.path(), path);
    } catch (FileAlreadyExistsException e) {
      throw new RenxingException(
          ErrorCode.CONFLICT, name + ": " + path + " came meanwhile; run the command again", e);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** Makes this edition the one that is read. */
  public void makeCurrent() {
    Path link = path.resolveSibling(CURRENT);
    try (TemporaryFile made = TemporaryFile.folderBeside(path)) {
      Files.createSymbolicLink(made.path(), path.getFileName());
      Files.move(made.path(), link, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      throw failed(link, e);
    }
  }

  private RenxingException failed(Path file, Exception e) {
    return new RenxingException(
        ErrorCode.STORAGE, name + ": " + file + " cannot be written: " + e, e);
  }
}
