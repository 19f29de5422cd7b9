package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.lake.LakeFiles;
import org.renxing.model.PanelUnits;
import org.renxing.model.UnitList;

/**
 * The units that a panel lists, in the form of units.csv; each is valid in all years, and of its
 * name and groups the last ones count.
 */
final class PanelUnitList {
  private static final String BEFORE_ALL = "1949";

  private PanelUnitList() {}

  static ReferenceFile of(PanelUnits units, LakeFiles files) {
    String key = "reference.panel-units";
    ReferenceFile panel = ReferenceFile.read(files, units.path(), key + ".path");
    Map<String, List<String>> rows = new TreeMap<>();
    Map<String, Map<String, String>> groups = new TreeMap<>();
    for (ReferenceRow row : panel.rows()) {
      String code = row.text(units.codeColumn());
      String name = row.text(units.nameColumn());
      if (!code.isEmpty()) {
        rows.put(code, row(units, code, name.isEmpty() ? code : name));
        Map<String, String> known = groups.computeIfAbsent(code, c -> new TreeMap<>());
        for (String column : units.groupColumns()) {
          String value = row.text(column);
          if (!value.isEmpty()) {
            known.put(column, value);
          }
        }
      }
    }
    List<String> columns = new ArrayList<>(UnitList.COLUMNS);
    columns.addAll(units.groupColumns());
    List<List<String>> all = new ArrayList<>();
    rows.forEach(
        (code, row) -> {
          List<String> whole = new ArrayList<>(row);
          units.groupColumns().forEach(g -> whole.add(groups.get(code).getOrDefault(g, "")));
          all.add(whole);
        });
    return ReferenceFile.of(units.path(), columns, all);
  }

  private static List<String> row(PanelUnits units, String code, String name) {
    String id = units.prefix() + code;
    return List.of(id, code, name, "", units.level(), "", BEFORE_ALL, "", "", "", "", "");
  }
}
