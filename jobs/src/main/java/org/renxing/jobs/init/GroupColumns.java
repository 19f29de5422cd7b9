package org.renxing.jobs.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.jobs.profile.FileProfile;
import org.renxing.jobs.profile.GivenColumns;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.UnitList;

/**
 * The columns of a panel by which units are grouped.
 *
 * @param columns with how they are known
 * @param refused columns whose name means something else, with the reason
 * @param notes what a user should know
 */
record GroupColumns(Map<String, String> columns, Map<String, String> refused, List<String> notes) {
  private static final int MOST_GROUPS = 100;

  /** Columns that the user or the table of indicators names as groups. */
  static List<String> given(PanelOptions options, IndicatorList list, List<String> labels) {
    List<String> out = new ArrayList<>();
    options.groups().forEach(label -> out.add(GivenColumns.require("--groups", label, labels)));
    if (out.isEmpty()) {
      list.entries().values().stream()
          .filter(entry -> entry.isOf("Group") && labels.contains(entry.code()))
          .forEach(entry -> out.add(entry.code()));
    }
    return out;
  }

  /** Those given, else columns of texts that look so. */
  static GroupColumns of(List<String> given, FileProfile profile, KeyColumns keys, PanelScan scan) {
    Map<String, String> out = new LinkedHashMap<>();
    given.forEach(label -> out.put(label, "given"));
    if (out.isEmpty()) {
      profile.otherColumns().stream()
          .filter(label -> !label.equals(keys.name()) && isGrouping(label, scan))
          .forEach(label -> out.put(label, "guessed: few values, each of several units"));
    }
    Set<String> taken = new TreeSet<>(DimUnit.columns());
    taken.addAll(UnitList.COLUMNS);
    taken.add("all");
    Map<String, String> refused = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    for (String label : List.copyOf(out.keySet())) {
      if (taken.contains(label)) {
        out.remove(label);
        refused.put(label, "a group, but its name means something else here; rename the column");
      } else if (scan.isChanged(label)) {
        notes.add(label + " changes within units; the last value in the file counts");
      }
    }
    return new GroupColumns(out, refused, notes);
  }

  private static boolean isGrouping(String label, PanelScan scan) {
    List<String> values =
        scan.codes().stream().map(c -> scan.text(c, label)).filter(t -> !t.isEmpty()).toList();
    long distinct = values.stream().distinct().count();
    int units = scan.codes().size();
    return distinct > 1
        && distinct <= Math.min(MOST_GROUPS, units / 2)
        && values.size() >= 0.9 * units;
  }
}
