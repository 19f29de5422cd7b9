package org.renxing.lake;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.defaults.internal.data.vector.DefaultGenericVector;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.MetadataBuilder;
import org.renxing.model.ColumnSpec;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;

/** Columns and rows as Delta Kernel wants them. */
final class KernelRows {
  private static final String COMMENT = "comment";

  private KernelRows() {}

  /** The columns of a table with their comments; all may be null, as in tables of Spark. */
  static StructType schema(TableSpec spec) {
    StructType out = new StructType();
    for (ColumnSpec column : spec.columns()) {
      FieldMetadata comment =
          FieldMetadata.builder().putString(COMMENT, TableShape.comment(column)).build();
      out = out.add(column.name(), type(column.type()), true, comment);
    }
    return out;
  }

  /** The rows, column by column. */
  static ColumnarBatch of(LocalRows rows) {
    List<ColumnSpec> columns = rows.spec().columns();
    ColumnVector[] vectors = new ColumnVector[columns.size()];
    for (int i = 0; i < vectors.length; i++) {
      ColumnSpec.Type type = columns.get(i).type();
      Object[] values = new Object[rows.size()];
      for (int r = 0; r < values.length; r++) {
        Object value = rows.rows().get(r).get(i);
        values[r] = value == null ? null : value(value, type);
      }
      vectors[i] = DefaultGenericVector.fromArray(type(type), values);
    }
    return new DefaultColumnarBatch(rows.size(), schema(rows.spec()), vectors);
  }

  /** A stored value, as {@link StoredRows} has it; null where there is none. */
  static Object value(ColumnVector column, int row) {
    if (column.isNullAt(row)) {
      return null;
    }
    DataType type = column.getDataType();
    if (type instanceof StringType) {
      return column.getString(row);
    } else if (type instanceof DoubleType) {
      return column.getDouble(row);
    } else if (type instanceof IntegerType) {
      return column.getInt(row);
    } else if (type instanceof LongType) {
      return column.getLong(row);
    } else if (type instanceof BooleanType) {
      return column.getBoolean(row);
    } else if (type instanceof TimestampType) {
      return LocalRows.timestamp(column.getLong(row));
    } else if (type instanceof ArrayType) {
      return strings(column.getArray(row).getElements());
    } else if (type instanceof MapType) {
      String[] keys = strings(column.getMap(row).getKeys());
      return LocalRows.entries(keys, strings(column.getMap(row).getValues()));
    }
    return column.getBinary(row);
  }

  private static String[] strings(ColumnVector values) {
    String[] out = new String[values.getSize()];
    for (int i = 0; i < out.length; i++) {
      out[i] = values.isNullAt(i) ? null : values.getString(i);
    }
    return out;
  }

  private static Object value(Object value, ColumnSpec.Type type) {
    return switch (type) {
      case TIMESTAMP -> RowAudit.microseconds((Timestamp) value);
      case STRINGS ->
          VectorUtils.buildArrayValue(Arrays.asList((String[]) value), StringType.STRING);
      case STRING_MAP -> {
        @SuppressWarnings("unchecked")
        Map<String, String> map = (Map<String, String>) value;
        yield VectorUtils.stringStringMapValue(map);
      }
      default -> value;
    };
  }

  /** The columns of a stored table as Spark has them, with their comments. */
  static org.apache.spark.sql.types.StructType schema(StructType stored) {
    org.apache.spark.sql.types.StructType out = new org.apache.spark.sql.types.StructType();
    for (StructField field : stored.fields()) {
      MetadataBuilder metadata = new MetadataBuilder();
      if (field.getMetadata().contains(COMMENT)) {
        metadata.putString(COMMENT, field.getMetadata().getString(COMMENT));
      }
      out =
          out.add(
              field.getName(), TableShape.type(type(field)), field.isNullable(), metadata.build());
    }
    return out;
  }

  private static ColumnSpec.Type type(StructField field) {
    return Arrays.stream(ColumnSpec.Type.values())
        .filter(type -> type(type).equivalent(field.getDataType()))
        .findFirst()
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.STORAGE,
                    "column "
                        + field.getName()
                        + " is of type "
                        + field.getDataType()
                        + ", which no table of the product has"));
  }

  private static DataType type(ColumnSpec.Type type) {
    return switch (type) {
      case STRING -> StringType.STRING;
      case INT -> IntegerType.INTEGER;
      case LONG -> LongType.LONG;
      case DOUBLE -> DoubleType.DOUBLE;
      case BOOLEAN -> BooleanType.BOOLEAN;
      case BINARY -> BinaryType.BINARY;
      case TIMESTAMP -> TimestampType.TIMESTAMP;
      case STRINGS -> new ArrayType(StringType.STRING, true);
      case STRING_MAP -> new MapType(StringType.STRING, StringType.STRING, true);
    };
  }
}
