package org.renxing.lake;

import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.StructType;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * Actions of commits. This is the only class that touches the internal action classes of Delta
 * Kernel: its public interface makes no remove actions, gives files no tags, and a new table no
 * description.
 */
final class KernelActions {
  /** The tag of a file that is one of several pieces: the mark of its rows. */
  private static final String PIECE = "renxing.piece";

  private KernelActions() {}

  /** The mark of the piece of rows that a file of a scan holds as it was written. */
  static Optional<String> piece(Row file) {
    AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    return add.getDeletionVector().isPresent()
        ? Optional.empty()
        : add.getTags().map(tags -> VectorUtils.<String, String>toJavaMap(tags).get(PIECE));
  }

  /** How many rows a file of a scan holds, by its statistics; empty where they do not say. */
  static OptionalLong rowCount(Row file) {
    AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    long deleted = added.getDeletionVector().map(v -> v.getCardinality()).orElse(0L);
    return added.getNumRecords().stream().mapToLong(rows -> rows - deleted).findFirst();
  }

  /** The path of a file of a scan below the folder of its table, and its bytes. */
  static void describe(Row file, BiConsumer<String, Long> use) {
    AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    use.accept(URI.create(add.getPath()).getPath(), add.getSize());
  }

  /** Takes a file of a scan away. */
  static Row removed(Row file, boolean changesData, long now) {
    AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    return SingleAction.createRemoveFileSingleAction(
        add.toRemoveFileRow(changesData, Optional.of(now)));
  }

  /** The same addition of a file, as one that brings no new rows. */
  static Row unchanging(Row action, StructType schema) {
    AddFile add = new AddFile(action.getStruct(SingleAction.ADD_FILE_ORDINAL));
    return addition(add, schema, false, add.getTags());
  }

  private static Row addition(
      AddFile add, StructType schema, boolean changesData, Optional<MapValue> tags) {
    return SingleAction.createAddFileSingleAction(
        AddFile.createAddFileRow(
            schema,
            add.getPath(),
            add.getPartitionValues(),
            add.getSize(),
            add.getModificationTime(),
            changesData,
            add.getDeletionVector(),
            tags,
            add.getBaseRowId(),
            add.getDefaultRowCommitVersion(),
            add.getStats(schema)));
  }

  /** The same addition of a file, with the mark of the piece of rows that it is. */
  static Row tagged(Row action, String mark, StructType schema) {
    AddFile add = new AddFile(action.getStruct(SingleAction.ADD_FILE_ORDINAL));
    return addition(
        add, schema, true, Optional.of(VectorUtils.stringStringMapValue(Map.of(PIECE, mark))));
  }

  /** The same action, with a description where it is the one that makes the table. */
  static Row described(Row action, String text) {
    if (action.isNullAt(SingleAction.METADATA_ORDINAL)) {
      return action;
    }
    Metadata given = Metadata.fromRow(action.getStruct(SingleAction.METADATA_ORDINAL));
    Metadata out =
        new Metadata(
            given.getId(),
            given.getName(),
            Optional.of(text),
            given.getFormat(),
            given.getSchemaString(),
            given.getSchema(),
            given.getPartitionColumns(),
            given.getCreatedTime(),
            given.getConfigurationMapValue());
    return SingleAction.createMetadataSingleAction(out.toRow());
  }
}
