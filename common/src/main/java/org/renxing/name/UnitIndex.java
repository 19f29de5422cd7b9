package org.renxing.name;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names and codes of units, to look up texts from files. Pure and small: some thousands of names.
 * Years of validity are not known here; they belong to the caller's table of aliases.
 */
public final class UnitIndex {
  private static final int MOST = 3;
  private final Map<String, Set<String>> exact = new LinkedHashMap<>();
  private final Map<String, Set<String>> loose = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>();

  /** An index of names or codes, each with the ids of the units that bear it. */
  public UnitIndex(Map<String, ? extends Collection<String>> idsByName) {
    idsByName.forEach(
        (name, ids) -> {
          if (!name.isBlank()) {
            names.add(name);
            add(exact, UnitNameKey.exact(name), ids);
            add(loose, UnitNameKey.loose(name), ids);
          }
        });
  }

  /**
   * The ids of the units that a text may mean, sorted: those of its exact key, else those of its
   * loose one; several where the name is not unique, none where it is not known.
   */
  public Set<String> find(String text) {
    String key = UnitNameKey.exact(text);
    if (exact.containsKey(key)) {
      return exact.get(key);
    }
    return loose.getOrDefault(UnitNameKey.loose(text), Set.of());
  }

  /** The known names nearest to a text, at most three, the nearest first. */
  public List<String> nearest(String text) {
    return Nearest.to(text, names, UnitNameKey::loose, MOST);
  }

  private static void add(Map<String, Set<String>> to, String key, Collection<String> ids) {
    if (!key.isEmpty()) {
      to.computeIfAbsent(key, k -> new TreeSet<>()).addAll(ids);
    }
  }
}
