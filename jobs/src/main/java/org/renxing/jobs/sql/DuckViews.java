package org.renxing.jobs.sql;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;
import org.renxing.jobs.output.TemporaryFolder;
import org.renxing.lake.PinnedTable;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Tables of the lake as views of DuckDB over exactly their files. Files of another storage than the
 * local disk, and those whose path would be taken for a pattern, are copied to a temporary folder
 * first, for the time of the command.
 */
final class DuckViews {
  private final Configuration hadoop;
  private final TemporaryFolder temporary;
  private final Map<String, String> copies = new LinkedHashMap<>();

  /**
   * Views.
   *
   * @param hadoop how files are reached
   * @param temporary for copies
   */
  DuckViews(Configuration hadoop, TemporaryFolder temporary) {
    this.hadoop = hadoop;
    this.temporary = temporary;
  }

  /** Makes the view of a table, and returns the files that it reads. */
  List<String> create(DuckDatabase database, PinnedTable table) throws SQLException {
    Map<Map<String, String>, List<String>> parts = new LinkedHashMap<>();
    List<String> files = new ArrayList<>();
    for (PinnedTable.File file : table.files()) {
      String path = local(file.path());
      files.add(path);
      parts.computeIfAbsent(file.partition(), p -> new ArrayList<>()).add(path);
    }
    // its columns first, for files of former versions have fewer
    StringBuilder rows = new StringBuilder("SELECT ");
    rows.append(columns(table, f -> "CAST(NULL AS " + type(f.dataType()) + ") AS " + name(f)));
    rows.append(" WHERE false");
    parts.forEach((partition, paths) -> rows.append(part(table, partition, paths)));
    database.run(
        "CREATE VIEW %s.%s AS SELECT %s FROM (%s)"
            .formatted(
                table.name().layer(),
                quoted(table.name().name()),
                columns(table, DuckViews::name),
                rows));
    return files;
  }

  private static String part(PinnedTable table, Map<String, String> partition, List<String> paths) {
    String shared =
        partition.entrySet().stream()
            .map(
                e -> {
                  StructField field = table.schema().apply(e.getKey());
                  String value = e.getValue() == null ? "NULL" : DuckDatabase.text(e.getValue());
                  return ", CAST("
                      + value
                      + " AS "
                      + type(field.dataType())
                      + ") AS "
                      + name(field);
                })
            .collect(Collectors.joining());
    // Spark's writer leaves such columns in its files too
    String own =
        partition.isEmpty()
            ? "*"
            : "COLUMNS(lambda c: c NOT IN "
                + DuckDatabase.texts(List.copyOf(partition.keySet()))
                + ")";
    return " UNION ALL BY NAME SELECT "
        + own
        + shared
        + " FROM read_parquet("
        + DuckDatabase.texts(paths)
        + ", union_by_name = true, hive_partitioning = false)";
  }

  private static String columns(
      PinnedTable table, java.util.function.Function<StructField, String> form) {
    return java.util.Arrays.stream(table.schema().fields())
        .map(form)
        .collect(Collectors.joining(", "));
  }

  private static String name(StructField field) {
    return quoted(field.name());
  }

  /** A name in the form of SQL. */
  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The types of columns that tables of the product have. */
  private static String type(DataType type) {
    if (type instanceof IntegerType) {
      return "INTEGER";
    } else if (type instanceof LongType) {
      return "BIGINT";
    } else if (type instanceof DoubleType) {
      return "DOUBLE";
    } else if (type instanceof BooleanType) {
      return "BOOLEAN";
    } else if (type instanceof BinaryType) {
      return "BLOB";
    } else if (type instanceof TimestampType) {
      return "TIMESTAMPTZ";
    } else if (type instanceof ArrayType list) {
      return type(list.elementType()) + "[]";
    } else if (type instanceof MapType map) {
      return "MAP(" + type(map.keyType()) + ", " + type(map.valueType()) + ")";
    }
    return "VARCHAR";
  }

  private String local(String file) {
    var path = new org.apache.hadoop.fs.Path(file);
    try {
      FileSystem files = path.getFileSystem(hadoop);
      String plain = path.toUri().getPath();
      if (files.getUri().getScheme().equals("file") && !plain.matches("(?s).*[*?\\[\\]{}\\\\].*")) {
        return plain;
      }
      String known = copies.get(file);
      if (known == null) {
        try (InputStream in = files.open(path)) {
          known = temporary.write(copies.size() + ".parquet", in).toString();
        }
        copies.put(file, known);
      }
      return known;
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
