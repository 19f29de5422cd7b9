package org.renxing.jobs.bronze;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec;

/**
 * The files of a source as they lie there now.
 *
 * @param byName relative name to file
 */
public record SourceFiles(SortedMap<String, SourceFile> byName) {

  /**
   * One file and the hash of its content and of how it is read, so that a source that is declared
   * otherwise is read anew; for Delta the folder and its version.
   */
  public record SourceFile(String path, String hash) {}

  /**
   * The files that match the path of a source of grids, which have no rows.
   *
   * @throws RenxingException SOURCE_CONTRACT where there is none
   */
  public static SourceFiles find(SourceSpec source, LakeFiles lake) {
    return find(source, lake, "");
  }

  /**
   * The files that match the path of a source.
   *
   * @param how what decides how they are read beside the source, such as limits
   * @throws RenxingException SOURCE_CONTRACT where there is none
   */
  static SourceFiles find(SourceSpec source, LakeFiles lake, String how) {
    SortedMap<String, SourceFile> out = new TreeMap<>();
    if (source.format() == SourceSpec.Format.DELTA) {
      out.put("delta", new SourceFile(source.path(), deltaVersion(source, lake)));
      return new SourceFiles(out);
    }
    paths(source, lake)
        .forEach(
            (name, path) ->
                out.put(name, new SourceFile(path, read(source, how, hash(path, lake)))));
    if (out.isEmpty()) {
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          "source "
              + source.id()
              + ": no file matches "
              + source.path()
              + "; put the files there or correct sources."
              + source.id()
              + ".path");
    }
    return new SourceFiles(out);
  }

  private static String read(SourceSpec source, String how, String hash) {
    String reading = source.reading();
    return reading.isEmpty() ? hash : hash + "-" + Fingerprint.of(reading + "\n" + how);
  }

  /** The paths of the files that match, by relative name; none is opened. */
  public static SortedMap<String, String> paths(SourceSpec source, LakeFiles lake) {
    SortedMap<String, String> out = new TreeMap<>();
    if (source.format() == SourceSpec.Format.DELTA) {
      out.put("delta", source.path());
      return out;
    }
    for (FileStatus file : lake.glob(source.path())) {
      String path = file.getPath().toString();
      out.put(relative(source, path), path);
    }
    return out;
  }

  /** The path below the part of the pattern that names one folder. */
  private static String relative(SourceSpec source, String path) {
    String[] wanted = source.path().split("/");
    int fixed = 0;
    while (fixed < wanted.length - 1 && !wanted[fixed].matches(".*[*?\\[{].*")) {
      fixed++;
    }
    String folder = String.join("/", java.util.Arrays.copyOf(wanted, fixed));
    int at = path.indexOf(folder);
    return at < 0 ? path : path.substring(at + folder.length()).replaceFirst("^/", "");
  }

  private static String hash(String path, LakeFiles files) {
    MessageDigest digest = Fingerprint.sha256();
    try (InputStream in = files.open(path)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, path + ": cannot read: " + e.getMessage() + "; then run again", e);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static String deltaVersion(SourceSpec source, LakeFiles files) {
    return files.list(source.path() + "/_delta_log").stream()
        .map(s -> s.getPath().getName())
        .filter(name -> name.matches("\\d{20}\\.json"))
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.SOURCE_CONTRACT,
                    "source "
                        + source.id()
                        + ": "
                        + source.path()
                        + " is no Delta table; correct sources."
                        + source.id()
                        + ".path or its format"));
  }
}
