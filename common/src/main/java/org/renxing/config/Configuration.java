package org.renxing.config;

import java.util.List;
import org.renxing.model.Settings;

/**
 * The configuration of one run.
 *
 * @param entries every leaf of the merged tree, sorted by path, without secrets
 * @param hash SHA-256 over the merged tree without secrets; the same wherever the home folder lies
 * @param warnings problems of what the command does not need, a line a file
 */
public record Configuration(
    Settings settings, List<ConfigurationEntry> entries, String hash, List<String> warnings) {
  public Configuration {
    warnings = List.copyOf(warnings);
    entries = List.copyOf(entries);
  }
}
