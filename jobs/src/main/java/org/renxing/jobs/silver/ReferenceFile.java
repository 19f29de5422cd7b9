package org.renxing.jobs.silver;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A small table of the product's own, such as the list of units.
 *
 * @param text the whole file
 */
record ReferenceFile(String path, String text) {

  static ReferenceFile read(LakeFiles files, String path) {
    return read(files, path, "reference.path or reference.unit-files");
  }

  /** Reads a file that a key of the configuration names. */
  static ReferenceFile read(LakeFiles files, String path, String key) {
    return new ReferenceFile(
        path,
        files
            .read(path)
            .orElseThrow(
                () ->
                    new RenxingException(
                        ErrorCode.CONFIGURATION, path + ": no such file; correct " + key)));
  }

  /** Its rows, by column name. */
  List<NamedCsvRecord> rows() {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().toList();
    } catch (CsvParseException | java.io.IOException e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, path + ": cannot be read as CSV: " + e.getMessage(), e);
    }
  }
}
