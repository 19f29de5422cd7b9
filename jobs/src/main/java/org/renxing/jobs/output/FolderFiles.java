package org.renxing.jobs.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Files of a folder that is being made.
 *
 * @param root the folder; made with its first file
 */
public record FolderFiles(Path root) {
  /** Writes the content of one file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; need not close. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file and the folders above it.
   *
   * @param name path below the root, with slashes
   */
  public void write(String name, Content content) {
    Path file = root.resolve(name);
    try {
      Files.createDirectories(file.resolveSibling("."));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.write(out);
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, file + ": cannot be written: " + e, e);
    }
  }

  /** Writes a text in UTF-8. */
  public void write(String name, String text) {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Copies a resource that is beside a class. */
  public void copy(String name, Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new RenxingException(
            ErrorCode.INTERNAL, resource + ": is missing from the class path");
      }
      write(name, in::transferTo);
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, resource + ": cannot be read: " + e, e);
    }
  }
}
