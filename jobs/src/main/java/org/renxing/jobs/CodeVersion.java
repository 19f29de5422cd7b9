package org.renxing.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.lake.Fingerprint;

/**
 * The version of the product that is running: the hash of its own code. Builds are reproducible, so
 * the same sources give the same version on any machine.
 */
final class CodeVersion {
  private CodeVersion() {}

  static String current() {
    try {
      Path code =
          Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(code) ? ofFolder(code) : Fingerprint.of(Files.readAllBytes(code));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ofFolder(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      all.append(folder.relativize(file)).append(Fingerprint.of(Files.readAllBytes(file)));
    }
    return Fingerprint.of(all.toString());
  }
}
