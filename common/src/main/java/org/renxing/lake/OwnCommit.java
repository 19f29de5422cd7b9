package org.renxing.lake;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * The commit that a write of ours has made, found by its mark and not by its place: another writer
 * may have come before or after it.
 */
final class OwnCommit {
  private final Lake lake;
  private final TableName table;
  private final TableLog log;
  private final OptionalLong before;
  private final long version;

  private OwnCommit(Lake lake, TableName table, TableLog log, OptionalLong before, long version) {
    this.lake = lake;
    this.table = table;
    this.log = log;
    this.before = before;
    this.version = version;
  }

  /**
   * Finds it.
   *
   * @param before the newest version when the write began
   * @param rows how many rows the write saw
   * @throws RenxingException CONFLICT where another writer changed rows in between
   */
  static OwnCommit find(Lake lake, TableName table, String mark, OptionalLong before, long rows) {
    TableLog log = TableLog.of(lake.files(), lake.path(table));
    long first = before.orElse(-1) + 1;
    for (long version = log.newest().orElse(-1); version >= first; version--) {
      Optional<CommitFile> commit = log.commit(version);
      if (commit.isPresent() && commit.get().mark().equals(mark)) {
        requireRows(table, version, commit.get(), rows);
        requireAlone(table, log, first, version);
        return new OwnCommit(lake, table, log, before, version);
      }
    }
    if (rows == 0 && log.newest().equals(before)) { // nothing in place of nothing is no commit
      return new OwnCommit(lake, table, log, before, before.getAsLong());
    }
    throw new RenxingException(
        ErrorCode.STORAGE,
        table
            + ": the commit that was just written is not in its log; check the storage, then run"
            + " again");
  }

  /** The version that it made. */
  long version() {
    return version;
  }

  /** Records what the version consists of. */
  void record() {
    String path = lake.path(table);
    Optional<Manifest> last =
        before.isPresent()
            ? new VersionFiles(lake).base(table, before.getAsLong(), log)
            : Optional.empty();
    boolean isRecorded = lake.manifests().record(path, log, version, last).isPresent();
    if (!table.layer().equals("gold") || table.equals(Releases.TABLE)) { // no release names these
      lake.manifests().keepNewest(path);
    }
    if (!isRecorded && log.commit(0).isPresent()) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          table + ", version " + version + ": files that were just written are gone; run again");
    }
  }

  private static void requireRows(TableName table, long version, CommitFile commit, long rows) {
    boolean isCounted = commit.added().stream().allMatch(file -> file.rows() >= 0);
    long written = commit.added().stream().mapToLong(CommitFile.Added::rows).sum();
    if (isCounted && written != rows) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          String.format(
              Locale.ROOT,
              "%s, version %d: %d rows were to be written, and its files hold %d; run again",
              table,
              version,
              rows,
              written));
    }
  }

  private static void requireAlone(TableName table, TableLog log, long first, long version) {
    for (long between = first; between < version; between++) {
      Optional<CommitFile> other = log.commit(between);
      if (other.filter(CommitFile::changesData).isPresent()) {
        throw new RenxingException(
            ErrorCode.CONFLICT,
            String.format(
                Locale.ROOT,
                "%s: another writer changed it meanwhile (version %d, %s); run again",
                table,
                between,
                other.get().writer()));
      }
    }
  }
}
