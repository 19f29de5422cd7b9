package org.renxing.jobs.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A folder that no one else can look into, for what a command sets aside; it is gone with all that
 * is in it when it is closed, and when the process is ended meanwhile.
 */
public final class TemporaryFolder implements AutoCloseable {
  private final TemporaryFile folder;

  private TemporaryFolder(TemporaryFile folder) {
    this.folder = folder;
  }

  /**
   * A new folder among the temporary files.
   *
   * @throws RenxingException STORAGE where none can be made
   */
  public static TemporaryFolder open() {
    try {
      return new TemporaryFolder(TemporaryFile.folderElsewhere());
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          System.getProperty("java.io.tmpdir")
              + ": no temporary folder can be made: "
              + e.getMessage()
              + "; make room, or set TMPDIR to a folder that may be written",
          e);
    }
  }

  /** Where it is. */
  public Path path() {
    return folder.path();
  }

  /** Writes a file into it and returns its path. */
  public Path write(String name, InputStream content) throws IOException {
    Path out = path().resolve(name);
    Files.copy(content, out);
    return out;
  }

  @Override
  public void close() {
    try {
      folder.close();
    } catch (IOException left) {
      System.err.println("renxing: warning: " + path() + " is left behind: " + left.getMessage());
    }
  }
}
