package org.renxing.cell;

import java.util.Set;

/** Texts that stand for a missing value. */
public final class MissingMarks {
  /** Those that a file most likely means so, for files that no contract describes. */
  public static final Set<String> LIKELY =
      Set.of(
          "", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None", "…", "...", "..", "—", "——",
          "–", "-", "--", "－");

  /** Those that a command takes so unless it is told others, beside empty cells. */
  public static final Set<String> USUAL = Set.of("NA", "NaN", "…", "—");

  private MissingMarks() {}

  /** Whether a text is likely to stand for a missing value. */
  public static boolean isLikely(String text) {
    return LIKELY.contains(Blanks.strip(text));
  }
}
