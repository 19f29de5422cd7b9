package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns of two tables are compared.
 *
 * @param names columns that both have, those of the key first
 * @param kinds of these columns
 * @param keyCount how many are of the key; all of them where the table has no key
 * @param onlyA columns that only the first table has
 * @param onlyB columns that only the second table has
 * @param otherType columns whose types differ; compared where whole numbers are only wider
 */
record ComparedColumns(
    List<String> names,
    List<HeldColumn.Kind> kinds,
    int keyCount,
    List<String> onlyA,
    List<String> onlyB,
    List<String> otherType) {
  ComparedColumns {
    names = List.copyOf(names);
    kinds = List.copyOf(kinds);
    onlyA = List.copyOf(onlyA);
    onlyB = List.copyOf(onlyB);
    otherType = List.copyOf(otherType);
  }

  /**
   * Matches columns by name.
   *
   * @param keys columns of the key
   * @param leftOut columns that are not compared
   */
  static ComparedColumns of(StructType a, StructType b, List<String> keys, Set<String> leftOut) {
    List<String> namesB = List.of(b.fieldNames());
    List<String> onlyA = new ArrayList<>();
    List<String> otherType = new ArrayList<>();
    List<String> both = new ArrayList<>();
    for (StructField field : a.fields()) {
      String name = field.name();
      if (leftOut.contains(name)) {
        continue;
      } else if (!namesB.contains(name)) {
        onlyA.add(name);
        continue;
      }
      StructField other = b.apply(name);
      if (!field.dataType().sameType(other.dataType())) {
        otherType.add(name);
      }
      if (HeldColumn.Kind.of(field.dataType()) == HeldColumn.Kind.of(other.dataType())) {
        both.add(name);
      }
    }
    List<String> namesA = List.of(a.fieldNames());
    List<String> onlyB =
        namesB.stream().filter(n -> !namesA.contains(n) && !leftOut.contains(n)).toList();
    List<String> names = new ArrayList<>(keys.stream().filter(both::contains).toList());
    int keyCount = names.isEmpty() ? both.size() : names.size();
    both.stream().filter(Predicate.not(names::contains)).forEach(names::add);
    return new ComparedColumns(
        names,
        names.stream().map(n -> HeldColumn.Kind.of(a.apply(n).dataType())).toList(),
        keyCount,
        onlyA,
        onlyB,
        otherType);
  }

  /** Whether the two tables have the same columns. */
  boolean areSame() {
    return onlyA.isEmpty() && onlyB.isEmpty() && otherType.isEmpty();
  }

  /** The columns of the key. */
  List<String> keys() {
    return names.subList(0, keyCount);
  }
}
