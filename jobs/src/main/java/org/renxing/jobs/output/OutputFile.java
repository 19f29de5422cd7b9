package org.renxing.jobs.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A file that a command writes for its user.
 *
 * <p>It is written to a temporary file in the same folder, which then takes its place in one step:
 * a reader sees the old file or the new one, a write that fails leaves the old one, and of two
 * commands that write at once one wins as a whole. A symbolic link stays, and the file to which it
 * leads is replaced; another hard link of that file keeps the old content. Owner, group and rights
 * of a file that was there stay; where they cannot be given to a new file, or none can be made in
 * the folder, the finished content is copied over the old. Pipes, devices and the standard streams
 * are written straight.
 */
public final class OutputFile {
  private static final String STREAMS = "/dev/(stdout|stderr|fd/\\d+)|/proc/[^/]+/fd/\\d+";
  private static final int MOST_LINKS = 40;

  private final String name;
  private final Path target;
  private final boolean isStraight;

  private OutputFile(String name, Path target, boolean isStraight) {
    this.name = name;
    this.target = target;
    this.isStraight = isStraight;
  }

  /** What is written. */
  @FunctionalInterface
  public interface Content<T> {
    /** Writes all of it; need not close. */
    T write(OutputStream out) throws IOException;
  }

  /**
   * The file to which a path leads.
   *
   * @param name how messages call it, such as {@code --output out.csv}
   * @throws RenxingException USAGE where it is a folder, or lies in a folder that does not exist
   */
  public static OutputFile of(String name, Path given) {
    try {
      Path at = given.toAbsolutePath();
      for (int i = 0; i < MOST_LINKS; i++) {
        boolean isStream = at.normalize().toString().matches(STREAMS);
        if (isStream || (Files.exists(at) && !Files.isRegularFile(at) && !Files.isDirectory(at))) {
          return new OutputFile(name, at, true);
        }
        if (!Files.isSymbolicLink(at)) {
          if (Files.isDirectory(at)) {
            throw usage(name, "is a folder, and must be a file in a folder that exists");
          }
          return new OutputFile(name, inFolder(name, at), false);
        }
        at = at.resolveSibling(Files.readSymbolicLink(at));
      }
      throw usage(name, "is a symbolic link that leads round in a circle");
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /** The same file in the one folder in which it really lies. */
  private static Path inFolder(String name, Path at) throws IOException {
    Optional<Path> folder = Optional.ofNullable(at.getParent());
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      throw usage(name, "must be a file in a folder that exists");
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
   * Refuses a file that the command reads, under whatever name: another spelling, a symbolic or
   * hard link, a linked folder.
   *
   * @param what the file is, such as {@code the input}
   */
  public void requireApartFrom(String what, Path input) {
    if (isSame(input)) {
      throw usage(name, "is " + what + " " + input + ", which would be lost; name another file");
    }
  }

  /** Whether a file that is read is this one. */
  public boolean isSame(Path input) {
    try {
      return Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input);
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /** Content that a library writes to a path. */
  @FunctionalInterface
  public interface PathContent<T> {
    /** Writes all of it to a file that is not there yet. */
    T write(Path file) throws IOException;
  }

  /**
   * Writes the file in place of any that is there, for a library that wants a path: what it made in
   * a folder for temporary files is then written as any content is.
   */
  public <T> T writeFrom(PathContent<T> content) {
    return write(
        out -> {
          try (TemporaryFolder folder = TemporaryFolder.open()) {
            Path made = folder.path().resolve("content");
            T result = content.write(made);
            Files.copy(made, out);
            return result;
          }
        });
  }

  /** Writes the file in place of any that is there. */
  public <T> T write(Content<T> content) {
    try {
      if (isStraight) {
        return straight(content);
      }
      boolean isThere = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
      if (isThere && !Files.isWritable(target)) {
        throw new AccessDeniedException(target.toString(), null, "the file is write-protected");
      }
      try (TemporaryFile made = temporary(isThere)) {
        T out = fill(made.path(), content);
        if (isThere) {
          replace(made.path());
        } else {
          Files.move(made.path(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        return out;
      }
    } catch (IOException e) {
      throw failed(name, e);
    } catch (UncheckedIOException e) {
      throw failed(name, e.getCause());
    }
  }

  /**
   * Writes a file that must not be there yet.
   *
   * @throws RenxingException USAGE where it is there, or has come meanwhile
   */
  public <T> T writeNew(Content<T> content) {
    try (TemporaryFile made = TemporaryFile.beside(target)) {
      T out = fill(made.path(), content);
      try {
        Files.createLink(target, made.path());
      } catch (UnsupportedOperationException | FileSystemException e) {
        Files.move(made.path(), target); // where there are no hard links; refuses what is there
      }
      return out;
    } catch (FileAlreadyExistsException e) {
      throw usage(name, "is there already; remove it or name another");
    } catch (IOException e) {
      throw failed(name, e);
    } catch (UncheckedIOException e) {
      throw failed(name, e.getCause());
    }
  }

  /** Appends, so that a redirected stream keeps what stands before. */
  private <T> T straight(Content<T> content) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
      return content.write(out);
    }
  }

  private static <T> T fill(Path file, Content<T> content) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
      return content.write(out);
    }
  }

  private TemporaryFile temporary(boolean isThere) throws IOException {
    try {
      return TemporaryFile.beside(target);
    } catch (FileSystemException e) {
      if (!isThere) {
        throw e;
      }
      return TemporaryFile.elsewhere();
    }
  }

  private void replace(Path made) throws IOException {
    if (!takesAttributes(made)) {
      copy(made);
      return;
    }
    try {
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      copy(made); // on another disk, or mounted by itself
    }
  }

  private void copy(Path made) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      Files.copy(made, out);
    }
  }

  /** Gives a file the owner, group and rights of the one that is there; says whether it could. */
  private boolean takesAttributes(Path made) {
    Optional<PosixFileAttributeView> view =
        Optional.ofNullable(Files.getFileAttributeView(made, PosixFileAttributeView.class));
    if (view.isEmpty()) {
      return true;
    }
    try {
      PosixFileAttributes wanted = Files.readAttributes(target, PosixFileAttributes.class);
      PosixFileAttributes now = view.get().readAttributes();
      if (!now.owner().equals(wanted.owner())) {
        view.get().setOwner(wanted.owner());
      }
      if (!now.group().equals(wanted.group())) {
        view.get().setGroup(wanted.group());
      }
      view.get().setPermissions(wanted.permissions());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static RenxingException usage(String name, String what) {
    return new RenxingException(ErrorCode.USAGE, name + ": " + what);
  }

  private static RenxingException failed(String name, IOException e) {
    return new RenxingException(ErrorCode.STORAGE, name + ": cannot be written: " + reason(e), e);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
