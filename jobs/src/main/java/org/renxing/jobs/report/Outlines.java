package org.renxing.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Outlines of units for maps, from a GeoJSON file (RFC 7946) of polygons in degrees of WGS 84.
 *
 * @param features by unit: each has its code as the property {@code name}
 */
record Outlines(ObjectNode features) {
  /** Properties that may hold the code of a unit, before the id of the feature. */
  private static final List<String> CODES = List.of("unit_id", "code", "adcode", "id");

  private static final Set<String> AREAS = Set.of("Polygon", "MultiPolygon");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a file.
   *
   * @param name how messages call it
   * @param units codes of the units that are shown; other features are left out
   * @throws RenxingException USAGE where it is no collection of features, or none is of these units
   */
  static Outlines parse(String name, String text, Collection<String> units) {
    JsonNode all = tree(name, text);
    if (!all.path("type").asText().equals("FeatureCollection")) {
      throw new RenxingException(
          ErrorCode.USAGE, name + ": is no GeoJSON of the type FeatureCollection");
    }
    Set<String> wanted = new TreeSet<>(units);
    ObjectNode out = JSON.createObjectNode().put("type", "FeatureCollection");
    ArrayNode kept = out.putArray("features");
    for (JsonNode feature : all.path("features")) {
      Optional<String> code = code(feature).filter(wanted::contains);
      if (code.isPresent() && AREAS.contains(feature.path("geometry").path("type").asText())) {
        ObjectNode own = kept.addObject().put("type", "Feature");
        own.putObject("properties").put("name", code.get());
        own.set("geometry", feature.path("geometry"));
      }
    }
    if (kept.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          name
              + ": no polygon has the code of a unit of the report in one of the properties "
              + String.join(", ", CODES)
              + ", or as its id");
    }
    return new Outlines(out);
  }

  private static JsonNode tree(String name, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new RenxingException(
          ErrorCode.USAGE, name + ": is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Optional<String> code(JsonNode feature) {
    for (String property : CODES) {
      JsonNode value = feature.path("properties").path(property);
      if (value.isTextual() || value.isIntegralNumber()) {
        return Optional.of(value.asText());
      }
    }
    JsonNode id = feature.path("id");
    return id.isMissingNode() ? Optional.empty() : Optional.of(id.asText());
  }
}
