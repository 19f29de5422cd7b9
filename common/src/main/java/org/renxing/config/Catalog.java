package org.renxing.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Named things that others refer to.
 *
 * @param values those that were read without problems
 * @param names all names that the files define, so that a reference to a faulty one is no problem
 * @param isWhole false if a file could not be read, so that any name may be right
 */
record Catalog<T>(Map<String, T> values, Set<String> names, boolean isWhole) {

  Optional<T> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean isKnown(String name) {
    return !isWhole || names.contains(name);
  }

  /** Any name may be right. */
  static <T> Catalog<T> unknown() {
    return new Catalog<>(Map.of(), Set.of(), false);
  }

  /** Names of which nothing else is to be known. */
  static Catalog<String> of(Collection<String> names) {
    return new Catalog<>(Map.of(), new LinkedHashSet<>(names), true);
  }

  /**
   * Reports each name that is not known.
   *
   * @param kind what is said of it, such as {@link org.renxing.model.Key#BASE_INDICATOR}
   */
  void require(Section section, String key, String kind, Collection<String> given) {
    for (String name : given) {
      if (!name.isEmpty() && !isKnown(name)) {
        section.unknown(key, kind + " '" + name + "'", name, names);
      }
    }
  }
}
