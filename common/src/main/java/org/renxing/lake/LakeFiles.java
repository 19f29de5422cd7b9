package org.renxing.lake;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
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
import org.apache.hadoop.fs.GlobPattern;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.renxing.jvm.JvmSettings;
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

  /**
   * The text of a file in UTF-8 without its byte order mark, or nothing where there is no file.
   *
   * @throws RenxingException CONFIGURATION where its bytes are not UTF-8
   */
  public Optional<String> read(String file) {
    Path path = new Path(file);
    try (FSDataInputStream in = plain(path).open(path)) {
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
      boolean isWhole = length <= HASHED_WHOLE;
      byte[] bytes = new byte[(int) (isWhole ? length : HASHED_END)];
      in.readFully(length - bytes.length, bytes);
      return Optional.of(length + (isWhole ? ":" : ":end:") + Fingerprint.of(bytes));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw storage("read", file, e);
    }
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

  /** Files that match a glob, by path; folders are entered one level. */
  public List<FileStatus> glob(String pattern) {
    Path path = new Path(pattern);
    try {
      refuseUndecoded(path);
      return Arrays.stream(found(path))
          .flatMap(s -> s.isDirectory() ? listed(s).stream() : java.util.stream.Stream.of(s))
          .filter(s -> !s.isDirectory() && isVisible(s.getPath().getName()))
          .sorted(java.util.Comparator.comparing(s -> s.getPath().toString()))
          .toList();
    } catch (IOException e) {
      throw storage("list", pattern, e);
    }
  }

  /**
   * Refuses names of a local disk that match the pattern and whose bytes are not UTF-8: such a file
   * cannot be opened, and Hadoop's listing leaves it out without a word.
   */
  private void refuseUndecoded(Path pattern) throws IOException {
    for (Path at = pattern; at != null && at.getParent() != null; at = at.getParent()) {
      if (new GlobPattern(at.getName()).hasWildcard()) {
        // what is not ASCII may be any of the bytes that were not decoded
        GlobPattern names = new GlobPattern(at.getName().replaceAll("[^\\x00-\\x7F]+", "*"));
        for (FileStatus folder : found(at.getParent())) {
          refuseUndecoded(folder, names);
        }
      }
    }
  }

  private static void refuseUndecoded(FileStatus folder, GlobPattern names) {
    for (String name : local(folder)) {
      if (JvmSettings.isUndecoded(name) && isVisible(name) && names.matches(name)) {
        throw new RenxingException(
            ErrorCode.SOURCE_CONTRACT,
            folder.getPath().toUri().getPath()
                + ": holds a name whose bytes are not UTF-8, "
                + name
                + "; rename it in UTF-8 (convmv does this from GBK) or move it away");
      }
    }
  }

  /** The files of a folder that a pattern names as a whole. */
  private List<FileStatus> listed(FileStatus folder) {
    refuseUndecoded(folder, new GlobPattern("*"));
    return list(folder.getPath().toString());
  }

  private FileStatus[] found(Path pattern) throws IOException {
    FileStatus[] found = fileSystem(pattern).globStatus(pattern);
    return found == null ? new FileStatus[0] : found;
  }

  /** Names in a folder of a local disk. */
  private static String[] local(FileStatus folder) {
    URI uri = folder.getPath().toUri();
    boolean isLocal = "file".equals(uri.getScheme()) && folder.isDirectory();
    String[] names = isLocal ? new File(uri.getPath()).list() : null;
    return names == null ? new String[0] : names;
  }

  /** Opens a file for reading. */
  public FSDataInputStream open(String file) throws IOException {
    Path path = new Path(file);
    return fileSystem(path).open(path);
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

  private static boolean isVisible(String name) {
    return !name.startsWith("_") && !name.startsWith(".");
  }
}
