package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands behind the differences of two releases: the product's code, the configuration, and
 * the rows of sources. Of two scenarios it is what configuration says of each.
 *
 * @param isOtherCode whether other versions of the product published them
 * @param areSettingsKnown whether both configurations are kept; where not, no settings are named
 * @param settings keys of the configuration that differ, by key
 * @param sources sources whose rows differ, by name
 * @param notRead what the lakes can no longer tell, with the reasons
 */
record Behind(
    Run a,
    Run b,
    boolean isOtherCode,
    boolean areSettingsKnown,
    List<Setting> settings,
    List<SourceFiles.Change> sources,
    List<String> notRead) {
  Behind {
    settings = List.copyOf(settings);
    sources = List.copyOf(sources);
    notRead = List.copyOf(notRead);
  }

  /** The run that published a release; texts are empty where it is not known. */
  record Run(String id, String releasedAt, String codeVersion, String configurationHash) {
    private static Run of(Origin origin) {
      return new Run(
          origin.runId(), origin.releasedAt(), origin.codeVersion(), origin.configurationHash());
    }
  }

  /**
   * A key whose values differ.
   *
   * @param a value in A, in HOCON; empty where A does not have the key
   * @param b value in B, likewise
   */
  record Setting(String key, Optional<String> a, Optional<String> b) {}

  /** Whether nothing is known to have changed. */
  boolean isSame() {
    return !isOtherCode && settings.isEmpty() && sources.isEmpty() && hashesAgree();
  }

  /** Whether both configurations have one hash. */
  boolean hashesAgree() {
    return a.configurationHash().equals(b.configurationHash());
  }

  /** Compares. */
  static Behind of(DiffSide a, DiffSide b) {
    Origin originA = Origin.of(a.lake(), a.release());
    Origin originB = Origin.of(b.lake(), b.release());
    Optional<SortedMap<String, String>> settingsA = originA.configuration(a.lake());
    Optional<SortedMap<String, String>> settingsB = originB.configuration(b.lake());
    List<String> notRead = new ArrayList<>();
    List<SourceFiles.Change> sources =
        SourceFiles.changes(a.lake(), originA.sources(), b.lake(), originB.sources(), notRead);
    notRead.addAll(originA.notRead());
    notRead.addAll(originB.notRead());
    boolean areKnown = settingsA.isPresent() && settingsB.isPresent();
    return new Behind(
        Run.of(originA),
        Run.of(originB),
        !originA.codeVersion().equals(originB.codeVersion()),
        areKnown,
        areKnown ? settings(of(a, settingsA.get()), of(b, settingsB.get())) : List.of(),
        sources,
        notRead.stream().distinct().toList());
  }

  /** All settings, or those of the one scenario that is compared, by their keys within it. */
  private static Map<String, String> of(DiffSide side, SortedMap<String, String> all) {
    if (side.scenario().isEmpty()) {
      return all;
    }
    String start = "scenarios." + side.scenario().get() + ".";
    SortedMap<String, String> out = new TreeMap<>();
    all.forEach(
        (key, value) -> {
          if (key.startsWith(start)) {
            out.put(key.substring(start.length()), value);
          }
        });
    return out;
  }

  private static List<Setting> settings(Map<String, String> a, Map<String, String> b) {
    SortedSet<String> keys = new TreeSet<>(a.keySet());
    keys.addAll(b.keySet());
    List<Setting> out = new ArrayList<>();
    for (String key : keys) {
      Optional<String> own = Optional.ofNullable(a.get(key));
      Optional<String> other = Optional.ofNullable(b.get(key));
      if (!own.equals(other)) {
        out.add(new Setting(key, own, other));
      }
    }
    return out;
  }
}
