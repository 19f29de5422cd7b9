package org.renxing.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a version of a table consists of, as it was when it was written: the files of its log and
 * those of its rows, each with a mark of its content. A lake that was damaged differs from it.
 *
 * @param log names of the files below {@code _delta_log} that a reader of the version needs: the
 *     last checkpoint and the commits after it
 * @param rows paths of the files of rows, below the folder of the table
 * @param hints files of the log that may be lost without harm, such as version checksums
 */
record Manifest(
    long version,
    SortedMap<String, String> log,
    SortedMap<String, String> rows,
    SortedMap<String, String> hints) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Manifest {
    log = Collections.unmodifiableSortedMap(new TreeMap<>(log));
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    hints = Collections.unmodifiableSortedMap(new TreeMap<>(hints));
  }

  /** A hash over the files that count. */
  String hash() {
    return Fingerprint.of(version + "\n" + log + "\n" + rows);
  }

  /** As text that tells whether it is whole. */
  String text() {
    try {
      return hash() + "\n" + JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is plain data", e);
    }
  }

  /** Reads {@link #text}; empty where it is not whole. */
  static Optional<Manifest> parse(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(text.substring(end + 1), Manifest.class))
          .filter(m -> m.hash().equals(text.substring(0, end)));
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }
}
