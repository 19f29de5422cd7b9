package org.renxing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a source, wherever it lies. */
public interface SourceBytes {
  /** The name by which messages call it. */
  String name();

  /** Its bytes, from the start. */
  InputStream open() throws IOException;

  /** The file itself, where it is on a local disk. */
  Optional<Path> local();

  /** Opens bytes from their start. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /** A file of the local disk. */
  static SourceBytes of(String name, Path file) {
    return of(name, () -> Files.newInputStream(file), Optional.of(file));
  }

  /** Bytes from elsewhere. */
  static SourceBytes of(String name, Opening opening, Optional<Path> local) {
    return new SourceBytes() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() throws IOException {
        return opening.open();
      }

      @Override
      public Optional<Path> local() {
        return local;
      }
    };
  }
}
