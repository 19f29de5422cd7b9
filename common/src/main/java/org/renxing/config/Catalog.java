package org.renxing.config;

import java.util.Collection;
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

  /** Reports each name that is not known. */
  void require(Section section, String key, String what, Collection<String> given) {
    for (String name : given) {
      if (!name.isEmpty() && !isKnown(name)) {
        section.unknown(key, "there is no " + what + " '" + name + "'", name, names);
      }
    }
  }
}
