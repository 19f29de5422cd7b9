package org.renxing.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** The files of rows of versions, by their manifests, or where one is lost, by the log. */
final class VersionFiles {
  private final Lake lake;

  VersionFiles(Lake lake) {
    this.lake = lake;
  }

  /**
   * Paths below the folder of the table, each with its bytes.
   *
   * @throws RenxingException STORAGE where neither manifest nor log tells
   */
  SortedMap<String, Long> of(TableName table, long version) {
    Optional<Manifest> manifest = lake.manifests().find(lake.path(table), version);
    return manifest.map(VersionFiles::bytes).orElseGet(() -> byLog(table, version));
  }

  /**
   * What a version consists of, to be followed by commits: as it was recorded, or where that is
   * lost and the log does not go back to its beginning, by the log, without marks.
   */
  Optional<Manifest> base(TableName table, long version, TableLog log) {
    Optional<Manifest> found = lake.manifests().find(lake.path(table), version);
    if (found.isPresent() || log.commits().containsKey(0L) || !KernelTable.isAvailable()) {
      return found;
    }
    SortedMap<String, String> rows = new TreeMap<>();
    byLog(table, version).keySet().forEach(path -> rows.put(path, ""));
    return Optional.of(new Manifest(version, new TreeMap<>(), rows, new TreeMap<>()));
  }

  private static SortedMap<String, Long> bytes(Manifest manifest) {
    SortedMap<String, Long> out = new TreeMap<>();
    manifest
        .rows()
        .forEach(
            (path, mark) -> out.put(path, Long.parseLong(mark.substring(0, mark.indexOf(':')))));
    return out;
  }

  /** The same by the log alone. */
  SortedMap<String, Long> byLog(TableName table, long version) {
    if (!KernelTable.isAvailable()) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          table + ", version " + version + ": has no manifest; run bin/renxing nightly first");
    }
    NavigableMap<String, Long> out = new TreeMap<>();
    try {
      Snapshot snapshot =
          TableManager.loadSnapshot(lake.path(table)).atVersion(version).build(lake.kernel());
      KernelReader.files(lake.kernel(), snapshot.getScanBuilder().build(), false)
          .forEach(file -> KernelActions.describe(file, out::put));
      return out;
    } catch (IOException | RuntimeException e) {
      throw DeltaErrors.unreadable(table + ", version " + version, e);
    }
  }
}
