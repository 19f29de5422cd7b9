package org.renxing.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.renxing.lake.TableCondition.Kind;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Compares tables with what was recorded of them. Reads; never writes. */
final class TableCheck {
  private final LakeFiles files;
  private final Manifests manifests;
  private final Function<TableName, String> paths;

  TableCheck(LakeFiles files, Manifests manifests, Function<TableName, String> paths) {
    this.files = files;
    this.manifests = manifests;
    this.paths = paths;
  }

  /**
   * The version that readers of the newest rows see.
   *
   * @throws RenxingException STORAGE where the table is damaged
   */
  long readable(TableName table) {
    return sound(newest(table)).readable();
  }

  /**
   * Compares a version with its record, where there is one.
   *
   * @throws RenxingException STORAGE where it is not as it was
   */
  void requireSound(TableName table, long version) {
    String path = paths.apply(table);
    manifests
        .find(path, version)
        .ifPresent(m -> sound(recorded(table, path, OptionalLong.of(version), m)));
  }

  /**
   * Compares a version with what a release says of it.
   *
   * @param manifest the hash of its manifest; empty where the release does not say
   * @throws RenxingException STORAGE where it is not as it was
   */
  void requireReleased(TableName table, long version, String manifest) {
    sound(released(table, version, manifest));
  }

  /**
   * Requires that no rows of another writer would stay beside those to be written.
   *
   * @throws RenxingException CONFLICT where there are some
   */
  void requireOurs(TableName table) {
    TableCondition now = newest(table);
    if (now.kind() == Kind.FOREIGN) {
      throw new RenxingException(ErrorCode.CONFLICT, now.text() + "; run again");
    }
  }

  private static TableCondition sound(TableCondition now) {
    if (!now.isReadable()) {
      throw now.unreadable();
    }
    return now;
  }

  /** How a version compares with what a release says of it. */
  TableCondition released(TableName table, long version, String manifest) {
    OptionalLong at = OptionalLong.of(version);
    String path = paths.apply(table);
    Optional<Manifest> recorded = manifests.find(path, version);
    if (manifest.isEmpty()) { // of a former version of the product
      return new TableCondition(table, Kind.UNRECORDED, at, recorded, List.of());
    }
    return recorded
        .filter(m -> m.hash().equals(manifest))
        .map(m -> recorded(table, path, at, m))
        .orElseGet(
            () ->
                new TableCondition(
                    table,
                    Kind.LOG_DAMAGED,
                    at,
                    recorded,
                    List.of("it is not the version that was released")));
  }

  /** How the newest version of a table stands. */
  TableCondition newest(TableName table) {
    String path = paths.apply(table);
    TableLog log = TableLog.of(files, path);
    OptionalLong newest = log.newest();
    List<Long> onRecord = manifests.versions(path);
    if (newest.isEmpty()) {
      return onRecord.isEmpty()
          ? new TableCondition(table, Kind.ABSENT, newest, Optional.empty(), List.of())
          : damagedLog(table, path, newest, List.of("the log of its commits is gone"));
    }
    if (!onRecord.isEmpty() && onRecord.get(0) > newest.getAsLong()) {
      String gone = TableLog.commitName(onRecord.get(0)) + " is gone";
      return damagedLog(table, path, newest, List.of(gone));
    }
    Optional<Manifest> recorded = manifests.newest(path, newest.getAsLong());
    if (recorded.isEmpty()) {
      return unrecorded(table, log, newest);
    }
    TableCondition asRecorded = recorded(table, path, newest, recorded.get());
    return asRecorded.kind() != Kind.SOUND || recorded.get().version() == newest.getAsLong()
        ? asRecorded
        : later(table, log, newest, recorded.get());
  }

  /** How a version that was recorded stands, without regard to later ones. */
  private TableCondition recorded(
      TableName table, String path, OptionalLong newest, Manifest manifest) {
    Optional<Manifest> recorded = Optional.of(manifest);
    if (manifests.isVerified(path, manifest)) {
      return new TableCondition(table, Kind.SOUND, newest, recorded, List.of());
    }
    List<String> ofLog = manifests.faultsOfLog(path, manifest);
    List<String> ofRows = manifests.faultsOfRows(path, manifest);
    if (!ofLog.isEmpty()) {
      ofLog.addAll(ofRows);
      return damagedLog(table, path, newest, ofLog);
    }
    if (!ofRows.isEmpty()) {
      return new TableCondition(table, Kind.ROWS_DAMAGED, newest, recorded, ofRows);
    }
    List<String> ofHints = manifests.faultsOfHints(path, manifest);
    if (!ofHints.isEmpty()) {
      return new TableCondition(table, Kind.HINT_DAMAGED, newest, recorded, ofHints);
    }
    manifests.verified(path, manifest);
    return new TableCondition(table, Kind.SOUND, newest, recorded, List.of());
  }

  /** The newest version before the damage that is as it was recorded, if there is one. */
  private TableCondition damagedLog(
      TableName table, String path, OptionalLong newest, List<String> faults) {
    Optional<Manifest> sound =
        manifests.versions(path).stream()
            .map(version -> manifests.find(path, version))
            .flatMap(Optional::stream)
            .filter(m -> manifests.faultsOfLog(path, m).isEmpty())
            .filter(m -> manifests.faultsOfRows(path, m).isEmpty())
            .findFirst();
    return new TableCondition(table, Kind.LOG_DAMAGED, newest, sound, faults);
  }

  /** A table of which nothing is on record: its log must at least be whole. */
  private TableCondition unrecorded(TableName table, TableLog log, OptionalLong newest) {
    List<String> torn = new ArrayList<>();
    for (String name : log.segment(newest.getAsLong())) {
      if (name.matches("\\d{20}\\.json")
          && log.commit(Long.parseLong(name.substring(0, 20))).isEmpty()) {
        torn.add("the commit " + name + " is not whole");
      }
    }
    Kind kind = torn.isEmpty() ? Kind.UNRECORDED : Kind.LOG_DAMAGED;
    return new TableCondition(table, kind, newest, Optional.empty(), torn);
  }

  /** The record holds, and there are commits after it. */
  private static TableCondition later(
      TableName table, TableLog log, OptionalLong newest, Manifest recorded) {
    List<String> torn = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (long version = recorded.version() + 1; version <= newest.getAsLong(); version++) {
      Optional<CommitFile> commit = log.commit(version);
      if (commit.isEmpty()) {
        torn.add("the commit " + TableLog.commitName(version) + " is not whole");
      } else if (!commit.get().isOurs() && commit.get().changesData()) {
        foreign.add(
            "version " + version + " was written by another writer: " + commit.get().writer());
      }
    }
    Kind kind = torn.isEmpty() ? foreign.isEmpty() ? Kind.UNRECORDED : Kind.FOREIGN : Kind.TORN;
    List<String> faults = torn.isEmpty() ? foreign : torn;
    return new TableCondition(table, kind, newest, Optional.of(recorded), faults);
  }
}
