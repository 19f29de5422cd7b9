package org.renxing.jobs.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.renxing.model.TableName;

/** A table of a release as PostgreSQL is to have it. */
record TableForm(TableName table, StructType columns, Description description) {
  /** What clients ask for most. */
  private static final List<List<String>> OFTEN_ASKED =
      List.of(List.of("scenario_id", "year"), List.of("unit_id"));

  /** Makes the table, empty and without its key. */
  String create(String schema) {
    return "CREATE TABLE "
        + Database.name(schema, table.name())
        + " ("
        + Arrays.stream(columns.fields())
            .map(field -> Database.name(field.name()) + " " + type(field.dataType()))
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** The key, indexes and comments, once the rows are there. */
  List<String> complete(String schema) {
    String name = Database.name(schema, table.name());
    List<String> out = new ArrayList<>();
    if (!description.keys().isEmpty() && has(description.keys())) {
      out.add("ALTER TABLE " + name + " ADD PRIMARY KEY (" + names(description.keys()) + ")");
    }
    for (List<String> asked : OFTEN_ASKED) {
      if (has(asked) && !isBeginning(asked, description.keys())) {
        out.add("CREATE INDEX ON " + name + " (" + names(asked) + ")");
      }
    }
    out.add("COMMENT ON TABLE " + name + " IS " + Database.text(description.comment()));
    for (StructField field : columns.fields()) {
      if (field.getComment().isDefined()) {
        out.add(
            "COMMENT ON COLUMN "
                + Database.name(schema, table.name(), field.name())
                + " IS "
                + Database.text(field.getComment().get()));
      }
    }
    out.add("ANALYZE " + name);
    return out;
  }

  private static String names(List<String> columns) {
    return Database.names(columns);
  }

  private boolean has(List<String> names) {
    return List.of(columns.fieldNames()).containsAll(names);
  }

  private static boolean isBeginning(List<String> asked, List<String> keys) {
    return keys.size() >= asked.size() && keys.subList(0, asked.size()).equals(asked);
  }

  private static String type(DataType type) {
    if (type instanceof IntegerType) {
      return "integer";
    } else if (type instanceof LongType) {
      return "bigint";
    } else if (type instanceof DoubleType) {
      return "double precision";
    } else if (type instanceof BooleanType) {
      return "boolean";
    } else if (type instanceof TimestampType) {
      return "timestamp with time zone";
    } else if (type instanceof BinaryType) {
      return "bytea";
    } else if (type instanceof ArrayType) {
      return "text[]";
    }
    return type instanceof MapType ? "jsonb" : "text";
  }
}
