package org.renxing.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Named things that others refer to.
 *
 * @param values those that were read without problems
 * @param names all names that the files define, so that a reference to a faulty one is no problem
 * @param isWhole false if a file could not be read, so that any name may be right
 */
record Catalog<T>(Map<String, T> values, Set<String> names, boolean isWhole) {

  /** What stands below a mount; what is wrong, or could not be read, has a name alone. */
  static <T> Catalog<T> of(Section mount, BiFunction<String, Section, Optional<T>> reader) {
    Map<String, T> values = new TreeMap<>();
    mount
        .children()
        .forEach(
            (id, section) -> {
              if (!section.isBroken()) {
                reader.apply(id, section).ifPresent(value -> values.put(id, value));
              }
            });
    return new Catalog<>(values, new TreeSet<>(mount.keys()), !mount.isBroken());
  }

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

  /** Reports each name that is not known; none is none. */
  void require(Section section, String key, String kind, Collection<String> given) {
    requireEach(section, key, kind, given.stream().filter(name -> !name.isEmpty()).toList());
  }

  /**
   * Reports each name that is not known.
   *
   * @param kind what is said of it, such as {@link org.renxing.model.Key#BASE_INDICATOR}
   */
  void requireEach(Section section, String key, String kind, Collection<String> given) {
    for (String name : given) {
      if (!isKnown(name)) {
        section.unknown(key, kind + " '" + name + "'", name, names);
      }
    }
  }
}
