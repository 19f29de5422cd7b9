package org.renxing.lake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.TableName;

/**
 * One version of a table, and the Parquet files that hold its rows.
 *
 * @param schema columns with their comments
 */
public record PinnedTable(TableName name, StructType schema, List<File> files) {
  public PinnedTable {
    files = List.copyOf(files);
  }

  /**
   * A file of rows.
   *
   * @param path on the file system of the lake
   * @param length in bytes
   * @param partition columns that all its rows share and that the file does not hold; a value may
   *     be null
   */
  public record File(String path, long length, Map<String, String> partition) {
    public File {
      partition = new TreeMap<>(partition);
    }

    @Override
    public Map<String, String> partition() {
      return new TreeMap<>(partition);
    }
  }
}
