package org.renxing.lake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What an entry of a folder of a local disk is; told without opening it. */
final class LocalEntry {
  private static final int KIND = 0xF000;
  private static final Map<Integer, String> KINDS =
      Map.of(
          0x1000, "a FIFO",
          0x2000, "a device",
          0x6000, "a device",
          0xC000, "a socket");

  private LocalEntry() {}

  /**
   * Why a file or folder may not be read; empty where it may.
   *
   * @param root the real folder that a link must not leave; empty where links may lead anywhere
   */
  static Optional<String> fault(Path entry, Optional<Path> root) throws IOException {
    try {
      Path real = Files.isSymbolicLink(entry) ? entry.toRealPath() : entry;
      if (Files.isSymbolicLink(entry) && root.filter(r -> !real.startsWith(r)).isPresent()) {
        return Optional.of("is a link that leaves the folder of the source");
      }
      Optional<String> special = special(real);
      if (special.isPresent()) {
        return special.map(kind -> "is " + kind);
      }
      boolean isOpen =
          Files.isReadable(real) && (!Files.isDirectory(real) || Files.isExecutable(real));
      return isOpen ? Optional.empty() : Optional.of("cannot be read: no permission");
    } catch (NoSuchFileException | FileSystemLoopException e) {
      return Optional.of("is a link that leads nowhere");
    } catch (AccessDeniedException e) {
      return Optional.of("cannot be read: no permission");
    } catch (FileSystemException e) {
      if (Files.isSymbolicLink(entry)) {
        return Optional.of("is a link that leads nowhere"); // round in a circle, or through a file
      }
      throw e;
    }
  }

  /** The kind of what is there and is neither a regular file nor a folder; links are followed. */
  static Optional<String> special(Path entry) throws IOException {
    if (!Files.exists(entry) || Files.isRegularFile(entry) || Files.isDirectory(entry)) {
      return Optional.empty();
    }
    if (!entry.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.of("no regular file");
    }
    int mode = (Integer) Files.getAttribute(entry, "unix:mode");
    return Optional.of(KINDS.getOrDefault(mode & KIND, "no regular file"));
  }

  /** Whether there is an entry of this name, whatever it is and wherever a link leads. */
  static boolean isThere(Path entry) {
    return Files.exists(entry, LinkOption.NOFOLLOW_LINKS);
  }
}
