package org.renxing.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The file {@code _renxing_state.json} beside each table. It is derived: one that cannot be read,
 * or is not as it was written, counts as lost.
 */
final class TableStates {
  static final String FILE = "_renxing_state.json";
  private static final String MANIFEST = "manifest";
  private static final String CHECKSUM = "checksum";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final LakeFiles files;

  TableStates(LakeFiles files) {
    this.files = files;
  }

  /**
   * A state as it was recorded.
   *
   * @param manifest hash of the manifest of its version; empty where none was recorded
   */
  record Recorded(TableState state, String manifest) {}

  /** What is on record of the table in a folder; empty where nothing is, or it is damaged. */
  Optional<Recorded> find(String table) {
    return files.recorded(table + "/" + FILE).flatMap(TableStates::parse);
  }

  /** Whether there is a record that cannot be used. */
  boolean isDamaged(String table) {
    return files.recorded(table + "/" + FILE).filter(text -> parse(text).isEmpty()).isPresent();
  }

  /** Records a state. */
  void write(String table, TableState state, String manifest) {
    ObjectNode tree = JSON.valueToTree(state);
    tree.put(MANIFEST, manifest);
    tree.put(CHECKSUM, checksum(tree));
    files.write(table + "/" + FILE, tree.toString());
  }

  /** Makes the record of a table count as lost. */
  void forget(String table) {
    files.delete(table + "/" + FILE);
  }

  private static Optional<Recorded> parse(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      if (!(read instanceof ObjectNode tree) || !tree.path("version").isIntegralNumber()) {
        return Optional.empty();
      }
      JsonNode checksum = tree.remove(CHECKSUM); // a former version wrote none
      if (checksum != null && !checksum.asText().equals(checksum(tree))) {
        return Optional.empty();
      }
      TableState state = JSON.treeToValue(tree, TableState.class);
      return Optional.of(new Recorded(state, tree.path(MANIFEST).asText("")))
          .filter(r -> r.state().isComplete());
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }

  private static String checksum(ObjectNode tree) {
    return Fingerprint.of(tree.toString());
  }
}
