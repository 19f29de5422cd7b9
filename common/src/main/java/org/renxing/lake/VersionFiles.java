package org.renxing.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.net.URI;
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

  private static SortedMap<String, Long> bytes(Manifest manifest) {
    SortedMap<String, Long> out = new TreeMap<>();
    manifest
        .rows()
        .forEach(
            (path, mark) -> out.put(path, Long.parseLong(mark.substring(0, mark.indexOf(':')))));
    return out;
  }

  private SortedMap<String, Long> byLog(TableName table, long version) {
    if (!KernelTable.isAvailable()) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          table + ", version " + version + ": has no manifest; run bin/renxing nightly first");
    }
    SortedMap<String, Long> out = new TreeMap<>();
    try {
      Snapshot snapshot =
          TableManager.loadSnapshot(lake.path(table)).atVersion(version).build(lake.kernel());
      try (CloseableIterator<FilteredColumnarBatch> batches =
          snapshot.getScanBuilder().build().getScanFiles(lake.kernel())) {
        while (batches.hasNext()) {
          try (CloseableIterator<Row> files = batches.next().getRows()) {
            files.forEachRemaining(
                file -> {
                  AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
                  out.put(URI.create(add.getPath()).getPath(), add.getSize());
                });
          }
        }
      }
      return out;
    } catch (IOException | RuntimeException e) {
      throw DeltaErrors.unreadable(table + ", version " + version, e);
    }
  }
}
