package org.renxing.jobs.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A row of any table by column name; a column that is null or not there is empty. */
record Fields(JsonNode row) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Fields parse(String json) {
    try {
      return new Fields(JSON.readTree(json));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new RenxingException(ErrorCode.INTERNAL, "trace: a row is no JSON: " + json, e);
    }
  }

  private Optional<JsonNode> get(String column) {
    return Optional.ofNullable(row.get(column)).filter(node -> !node.isNull());
  }

  Optional<String> text(String column) {
    return get(column).map(JsonNode::asText);
  }

  /** The text of a column that is never null; empty text where the table lacks it. */
  String key(String column) {
    return text(column).orElse("");
  }

  Optional<Double> number(String column) {
    return get(column).map(JsonNode::asDouble);
  }

  Optional<Integer> whole(String column) {
    return get(column).map(JsonNode::asInt);
  }

  long count(String column) {
    return get(column).map(JsonNode::asLong).orElse(0L);
  }

  boolean is(String column) {
    return get(column).map(JsonNode::asBoolean).orElse(false);
  }

  /** The elements of an array of structs. */
  List<Fields> all(String column) {
    List<Fields> out = new ArrayList<>();
    get(column).ifPresent(array -> array.forEach(e -> out.add(new Fields(e))));
    return out;
  }

  /** A struct or map in a column; empty where there is none. */
  Fields inside(String column) {
    return get(column).map(Fields::new).orElseGet(() -> new Fields(JSON.createObjectNode()));
  }

  /** The texts of an array. */
  List<String> texts(String column) {
    List<String> out = new ArrayList<>();
    get(column).ifPresent(array -> array.forEach(e -> out.add(e.asText())));
    return out;
  }

  /** All columns, as a map for printing. */
  Map<String, Object> asMap() {
    Map<String, Object> out = new TreeMap<>();
    row.fields().forEachRemaining(e -> out.put(e.getKey(), e.getValue()));
    return out;
  }
}
