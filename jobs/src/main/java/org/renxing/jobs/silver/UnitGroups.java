package org.renxing.jobs.silver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.ErrorCode;
import org.renxing.model.PanelUnits;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.UnitList;
import org.renxing.name.Nearest;
import org.renxing.territory.UnitDirectory;

/** Groups of units that are those of a user: columns of lists of units, as one text in tables. */
public final class UnitGroups {
  /** The column of tables of units that holds them. */
  public static final String COLUMN = "group_values";

  /** What the column holds. */
  public static final String COMMENT =
      "Groups of one's own: the columns that group-columns names, as a JSON object; null = none";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private UnitGroups() {}

  /**
   * The names of the groups that a configuration adds.
   *
   * @param files of units, with those of panels
   * @param taken names that mean something else
   * @throws RenxingException CONFIGURATION where a name is taken, or no file has the column
   */
  static Set<String> names(Settings settings, List<ReferenceFile> files, List<String> taken) {
    Set<String> out = new LinkedHashSet<>();
    for (PanelUnits panel : settings.panelUnits()) {
      panel.groupColumns().forEach(name -> require(name, "reference.panel-units", taken));
      out.addAll(panel.groupColumns());
    }
    Set<String> known = new TreeSet<>();
    files.forEach(file -> known.addAll(file.columns()));
    for (String name : settings.groupColumns()) {
      require(name, "reference", taken);
      if (!known.contains(name)) {
        throw new RenxingException(
            ErrorCode.CONFIGURATION,
            "reference.group-columns: no file of units has a column '"
                + name
                + "'; there are "
                + known
                + nearest(name, known));
      }
      out.add(name);
    }
    return out;
  }

  private static void require(String name, String key, List<String> taken) {
    if (name.isBlank()
        || taken.contains(name)
        || UnitList.COLUMNS.contains(name)
        || UnitDirectory.ALL.equals(name)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          key
              + ".group-columns: '"
              + name
              + "' is what dim_unit or units.csv calls something else; give the column of the"
              + " file another name");
    }
  }

  private static String nearest(String name, Set<String> known) {
    return Nearest.question(Nearest.to(name, known, text -> text, 1))
        .map(question -> "; " + question)
        .orElse("");
  }

  /** The groups of a row of a list; null where it has none. */
  static String text(ReferenceRow row, Set<String> names) {
    SortedMap<String, String> out = new TreeMap<>();
    names.forEach(name -> row.given(name).ifPresent(value -> out.put(name, value)));
    try {
      return out.isEmpty() ? null : JSON.writeValueAsString(out);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The groups that a text holds. */
  public static Map<String, String> of(String text) {
    try {
      return JSON.readValue(text, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(COLUMN + ": " + text, e);
    }
  }
}
