package org.renxing.jobs.simulate;

import java.util.List;
import java.util.Optional;

/**
 * A city to simulate, with the names and codes that it had.
 *
 * @param unitId newest code of its lineage; figures depend on this, not on the code of the year
 * @param periods the rows of the reference table in which it is a city, in any order
 */
record City(String unitId, List<Period> periods) {
  City {
    periods = List.copyOf(periods);
  }

  /** The name and code in force at the end of the year, if it was a city then. */
  Optional<Period> in(int year) {
    return periods.stream().filter(p -> p.first() <= year && year <= p.last()).findFirst();
  }

  /** A row of units.csv; both years belong to it. */
  record Period(
      String code,
      String nameZh,
      String nameEn,
      String level,
      String parentId,
      int first,
      int last) {}
}
