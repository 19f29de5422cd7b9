package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.to_json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.renxing.lake.Fingerprint;

/**
 * The hash by which a row of a source is known again: of its cells, in their order, and of what is
 * wrong with its form. A row that was malformed and is sound now is another row, though its cells
 * may be the same. Spark and this JVM compute the same.
 */
final class RowHash {
  private static final int DIGITS = 32;
  private static final JsonFactory JSON = new JsonFactory();

  private RowHash() {}

  /** The hash of a row of Spark, with the columns cells and defect. */
  static Column column() {
    Column whole = concat(to_json(col("cells")), coalesce(col("defect"), lit("")));
    return sha2(whole, 256).substr(1, DIGITS);
  }

  /** The hash of a row that is held here; a cell may be null. */
  static String of(Map<String, String> cells, Optional<String> defect) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> cell : cells.entrySet()) {
        json.writeStringField(cell.getKey(), cell.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) { // a StringWriter throws none
      throw new UncheckedIOException(e);
    }
    MessageDigest digest = Fingerprint.sha256();
    digest.update((text + defect.orElse("")).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, DIGITS / 2);
  }
}
