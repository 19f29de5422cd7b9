package org.renxing.lake;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.renxing.model.TableName;

/**
 * Compares the pages of large files with the checksums that they bear. A manifest marks the end
 * alone of such a file, and not every reader compares checksums.
 */
final class PageChecksums {
  private PageChecksums() {}

  /**
   * Requires a file to be as it was written.
   *
   * @throws org.renxing.model.RenxingException STORAGE where a page is not
   */
  static void require(LakeFiles files, TableName table, PinnedTable.File file) {
    if (LakeFiles.isMarkedWhole(file.length())) {
      return;
    }
    Path path = new Path(file.path());
    ParquetReadOptions options =
        HadoopReadOptions.builder(files.hadoop()).usePageChecksumVerification(true).build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, files.hadoop()), options)) {
      while (reader.readNextRowGroup() != null) {
        // read to be compared
      }
    } catch (IOException | RuntimeException e) {
      throw DeltaErrors.unreadable(table + ", file " + path.getName(), e);
    }
  }
}
