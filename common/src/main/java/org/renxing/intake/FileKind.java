package org.renxing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the first bytes of a file say that it is, whatever its name. */
public enum FileKind {
  /** Delimited text or JSON, packed or not. */
  TEXT,
  /** A workbook as .xlsx and .xlsm are. */
  WORKBOOK,
  /** A workbook of before 2007, or an encrypted one. */
  OLD_WORKBOOK,
  PARQUET;

  private static final String CONTENTS = "[Content_Types].xml";

  /** Looks at a file. */
  public static FileKind of(SourceBytes file) {
    try (InputStream in = file.open()) {
      byte[] first = in.readNBytes(8);
      String text = new String(first, StandardCharsets.ISO_8859_1);
      if (text.startsWith("PAR1")) {
        return PARQUET;
      }
      if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
        return OLD_WORKBOOK;
      }
      return text.startsWith("PK\u0003\u0004") && isWorkbook(file) ? WORKBOOK : TEXT;
    } catch (IOException e) {
      throw Refusal.storage(file.name(), e);
    }
  }

  /**
   * Refuses what no reader of tables reads, and a workbook whose name hides that it is one.
   *
   * @throws org.renxing.model.RenxingException SOURCE_CONTRACT
   */
  public static FileKind require(SourceBytes file) {
    FileKind kind = of(file);
    boolean isNamedSo = file.name().matches("(?i).*\\.xls[xm]");
    switch (kind) {
      case PARQUET ->
          throw Refusal.of(
              file.name(),
              "is Parquet, which only sources of format parquet read; write it as CSV, for example"
                  + " with bin/renxing sql \"SELECT * FROM parquet.`FILE`\" --output FILE.csv");
      case OLD_WORKBOOK ->
          throw Refusal.of(
              file.name(),
              "is a workbook of before 2007 (.xls) or an encrypted one; save it as plain .xlsx");
      case WORKBOOK -> {
        if (!isNamedSo) {
          throw Refusal.of(
              file.name(),
              "is a workbook, though its name does not end in .xlsx or .xlsm; rename it, or save"
                  + " the sheet as CSV");
        }
      }
      case TEXT -> {
        if (isNamedSo) {
          throw Refusal.of(
              file.name(), "is no workbook, though its name ends so; rename it, or save it again");
        }
      }
    }
    return kind;
  }

  private static boolean isWorkbook(SourceBytes file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(file.open())) {
      ZipEntry entry = zip.getNextEntry();
      for (int i = 0; entry != null && i < 1000; i++) {
        if (entry.getName().equals(CONTENTS) || entry.getName().startsWith("xl/")) {
          return true;
        }
        if (i == 0 && !entry.isDirectory() && !entry.getName().contains("/")) {
          return false; // one packed file: its entries are not read to their ends
        }
        entry = zip.getNextEntry();
      }
      return false;
    }
  }
}
