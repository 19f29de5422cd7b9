package org.renxing.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks the names of what files define. They become values by which tables are partitioned, parts
 * of conditions in SQL, and names of tables, folders and files.
 */
final class Ids {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /** What partitions and states of tables are named where there is no id. */
  private static final List<String> TAKEN = List.of("__hive_default_partition__", "all");

  private Ids() {}

  /** Reports the ids below a mount that cannot be used, and those that differ in case only. */
  static void check(Section mount) {
    Map<String, String> byLowerCase = new HashMap<>();
    for (String id : mount.keys()) {
      String lower = id.toLowerCase(Locale.ROOT);
      if (!FORM.matcher(id).matches()) {
        mount.problem(id, "an id has ASCII letters, digits, - and _ only, at most 100");
      } else if (TAKEN.contains(lower)) {
        mount.problem(id, "'" + id + "' has a meaning of its own in tables; take another id");
      }
      String other = byLowerCase.putIfAbsent(lower, id);
      if (other != null) {
        mount.problem(
            id, "'" + other + "' differs in upper and lower case only; rename one of them");
      }
    }
  }
}
