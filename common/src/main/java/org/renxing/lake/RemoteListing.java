package org.renxing.lake;

import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Files that match a pattern, of a file system that has neither links nor pipes. */
final class RemoteListing {
  private RemoteListing() {}

  /** Paths by what of them is below the folder that the pattern names. */
  static SortedMap<String, String> of(LakeFiles files, Path pattern) throws IOException {
    FileStatus[] found = files.fileSystem(pattern).globStatus(pattern);
    SortedMap<String, String> out = new TreeMap<>();
    String folder = fixed(pattern.toString());
    Arrays.stream(found == null ? new FileStatus[0] : found)
        .flatMap(s -> s.isDirectory() ? files.list(s.getPath().toString()).stream() : Stream.of(s))
        .filter(s -> !s.isDirectory() && LocalListing.isVisible(s.getPath().getName()))
        .map(s -> s.getPath().toString())
        .forEach(
            file -> {
              int at = file.indexOf(folder);
              String name = at < 0 ? file : file.substring(at + folder.length());
              out.put(name.replaceFirst("^/", ""), file);
            });
    return out;
  }

  /** The part of a pattern that names one folder. */
  private static String fixed(String pattern) {
    String[] names = pattern.split("/");
    int fixed = 0;
    while (fixed < names.length - 1 && !names[fixed].matches(".*[*?\\[{].*")) {
      fixed++;
    }
    return String.join("/", Arrays.copyOf(names, fixed));
  }
}
