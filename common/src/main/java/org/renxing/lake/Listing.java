package org.renxing.lake;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a pattern of files matches.
 *
 * @param files regular files that may be read: name below the folder that the pattern names, to
 *     path
 * @param skipped entries that match and are not read
 */
public record Listing(SortedMap<String, String> files, List<Skipped> skipped) {
  public Listing {
    files = new TreeMap<>(files);
    skipped = List.copyOf(skipped);
  }

  /**
   * An entry that is not read.
   *
   * @param name below the folder that the pattern names
   * @param what is wrong with it, as {@code is a FIFO}
   */
  public record Skipped(String name, String what) {
    @Override
    public String toString() {
      return name + " " + what;
    }
  }
}
