package org.renxing.config;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.model.Settings;

/**
 * The configuration of one run.
 *
 * @param entries every leaf of the merged tree, sorted by path, without secrets
 * @param recorded value by path, as runs record it: without secrets, and {@code ${home}} for the
 *     home folder
 * @param hash SHA-256 over the merged tree without secrets; the same wherever the home folder lies
 * @param warnings problems of what the command does not need, a line a file
 */
public record Configuration(
    Settings settings,
    List<ConfigurationEntry> entries,
    SortedMap<String, String> recorded,
    String hash,
    List<String> warnings) {
  public Configuration {
    recorded = Collections.unmodifiableSortedMap(new TreeMap<>(recorded));
    warnings = List.copyOf(warnings);
    entries = List.copyOf(entries);
  }
}
