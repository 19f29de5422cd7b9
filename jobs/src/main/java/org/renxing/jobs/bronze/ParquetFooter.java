package org.renxing.jobs.bronze;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;

/** What the footer of a Parquet file says beside its columns. */
final class ParquetFooter {
  private ParquetFooter() {}

  /**
   * Keys and values that writers leave in a file.
   *
   * @param subject source and file, for messages
   * @throws RenxingException SOURCE_CONTRACT where the file is no Parquet, or broken
   */
  static Map<String, String> metadata(SparkSession spark, String subject, String path) {
    var hadoop = spark.sparkContext().hadoopConfiguration();
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(path), hadoop))) {
      return reader.getFileMetaData().getKeyValueMetaData();
    } catch (FileNotFoundException e) {
      throw new RenxingException(ErrorCode.STORAGE, subject + ": no such file; run again", e);
    } catch (IOException | RuntimeException e) {
      // the storage has given all of it already, for its hash: what is wrong is the file
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          subject
              + ": cannot be read as Parquet: "
              + Excerpt.line(e.getMessage() + "")
              + "; send it again",
          e);
    }
  }
}
