package org.renxing.jobs.bronze;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.renxing.intake.SourceBytes;
import org.renxing.lake.LakeFiles;

/** A file of a source on whatever file system it lies. */
record LakeBytes(String name, String path, LakeFiles files) implements SourceBytes {
  @Override
  public InputStream open() throws IOException {
    return files.open(path);
  }

  @Override
  public Optional<Path> local() {
    URI uri = new org.apache.hadoop.fs.Path(path).toUri();
    return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
  }
}
