package org.renxing.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Small files beside the tables, on whatever file system the lake lives. */
public final class LakeFiles {
  private static final long HASHED_WHOLE = 16L << 20;
  private static final int HASHED_END = 1 << 20;
  private final Configuration hadoop;

  public LakeFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** How file systems are reached. */
  public Configuration hadoop() {
    return hadoop;
  }

  /**
   * The text of a file in UTF-8 without its byte order mark, or nothing where there is no file.
   *
   * @throws RenxingException CONFIGURATION where its bytes are not UTF-8
   */
  public Optional<String> read(String file) {
    Path path = new Path(file);
    try (FSDataInputStream in = regular(path)) {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, file + ": is not UTF-8 (perhaps GBK); save it as UTF-8", e);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw storage("read", file, e);
    }
  }

  /** Whether a path leads to a folder. */
  public boolean isFolder(String file) {
    try {
      return plain(new Path(file)).getFileStatus(new Path(file)).isDirectory();
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw storage("read", file, e);
    }
  }

  /**
   * What a file of our own holds, as far as it can be read as text; nothing where there is no file.
   */
  Optional<String> recorded(String file) {
    Path path = new Path(file);
    try (FSDataInputStream in = plain(path).open(path)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw storage("read", file, e);
    }
  }

  private FSDataInputStream regular(Path path) throws IOException {
    requireRegular(path, ErrorCode.CONFIGURATION);
    return plain(path).open(path);
  }

  /** Writes a file in place of any that is there: readers see the one or the other, and whole. */
  public void write(String file, String text) {
    Path path = new Path(file);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      FileSystem fs = plain(path);
      if (fs instanceof RawLocalFileSystem local) {
        replace(local.pathToFile(path).toPath(), bytes);
      } else {
        try (OutputStream out = fs.create(path, true)) {
          out.write(bytes);
        }
      }
    } catch (IOException e) {
      throw storage("write", file, e);
    }
  }

  private static void replace(java.nio.file.Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    java.nio.file.Path part = file.resolveSibling("_part-" + UUID.randomUUID());
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      // one that Hadoop wrote belongs to the file that was
      Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * A mark of the content of a file: its length, and a hash of all of it or, where it is large, of
   * its end. Pages of large files have checksums of their own.
   *
   * @return empty where there is no file
   */
  Optional<String> mark(String file) {
    Path path = new Path(file);
    try (FSDataInputStream in = plain(path).open(path)) {
      long length = plain(path).getFileStatus(path).getLen();
      boolean isWhole = isMarkedWhole(length);
      byte[] bytes = new byte[(int) (isWhole ? length : HASHED_END)];
      in.readFully(length - bytes.length, bytes);
      return Optional.of(length + (isWhole ? ":" : ":end:") + Fingerprint.of(bytes));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw storage("read", file, e);
    }
  }

  /** Whether the mark of a file of so many bytes is of all of them. */
  static boolean isMarkedWhole(long length) {
    return length <= HASHED_WHOLE;
  }

  /** Moves a file or folder, and makes the folder that it moves to. */
  void move(String from, String to) {
    Path source = new Path(from);
    Path target = new Path(to);
    try {
      FileSystem fs = fileSystem(source);
      fs.mkdirs(target.getParent());
      if (!fs.rename(source, target)) {
        throw new IOException("cannot be moved to " + to);
      }
    } catch (IOException e) {
      throw storage("move", from, e);
    }
  }

  /** Whether there is a file. */
  boolean isThere(String file) {
    Path path = new Path(file);
    try {
      return fileSystem(path).exists(path);
    } catch (IOException e) {
      throw storage("look for", file, e);
    }
  }

  /** Deletes a file, where it is there. */
  public void delete(String file) {
    Path path = new Path(file);
    try {
      fileSystem(path).delete(path, false);
    } catch (IOException e) {
      throw storage("delete", file, e);
    }
  }

  /** The file system without checksum files beside its files, which may be of other files. */
  private FileSystem plain(Path path) throws IOException {
    FileSystem fs = fileSystem(path);
    return fs instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : fs;
  }

  /** Creates a folder and its parents. */
  public void makeFolder(String folder) {
    Path path = new Path(folder);
    try {
      if (!fileSystem(path).mkdirs(path)) {
        throw new IOException("not a folder");
      }
    } catch (IOException e) {
      throw storage("create the folder", folder, e);
    }
  }

  /** Files in a folder, by name; empty where there is no folder. */
  public List<FileStatus> list(String folder) {
    Path path = new Path(folder);
    try {
      return Arrays.stream(fileSystem(path).listStatus(path))
          .sorted(java.util.Comparator.comparing(s -> s.getPath().getName()))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw storage("list", folder, e);
    }
  }

  /**
   * Files that match a pattern in the syntax of Hadoop's globs; a folder that matches is entered
   * one level, and hidden names are left out.
   *
   * @param isFollowingLinks whether links of a local disk may leave the folder that the pattern
   *     names
   */
  public Listing find(String pattern, boolean isFollowingLinks) {
    Path path = new Path(pattern);
    try {
      return isLocal(fileSystem(path))
          ? LocalListing.of(path.toUri().getPath(), isFollowingLinks)
          : new Listing(RemoteListing.of(this, path), List.of());
    } catch (IOException e) {
      throw storage("list", pattern, e);
    }
  }

  /**
   * Opens a file for reading. On a local disk it is known to be a regular file before it is opened,
   * and no hidden checksum file beside it is looked at.
   *
   * @throws RenxingException SOURCE_CONTRACT for a pipe, a socket or a device
   */
  public FSDataInputStream open(String file) throws IOException {
    Path path = new Path(file);
    requireRegular(path, ErrorCode.SOURCE_CONTRACT);
    return plain(path).open(path);
  }

  /**
   * Refuses a table in a folder of a local disk, or a file with the hidden checksum file that
   * Hadoop opens beside it, where one of the files is no regular file.
   *
   * @param isFollowingLinks whether links may leave the folder
   * @throws RenxingException SOURCE_CONTRACT
   */
  public void requireRegular(String path, boolean isFollowingLinks) {
    Path at = new Path(path);
    try {
      if (isLocal(fileSystem(at))) {
        LocalListing.faults(java.nio.file.Path.of(at.toUri().getPath()), isFollowingLinks).stream()
            .findFirst()
            .ifPresent(
                entry -> {
                  throw new RenxingException(
                      ErrorCode.SOURCE_CONTRACT,
                      path + ": cannot be read, since " + entry + "; take it away");
                });
      }
    } catch (UncheckedIOException e) {
      throw storage("list", path, e.getCause());
    } catch (IOException e) {
      throw storage("list", path, e);
    }
  }

  /** Refuses a pipe, a socket or a device, which could be read for ever. */
  private void requireRegular(Path path, ErrorCode code) throws IOException {
    if (isLocal(fileSystem(path))) {
      LocalEntry.special(java.nio.file.Path.of(path.toUri().getPath()))
          .ifPresent(
              kind -> {
                throw new RenxingException(
                    code, path.toUri().getPath() + ": is " + kind + "; only files are read");
              });
    }
  }

  private static boolean isLocal(FileSystem files) {
    return "file".equals(files.getUri().getScheme());
  }

  FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(hadoop);
  }

  static RenxingException storage(String what, String file, IOException cause) {
    return new RenxingException(
        ErrorCode.STORAGE,
        file
            + ": cannot "
            + what
            + ": "
            + cause.getMessage()
            + "; check the path and its rights, then run again",
        cause);
  }
}
