package org.renxing.lake;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;
import org.renxing.model.ColumnSpec;
import org.renxing.model.TableSpec;

/**
 * Many rows, cut at units into pieces of some ten thousand, each of which becomes a file: where a
 * source corrects a few figures, all other files of a table stay as they are, and releases share
 * them.
 *
 * <p>Which units begin a piece follows from their codes alone, so that a unit that comes or goes
 * moves no other cut.
 */
final class Pieces {
  /** About so many rows are a piece. */
  private static final int ROWS = 16_384;

  private static final String UNIT = "unit_id";
  private static final long SEED = 17;

  private Pieces() {}

  /** The pieces of rows; one where they are few, or are not those of units. */
  static List<LocalRows> of(LocalRows rows) {
    int place = rows.place(UNIT);
    if (rows.size() < 2 * ROWS || place < 0) {
      return List.of(rows);
    }
    SortedMap<String, List<Row>> byUnit = new TreeMap<>();
    for (Row row : rows.rows()) {
      if (row.isNullAt(place)) {
        return List.of(rows);
      }
      byUnit.computeIfAbsent(row.getString(place), unit -> new ArrayList<>()).add(row);
    }
    long units = Long.highestOneBit(Math.max(1, (long) ROWS * byUnit.size() / rows.size()));
    List<LocalRows> out = new ArrayList<>();
    List<Row> piece = new ArrayList<>();
    for (Map.Entry<String, List<Row>> unit : byUnit.entrySet()) {
      if (!piece.isEmpty() && isCut(unit.getKey(), units)) {
        out.add(new LocalRows(rows.spec(), piece));
        piece = new ArrayList<>();
      }
      piece.addAll(unit.getValue());
    }
    out.add(new LocalRows(rows.spec(), piece));
    return out;
  }

  /** Whether a piece begins with a unit; one in so many does. */
  private static boolean isCut(String unit, long units) {
    return (XXH64.hashUTF8String(UTF8String.fromString(unit), SEED) & (units - 1)) == 0;
  }

  /**
   * A mark of the exact values of rows, in their order, without the run that wrote them: rows of
   * equal marks are the same rows.
   */
  static String mark(LocalRows rows) {
    TableSpec spec = rows.spec();
    List<ColumnSpec> columns = spec.columns();
    MessageDigest digest = Fingerprint.sha256();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
      for (ColumnSpec column : columns) {
        value(column.name() + " " + column.type(), out);
      }
      for (Row row : rows.rows()) {
        for (int i = 0; i < columns.size(); i++) {
          if (!TableShape.isStamp(spec, columns.get(i))) {
            value(row.get(i), out);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static void value(Object value, DataOutputStream out) throws IOException {
    if (value == null) {
      out.writeByte(0);
    } else if (value instanceof Double x) {
      out.writeByte(1);
      out.writeLong(Double.doubleToRawLongBits(x));
    } else if (value instanceof byte[] bytes) {
      out.writeByte(2);
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (value instanceof Timestamp at) {
      out.writeByte(3);
      out.writeLong(RowAudit.microseconds(at));
    } else if (value instanceof String[] texts) {
      out.writeByte(4);
      out.writeInt(texts.length);
      for (String text : texts) {
        value(text, out);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte(5);
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        value(entry.getKey(), out);
        value(entry.getValue(), out);
      }
    } else { // texts, whole numbers and flags, each column of one type
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      out.writeByte(6);
      out.writeInt(text.length);
      out.write(text);
    }
  }
}
