package org.renxing.jobs.silver;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.lake.LakeFiles;
import org.renxing.model.PanelUnits;
import org.renxing.model.UnitList;

/** The units that a panel lists, in the form of units.csv; each is valid in all years. */
final class PanelUnitList {
  private static final String BEFORE_ALL = "1949";

  private PanelUnitList() {}

  static ReferenceFile of(PanelUnits units, LakeFiles files) {
    String key = "reference.panel-units";
    ReferenceFile panel = ReferenceFile.read(files, units.path(), key + ".path");
    Map<String, List<String>> rows = new TreeMap<>();
    for (ReferenceRow row : panel.rows()) {
      String code = row.text(units.codeColumn());
      String name = row.text(units.nameColumn());
      if (!code.isEmpty()) {
        rows.put(code, row(units, code, name.isEmpty() ? code : name));
      }
    }
    return ReferenceFile.of(units.path(), UnitList.COLUMNS, List.copyOf(rows.values()));
  }

  private static List<String> row(PanelUnits units, String code, String name) {
    String id = units.prefix() + code;
    return List.of(id, code, name, "", units.level(), "", BEFORE_ALL, "", "", "", "", "");
  }
}
