package org.renxing.jobs.silver;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.PanelUnits;
import org.renxing.model.RenxingException;
import org.renxing.model.UnitList;

/** The units that a panel lists, in the form of units.csv; each is valid in all years. */
final class PanelUnitList {
  private static final String BEFORE_ALL = "1949";

  private PanelUnitList() {}

  static ReferenceFile of(PanelUnits units, LakeFiles files) {
    String key = "reference.panel-units";
    ReferenceFile panel = ReferenceFile.read(files, units.path(), key + ".path");
    Map<String, String> names = new TreeMap<>();
    for (NamedCsvRecord row : panel.rows()) {
      String code =
          row.findField(units.codeColumn()).orElseThrow(() -> lacks(units, units.codeColumn()));
      String name =
          row.findField(units.nameColumn()).orElseThrow(() -> lacks(units, units.nameColumn()));
      if (!code.isBlank()) {
        names.put(code.strip(), name.isBlank() ? code.strip() : name.strip());
      }
    }
    return new ReferenceFile(units.path(), text(units, names));
  }

  private static RenxingException lacks(PanelUnits units, String column) {
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        units.path() + ": lacks the column " + column + "; correct reference.panel-units");
  }

  private static String text(PanelUnits units, Map<String, String> names) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(UnitList.COLUMNS);
      names.forEach(
          (code, name) ->
              csv.writeRecord(
                  units.prefix() + code,
                  code,
                  name,
                  "",
                  units.level(),
                  "",
                  BEFORE_ALL,
                  "",
                  "",
                  "",
                  "",
                  ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
