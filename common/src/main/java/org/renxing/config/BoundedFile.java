package org.renxing.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads text files of the configuration, none of which is endless or large. */
final class BoundedFile {
  private BoundedFile() {}

  /**
   * The text of a regular file, which links may lead to.
   *
   * @param path relative to the folder, or absolute
   * @param most bytes that it may have
   * @throws Unreadable saying what is wrong with it
   * @throws IOException where it is missing or not readable
   */
  static String read(Path folder, String path, int most) throws IOException {
    byte[] bytes;
    try {
      Path file = folder.resolve(path);
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new Unreadable("is no regular file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(most + 1);
      }
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
    if (bytes.length > most) {
      throw new Unreadable("has more than " + most + " bytes, which is the most that is read");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("is not UTF-8 text");
    }
  }

  /** Why a file that is there is not taken, said of the file. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }
}
