package org.renxing.lake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * How large a lake is, files of every kind and version, by one listing of it: in an object store
 * that is a request for each thousand files.
 *
 * @param parts by table, such as {@code gold.dim_unit}; what is no table by the name of its folder
 */
public record LakeSize(SortedMap<String, Part> parts) {
  public LakeSize {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** Files and their bytes. */
  public record Part(long files, long bytes) {
    /** None. */
    public static final Part NONE = new Part(0, 0);

    Part plus(Part more) {
      return new Part(files + more.files, bytes + more.bytes);
    }
  }

  /** Lists a lake. */
  public static LakeSize of(Lake lake) {
    SortedMap<String, Part> out = new TreeMap<>();
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(lake.root());
    try {
      FileSystem fs = lake.files().fileSystem(root);
      org.apache.hadoop.fs.Path whole = fs.makeQualified(root);
      if ("file".equals(fs.getUri().getScheme())) {
        local(Path.of(whole.toUri().getPath()), out);
      } else {
        RemoteIterator<LocatedFileStatus> files = fs.listFiles(whole, true);
        while (files.hasNext()) {
          LocatedFileStatus file = files.next();
          String path = whole.toUri().relativize(file.getPath().toUri()).getPath();
          add(out, path, file.getLen());
        }
      }
    } catch (IOException e) {
      throw LakeFiles.storage("list", lake.root(), e);
    }
    return new LakeSize(out);
  }

  private static void local(Path folder, SortedMap<String, Part> out) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Path root = folder.toRealPath();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            add(out, root.relativize(file).toString(), attributes.size());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void add(SortedMap<String, Part> out, String path, long bytes) {
    String[] names = path.split("/", 3);
    String part =
        names.length == 3 && LakeRepair.LAYERS.contains(names[0])
            ? names[0] + "." + names[1]
            : names[0];
    out.merge(part, new Part(1, bytes), Part::plus);
  }

  /** All of it. */
  public Part total() {
    return parts.values().stream().reduce(Part.NONE, Part::plus);
  }

  /** A table; none where there is nothing of it. */
  public Part part(String name) {
    return parts.getOrDefault(name, Part.NONE);
  }
}
