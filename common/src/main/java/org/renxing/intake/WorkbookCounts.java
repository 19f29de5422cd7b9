package org.renxing.intake;

import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;

/**
 * Counts what the XML of a workbook would have its reader hold in memory or do, and refuses what is
 * too much.
 */
final class WorkbookCounts {
  private static final int MOST_SHEETS = 1000;
  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_DIGITS = 1000;
  private static final int LAST_COLUMN = 16_384;
  private static final int LAST_ROW = 1 << 20;
  private static final long MOST_WORK = 2_000_000_000L;

  /** Columns times rows of a sheet that hold some fiftieth of so many cells. */
  private static final long STREWN = 50_000_000;

  private static final int SPARSE = 50;
  private static final Set<String> HELD =
      Set.of("sst", "styleSheet", "workbook", "Relationships", "Types");
  private static final Set<String> ENTRIES =
      Set.of("xf", "numFmt", "sheet", "Relationship", "Override");

  private final String file;
  private final IntakeLimits limits;
  private long texts;
  private long textChars;
  private long lastText = -1;
  private long entries;
  private long entryChars;
  private int sheets;
  private long work;

  private String root = "";
  private boolean isData;
  private boolean isText;
  private long sinceRow;
  private long rows;
  private long cells;
  private int widest;
  private int column;
  private String type = "";
  private String value = "";
  private long valueChars;
  private boolean isValue;
  private boolean isFormula;
  private long formulaChars;
  private long longestFormula;
  private long arrays;

  WorkbookCounts(String file, IntakeLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** A part begins. */
  void begin() {
    root = "";
    isData = false;
    isText = false;
    isValue = false;
    isFormula = false;
    rows = 0;
    cells = 0;
    widest = 0;
    arrays = 0;
    longestFormula = 0;
  }

  /** Bytes of a part have come. */
  void bytes(int n, long size) {
    sinceRow += n;
    long longest = 16L * limits.recordChars();
    if (isData && sinceRow > longest + (1 << 16)) {
      throw refusal("has a row of more than %d bytes; it is no table", longest);
    }
    if (HELD.contains(root) && size > limits.sharedStringsBytes()) {
      throw tooManyTexts();
    }
  }

  /** An element begins. */
  void start(XMLStreamReader xml) {
    String name = name(xml);
    root = root.isEmpty() ? name : root;
    switch (name) {
      case "sheetData" -> {
        isData = true;
        sinceRow = 0;
      }
      case "row" -> row(xml);
      case "c" -> cell(xml);
      case "v" -> {
        isValue = true;
        value = "";
        valueChars = 0;
      }
      case "f" -> formula(xml);
      case "si" -> {
        texts++;
        textChars += Long.SIZE; // of an object, be it empty
        isText = true;
      }
      default -> {
        if (ENTRIES.contains(name)) {
          entry(name, xml);
        }
      }
    }
  }

  private void row(XMLStreamReader xml) {
    rows++;
    column = 0;
    String number = attribute(xml, "r");
    if (number.length() > 7 || (isDigits(number) && Integer.parseInt(number) > LAST_ROW)) {
      throw refusal("has a row beyond %d, the last that a sheet can have", LAST_ROW);
    }
  }

  private void cell(XMLStreamReader xml) {
    cells++;
    type = attribute(xml, "t");
    column = Math.max(column + 1, column(attribute(xml, "r")));
    widest = Math.max(widest, column);
    if (column > LAST_COLUMN) {
      throw refusal("has a cell beyond column XFD, the last that a sheet can have");
    }
    if (rows * widest > STREWN && rows * widest > SPARSE * cells) {
      throw refusal(
          "has %d cells strewn over %d rows and %d columns; take away the cell far to the right",
          cells, rows, widest);
    }
    add(arrays);
  }

  /** The column that a reference as AB12 names, from 1; 0 where it names none. */
  private static int column(String reference) {
    int out = 0;
    for (int i = 0; i < reference.length() && out <= LAST_COLUMN; i++) {
      char c = Character.toUpperCase(reference.charAt(i));
      if (c >= 'A' && c <= 'Z') {
        out = 26 * out + (c - 'A' + 1);
      } else if (c != '$' || i > 0) {
        break;
      }
    }
    return out;
  }

  private void formula(XMLStreamReader xml) {
    isFormula = true;
    formulaChars = 0;
    String kind = attribute(xml, "t");
    if (kind.equals("array")) {
      arrays++;
    } else if (kind.equals("shared")) {
      add(longestFormula * longestFormula / 64); // each cell has it written anew
    }
  }

  private void add(long more) {
    work += more;
    if (work > MOST_WORK) {
      throw refusal("has formulas that take too long to read; save their values, without formulas");
    }
  }

  private void entry(String name, XMLStreamReader xml) {
    entries++;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      entryChars += xml.getAttributeValue(i).length();
    }
    sheets += name.equals("sheet") ? 1 : 0;
    if (sheets > MOST_SHEETS) {
      throw refusal("has more than %d sheets; split it", MOST_SHEETS);
    }
    if (entries > MOST_ENTRIES || entryChars > limits.sharedStringsBytes()) {
      throw refusal("has more than %d styles, sheets and relations; save it anew", MOST_ENTRIES);
    }
  }

  /** Text comes, maybe in pieces. */
  void text(XMLStreamReader xml) {
    int length = xml.getTextLength();
    if (isText) {
      textChars += length;
      if (textChars > 4 * limits.sharedStringsBytes()) {
        throw tooManyTexts();
      }
    } else if (isFormula) {
      formulaChars += length;
      longestFormula = Math.max(longestFormula, formulaChars);
      if (formulaChars > limits.fieldChars()) {
        throw refusal("has a formula of more than %d characters", limits.fieldChars());
      }
    } else if (isValue) {
      valueChars += length;
      if (type.equals("s") && valueChars <= 10) {
        value += xml.getText();
      }
      boolean isNumber = type.isEmpty() || type.equals("n");
      if (isNumber && valueChars > MOST_DIGITS) {
        throw refusal("has a number of more than %d digits", MOST_DIGITS);
      }
    }
  }

  /** An element ends. */
  void end(XMLStreamReader xml) {
    switch (name(xml)) {
      case "sheetData" -> isData = false;
      case "row" -> sinceRow = 0;
      case "si" -> isText = false;
      case "f" -> isFormula = false;
      case "v" -> {
        isValue = false;
        if (type.equals("s") && isDigits(value.strip())) {
          lastText = Math.max(lastText, Long.parseLong(value.strip()));
        }
      }
      default -> {}
    }
  }

  /** All parts have been seen. */
  void end() {
    if (lastText >= texts) {
      throw refusal(
          "has a cell with the text number %d, and only %d texts; save it again",
          lastText + 1, texts);
    }
  }

  private static String name(XMLStreamReader xml) {
    String name = xml.getLocalName();
    return name.substring(name.indexOf(':') + 1);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private RenxingException tooManyTexts() {
    return refusal(
        "its texts take more than %d bytes, which must be held in memory; split it, or raise"
            + " intake.max-shared-strings-mb",
        limits.sharedStringsBytes());
  }

  private RenxingException refusal(String what, Object... values) {
    return Refusal.of(file, String.format(Locale.ROOT, what, values));
  }
}
