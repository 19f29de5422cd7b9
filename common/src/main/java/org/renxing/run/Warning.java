package org.renxing.run;

import java.util.List;
import java.util.Locale;
import org.renxing.model.Excerpt;

/**
 * Something that a step lost, left out or assumed, and went on. It is said in every run in which it
 * holds, and kept in ops.step.
 *
 * @param text a whole sentence: where, what, and what to do
 */
public record Warning(Kind kind, String text) {
  private static final int SHOWN = 10;

  public Warning {
    text = Excerpt.message(text);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a warning says something");
    }
  }

  /** Kinds of warnings. */
  public enum Kind {
    /** A file that was taken in is no longer there; what came of it still counts. */
    MISSING_FILE,
    /** A file is taken to be another one under a new name, since their content is the same. */
    RENAMED_FILE,
    /** A file was read and has no rows. */
    EMPTY_FILE,
    /**
     * Files were taken in for some years only, or not at all, since the run was limited to years.
     */
    PARTIAL_YEARS,
    /** Rows or cells of a source were set aside, within the share that is allowed. */
    QUARANTINED,
    /** A reviewed correction changes nothing. */
    UNUSED_CORRECTION,
    /** Tables of the lake were damaged, or written by others, and were put right. */
    REPAIRED,
    /** Readers saw an earlier release again, and a run has published what follows from now on. */
    ROLLBACK_ENDED,
    /** An entry that the path of a source matches is no file that may be read, and is left out. */
    SKIPPED_ENTRY
  }

  /** Names for a text: the first ones, and how many more there are. */
  public static String listed(List<String> names) {
    int more = names.size() - SHOWN;
    return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + (more > 0 ? String.format(Locale.ROOT, " and %d more", more) : "");
  }

  /** As ops.step keeps it: the kind, a colon and the text. */
  @Override
  public String toString() {
    return kind + ": " + text;
  }
}
