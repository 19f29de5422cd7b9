package org.renxing.lake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the last write of a table left on record beside it. It is derived: where it is missing or
 * does not fit the table's version, the table is simply written again.
 *
 * @param version the Delta version that this describes
 * @param parts by scenario id, or {@link #WHOLE} for a table that is written as one
 * @param notes what a step wants to remember, such as the hashes of ingested files
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TableState(
    long version, SortedMap<String, Part> parts, SortedMap<String, String> notes) {
  /** The key of the only part of a table that is not kept by scenario. */
  public static final String WHOLE = "all";

  public TableState {
    parts = parts == null ? new TreeMap<>() : new TreeMap<>(parts);
    notes = notes == null ? new TreeMap<>() : new TreeMap<>(notes);
  }

  /**
   * One part as it was written.
   *
   * @param fingerprint of everything that it was made from
   * @param contentHash of its rows, blind to order and run, and to digits beyond about the tenth
   * @param violations rows that break each check of the table, where any do
   */
  public record Part(
      String fingerprint,
      String contentHash,
      long rows,
      String runId,
      SortedMap<String, Long> violations) {}

  /** One part, where there is one of that key. */
  public Optional<Part> part(String key) {
    return Optional.ofNullable(parts.get(key));
  }

  /** The content of one part, or of all parts together where the table has no part of that key. */
  public String contentOf(String key) {
    Part own = parts.get(key);
    if (own != null) {
      return own.contentHash();
    }
    StringBuilder all = new StringBuilder();
    parts.forEach((k, p) -> all.append(k).append('=').append(p.contentHash()).append(';'));
    return all.toString();
  }

  /** Whether nothing is missing of what a write records. */
  boolean isComplete() {
    return notes.values().stream().allMatch(note -> note != null)
        && parts.values().stream()
            .allMatch(
                p ->
                    p != null
                        && p.fingerprint() != null
                        && p.contentHash() != null
                        && p.violations() != null);
  }

  /** Rows of all parts. */
  public long rows() {
    return parts.values().stream().mapToLong(Part::rows).sum();
  }
}
