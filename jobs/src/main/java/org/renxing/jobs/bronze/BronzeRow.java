package org.renxing.jobs.bronze;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a source file, as received.
 *
 * @param file relative to the folder of the source; in a workbook FILE!SHEET
 * @param number line of the file, or row of the sheet, at which it begins, from 1
 * @param hash of its cells, and of what is wrong with its form
 * @param cells label to text, in the order of the file
 * @param defect what is wrong with its form; empty for nothing
 */
public record BronzeRow(
    String file, long number, String hash, Map<String, String> cells, String defect)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public BronzeRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }
}
