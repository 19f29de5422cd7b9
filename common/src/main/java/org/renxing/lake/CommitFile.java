package org.renxing.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One commit of a Delta table, as its file says: which files of rows came and went, and who wrote
 * it. The form is that of the Delta protocol: one JSON object, an action, a line.
 *
 * @param mark what the writer left to be known by; empty where it left nothing
 * @param writer engine, operation and time, for people
 * @param added files of rows that came
 * @param removed paths of files of rows that went
 * @param changesData whether rows came or went, and were not only laid out otherwise
 */
record CommitFile(
    String mark, String writer, List<Added> added, List<String> removed, boolean changesData) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KERNEL = "Kernel-";
  private static final List<String> PLAIN = List.of("WRITE", "CREATE", "REPLACE");

  CommitFile {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /**
   * A file of rows.
   *
   * @param path below the folder of the table, decoded
   * @param rows as the statistics of the file have it; -1 where they do not say
   */
  record Added(String path, long bytes, long rows) {}

  /**
   * Reads a commit; empty where the file is not whole: it holds nothing, a line that is no JSON, no
   * information about the commit, or fewer files than the commit says that it wrote.
   */
  static Optional<CommitFile> parse(String text) {
    List<Added> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    JsonNode info = null;
    boolean changesData = false;
    try {
      for (String line : text.lines().toList()) {
        JsonNode action = line.isBlank() ? JSON.missingNode() : JSON.readTree(line);
        info = action.has("commitInfo") ? action.get("commitInfo") : info;
        JsonNode add = action.path("add");
        JsonNode remove = action.path("remove");
        if (add.isObject()) {
          added.add(added(add));
        }
        if (remove.isObject()) {
          removed.add(decoded(remove.path("path").asText()));
        }
        changesData |= add.path("dataChange").asBoolean() || remove.path("dataChange").asBoolean();
      }
    } catch (JsonProcessingException | IllegalArgumentException torn) {
      return Optional.empty();
    }
    return info == null || isShort(info, added)
        ? Optional.empty()
        : Optional.of(new CommitFile(mark(info), writer(info), added, removed, changesData));
  }

  /** Spark takes a mark in {@code userMetadata}, Delta Kernel only as the name of its engine. */
  private static String mark(JsonNode info) {
    String engine = info.path("engineInfo").asText("");
    return engine.startsWith(KERNEL)
        ? engine.substring(engine.indexOf('/') + 1)
        : info.path("userMetadata").asText("");
  }

  private static Added added(JsonNode add) throws JsonProcessingException {
    JsonNode stats = JSON.readTree(add.path("stats").asText("{}"));
    long rows = stats.path("numRecords").asLong(-1);
    return new Added(decoded(add.path("path").asText()), add.path("size").asLong(), rows);
  }

  /** Whether the product wrote it. */
  boolean isOurs() {
    return mark.startsWith(Manifests.OURS);
  }

  /** Whether a plain write says that it wrote more rows than its files hold. */
  private static boolean isShort(JsonNode info, List<Added> files) {
    JsonNode metrics = info.path("operationMetrics");
    boolean isPlain = PLAIN.stream().anyMatch(info.path("operation").asText("")::startsWith);
    boolean isCounted = files.stream().allMatch(file -> file.rows() >= 0);
    long rows = files.stream().mapToLong(Added::rows).sum();
    return isPlain && isCounted && rows < metrics.path("numOutputRows").asLong(0);
  }

  private static String writer(JsonNode info) {
    return info.path("operation").asText("an unnamed operation")
        + " by "
        + info.path("engineInfo").asText("an unnamed engine")
        + " at "
        + Instant.ofEpochMilli(info.path("timestamp").asLong());
  }

  private static String decoded(String path) {
    return URI.create(path).getPath();
  }
}
