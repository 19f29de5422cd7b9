package org.renxing.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Small files beside the tables, on whatever file system the lake lives. */
public final class LakeFiles {
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
    try (FSDataInputStream in = fileSystem(path).open(path)) {
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

  /** Writes a file in place of any that is there. */
  public void write(String file, String text) {
    Path path = new Path(file);
    try (OutputStream out = fileSystem(path).create(path, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw storage("write", file, e);
    }
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
      FileStatus[] found = fileSystem(path).globStatus(path);
      if (found == null) {
        return List.of();
      }
      return Arrays.stream(found)
          .flatMap(
              s ->
                  s.isDirectory()
                      ? list(s.getPath().toString()).stream()
                      : java.util.stream.Stream.of(s))
          .filter(s -> !s.isDirectory() && isVisible(s.getPath().getName()))
          .sorted(java.util.Comparator.comparing(s -> s.getPath().toString()))
          .toList();
    } catch (IOException e) {
      throw storage("list", pattern, e);
    }
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
