package org.renxing.jobs.bronze;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.Listing;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec;
import org.renxing.run.Warning;

/**
 * The files of a source as they lie there now.
 *
 * @param byName relative name to file
 * @param skipped entries that match the path of the source and are not read
 */
public record SourceFiles(SortedMap<String, SourceFile> byName, List<Listing.Skipped> skipped) {
  /** A file under a name with a colon. */
  private static final String COLON = ".*:[^/]*";

  /** Between the names of a workbook and of a sheet in bronze. */
  private static final String SHEET = "(?i).*\\.xls[xm]!.*";

  public SourceFiles {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    skipped = List.copyOf(skipped);
  }

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
      lake.requireRegular(source.path(), source.isFollowingLinks());
      out.put("delta", new SourceFile(source.path(), deltaVersion(source, lake)));
      return new SourceFiles(out, List.of());
    }
    Listing listing = listing(source, lake);
    if (source.format() == SourceSpec.Format.PARQUET) {
      listing.files().values().forEach(f -> lake.requireRegular(f, source.isFollowingLinks()));
    }
    listing
        .files()
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
              + ".path"
              + listed(listing.skipped()));
    }
    return new SourceFiles(out, listing.skipped());
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
    return listing(source, lake).files();
  }

  private static Listing listing(SourceSpec source, LakeFiles lake) {
    Listing listing = lake.find(source.path(), source.isFollowingLinks());
    boolean isParquet = source.format() == SourceSpec.Format.PARQUET;
    for (String name : listing.files().keySet()) {
      if (name.matches(SHEET)) {
        throw named(source, name, "has a '!' after .xlsx or .xlsm, where a sheet's name begins");
      }
      if (isParquet && name.matches(COLON)) {
        throw named(source, name, "has a colon, with which Spark cannot read Parquet");
      }
    }
    return listing;
  }

  private static RenxingException named(SourceSpec source, String name, String what) {
    return new RenxingException(
        ErrorCode.SOURCE_CONTRACT,
        "source %s: the name of the file %s %s; rename it"
            .formatted(source.id(), Excerpt.line(name), what));
  }

  private static String listed(List<Listing.Skipped> skipped) {
    return skipped.isEmpty()
        ? ""
        : "; not read: " + Warning.listed(skipped.stream().map(SourceFiles::shown).toList());
  }

  private static String shown(Listing.Skipped entry) {
    return Excerpt.line(entry.name()) + " " + entry.what();
  }

  /** What a run says of the entries that it does not read. */
  public List<Warning> warnings(SourceSpec source) {
    return skipped.stream()
        .map(
            entry ->
                new Warning(
                    Warning.Kind.SKIPPED_ENTRY,
                    "source %s: %s and was not read; %s"
                        .formatted(source.id(), shown(entry), remedy(source, entry))))
        .toList();
  }

  private static String remedy(SourceSpec source, Listing.Skipped entry) {
    return entry.what().contains("leaves")
        ? "put the file there, or set follow-links = true in the file of source "
            + source.id()
            + " if you trust who writes there"
        : entry.what().contains("permission")
            ? "give the user of the run the right to read it"
            : "take it away, or put a file there";
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
