package org.renxing.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.renxing.jobs.output.FolderFiles;

/**
 * Files of data sets. A set of many rows lies in parts, one a value of a column by which readers
 * choose, so that a page loads only what it shows.
 */
final class DataFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FolderFiles files;
  private final int most;

  /**
   * Files in a folder.
   *
   * @param most rows of a set that stay together
   */
  DataFiles(FolderFiles files, int most) {
    this.files = files;
    this.most = most;
  }

  /**
   * Writes the sets of a page. Where one lies in parts, its place says by which column and values:
   * {@code {"by": column, "values": […]}}; the part of the i-th value is the set {@code rows} of
   * the file {@code name/id/i}.
   *
   * @param choices columns by which readers choose, by id of a set
   */
  void write(String name, Map<String, ColumnData> byId, Function<String, List<String>> choices) {
    Map<String, Parts> parts = new LinkedHashMap<>();
    byId.forEach(
        (id, rows) -> {
          if (rows.rows() > most) {
            choices.apply(id).stream()
                .map(column -> new Parts(column, rows.by(column)))
                .filter(found -> found.rows().size() > 1)
                .findFirst()
                .ifPresent(found -> parts.put(id, found));
          }
        });
    parts.forEach(
        (id, found) -> {
          int place = 0;
          for (ColumnData part : found.rows().values()) {
            write(name + "/" + id + "/" + place, Map.of("rows", part), Map.of());
            place++;
          }
        });
    write(name, byId, parts);
  }

  /** The parts of a set by their values of a column. */
  private record Parts(String column, Map<Object, ColumnData> rows) {
    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("by", column);
      json.writeArrayFieldStart("values");
      for (Object value : rows.keySet()) {
        ColumnData.write(value, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void write(String name, Map<String, ColumnData> byId, Map<String, Parts> parts) {
    files.write(
        "data/" + name + ".js",
        out -> {
          JsonGenerator json = JSON.createGenerator(out);
          json.writeRaw("renxing.data(\"" + name + "\", ");
          json.writeStartObject();
          for (Map.Entry<String, ColumnData> each : byId.entrySet()) {
            json.writeFieldName(each.getKey());
            if (parts.containsKey(each.getKey())) {
              parts.get(each.getKey()).write(json);
            } else {
              each.getValue().write(json);
            }
          }
          json.writeEndObject();
          json.writeRaw(");\n");
          json.flush();
        });
  }
}
