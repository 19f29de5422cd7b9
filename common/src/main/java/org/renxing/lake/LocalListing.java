package org.renxing.lake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobPattern;
import org.renxing.jvm.JvmSettings;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;

/**
 * Walks a folder of a local disk by a pattern, in the syntax of Hadoop's globs, and opens nothing.
 *
 * <p>Hadoop's own globs leave out what they cannot look at, end in an error at a name with a colon,
 * and take pipes and devices for files; so they serve other file systems only.
 */
final class LocalListing {
  private static final String WILD = ".*[*?\\[{].*";
  private final boolean isFollowingLinks;
  private final SortedMap<String, String> files = new TreeMap<>();
  private final SortedMap<String, String> skipped = new TreeMap<>();
  private Path root = Path.of("/");

  private LocalListing(boolean isFollowingLinks) {
    this.isFollowingLinks = isFollowingLinks;
  }

  /**
   * What a pattern matches. A folder that matches is entered one level; names that begin with a
   * point or an underscore are left out.
   *
   * @param pattern an absolute path
   * @throws RenxingException SOURCE_CONTRACT for a name that matches and cannot be kept: its bytes
   *     are not UTF-8, or it holds characters that are not seen
   */
  static Listing of(String pattern, boolean isFollowingLinks) throws IOException {
    LocalListing listing = new LocalListing(isFollowingLinks);
    List<String> names = names(pattern);
    int fixed = 0;
    while (fixed < names.size() - 1 && !names.get(fixed).matches(WILD)) {
      fixed++;
    }
    Path folder =
        Path.of(
            "/", names.subList(0, fixed).stream().map(LocalListing::plain).toArray(String[]::new));
    if (Files.isDirectory(folder)) {
      listing.root = folder.toRealPath();
      for (String plain : GlobExpander.expand(pattern)) {
        List<String> below = names(plain);
        listing.walk(folder, below.subList(fixed, below.size()), "");
      }
    }
    List<Listing.Skipped> skipped = new ArrayList<>();
    listing.skipped.forEach((name, what) -> skipped.add(new Listing.Skipped(name, what)));
    return new Listing(listing.files, skipped);
  }

  /**
   * What in a folder, or beside a file as its hidden checksum file, may not be read.
   *
   * @param isFollowingLinks whether links may leave the folder
   */
  static List<Listing.Skipped> faults(Path path, boolean isFollowingLinks) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    Path folder = isFolder ? path.toRealPath() : path.getParent();
    Optional<Path> root = isFollowingLinks ? Optional.empty() : Optional.of(folder);
    List<Path> entries;
    try (Stream<Path> all = Files.walk(folder, isFolder ? Integer.MAX_VALUE : 0)) {
      Path checksums = folder.resolve("." + path.getFileName() + ".crc");
      Stream<Path> beside = Stream.of(checksums).filter(LocalEntry::isThere);
      entries = (isFolder ? all : beside).sorted().toList();
    }
    List<Listing.Skipped> out = new ArrayList<>();
    for (Path entry : entries) {
      LocalEntry.fault(entry, root)
          .ifPresent(
              what -> out.add(new Listing.Skipped(folder.relativize(entry).toString(), what)));
    }
    return out;
  }

  private static List<String> names(String pattern) {
    return Arrays.stream(pattern.split("/")).filter(name -> !name.isEmpty()).toList();
  }

  /** A name without the backslashes by which a pattern quotes. */
  private static String plain(String name) {
    return name.replaceAll("\\\\(.)", "$1");
  }

  private void walk(Path folder, List<String> patterns, String above) throws IOException {
    boolean isLast = patterns.size() == 1;
    boolean isNamed = above.isEmpty() && isLast && !new GlobPattern(patterns.get(0)).hasWildcard();
    for (String child : matching(folder, patterns.get(0))) {
      Path entry = folder.resolve(child);
      String name = above + child;
      if (isNamed && Files.isDirectory(entry)) {
        root = entry.toRealPath(); // the configuration names it, be it a link
      }
      if (!isLast) {
        if (Files.isDirectory(entry) && isSound(entry, name)) {
          walk(entry, patterns.subList(1, patterns.size()), name + "/");
        }
      } else if (!Files.isDirectory(entry)) {
        add(entry, name);
      } else if (isSound(entry, name)) {
        for (String inside : matching(entry, "*")) {
          Path file = entry.resolve(inside);
          if (!Files.isDirectory(file) || Files.isSymbolicLink(file)) {
            add(file, name + "/" + inside);
          }
        }
      }
    }
  }

  private void add(Path entry, String name) throws IOException {
    if (isVisible(entry.getFileName().toString()) && isSound(entry, name)) {
      if (!Files.isDirectory(entry)) {
        files.put(name, "file:" + entry);
      }
    }
  }

  private boolean isSound(Path entry, String name) throws IOException {
    Optional<String> fault =
        LocalEntry.fault(entry, isFollowingLinks ? Optional.empty() : Optional.of(root));
    fault.ifPresent(what -> skipped.put(name, what));
    return fault.isEmpty();
  }

  /** Names in a folder that match the part of a pattern, which has no slash. */
  private static SortedSet<String> matching(Path folder, String pattern) throws IOException {
    GlobPattern glob = new GlobPattern(pattern);
    SortedSet<String> out = new TreeSet<>();
    if (!glob.hasWildcard()) {
      String name = plain(pattern);
      if (LocalEntry.isThere(folder.resolve(name))) {
        out.add(name);
      }
      return out;
    }
    // what is not ASCII may be any of the bytes that were not decoded
    GlobPattern undecoded = new GlobPattern(pattern.replaceAll("[^\\x00-\\x7F]+", "*"));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean isMatch = glob.matches(name);
        if (isVisible(name) && (isMatch || undecoded.matches(name))) {
          requireName(folder, name, isMatch);
        }
        if (isMatch) {
          out.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return out;
  }

  private static void requireName(Path folder, String name, boolean isMatch) {
    boolean isUndecoded = JvmSettings.isUndecoded(name);
    if (isUndecoded || (isMatch && !Excerpt.isPlain(name))) {
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          folder
              + (isUndecoded
                  ? ": holds a name whose bytes are not UTF-8, "
                  : ": holds a name with a character that is not seen, ")
              + Excerpt.cell(name)
              + (isUndecoded
                  ? "; rename it in UTF-8 (convmv does this from GBK) or move it away"
                  : "; rename it or move it away"));
    }
  }

  static boolean isVisible(String name) {
    return !name.startsWith("_") && !name.startsWith(".");
  }
}
