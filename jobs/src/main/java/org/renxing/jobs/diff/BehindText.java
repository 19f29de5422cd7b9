package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.renxing.model.Excerpt;

/** What stands behind differences, in words. */
final class BehindText {
  private static final int NAMED = 20;

  private BehindText() {}

  /** All of it, a line each; of many settings and files the first. */
  static List<String> lines(Behind behind) {
    List<String> out = new ArrayList<>(List.of(code(behind), configuration(behind)));
    behind.settings().stream()
        .limit(NAMED)
        .forEach(s -> out.add("  " + s.key() + ": " + value(s.a()) + " -> " + value(s.b())));
    more(behind.settings().size(), out);
    for (SourceFiles.Change source : behind.sources()) {
      out.add("source " + source(source));
      source.files().stream().limit(NAMED).forEach(file -> out.add("  " + file(file)));
      more(source.files().size(), out);
    }
    behind.notRead().forEach(reason -> out.add("not known: " + reason));
    return out;
  }

  private static void more(int size, List<String> out) {
    if (size > NAMED) {
      out.add(count("  … and %,d more; --json and --html name all", size - NAMED));
    }
  }

  /** Which code published the releases. */
  static String code(Behind behind) {
    return behind.isOtherCode()
        ? "code version: " + behind.a().codeVersion() + " -> " + behind.b().codeVersion()
        : "code version: the same, " + behind.a().codeVersion();
  }

  /** What can be said of the configurations as a whole. */
  static String configuration(Behind behind) {
    if (behind.areSettingsKnown()) {
      return behind.settings().isEmpty()
          ? "configuration: the same"
          : count("configuration: %,d keys differ", behind.settings().size());
    }
    boolean hasNone =
        behind.a().configurationHash().isEmpty() || behind.b().configurationHash().isEmpty();
    return "configuration: not kept by one of the runs"
        + (hasNone ? "" : behind.hashesAgree() ? "; it is the same" : "; it differs");
  }

  /** A source and its rows. */
  static String source(SourceFiles.Change source) {
    return count(
        "%s: %,d -> %,d rows%s",
        Excerpt.cell(source.source()),
        source.rowsA(),
        source.rowsB(),
        source.files().isEmpty() ? ", of a log too long to tell its files" : "");
  }

  private static String file(SourceFiles.FileChange file) {
    return Excerpt.cell(file.file()) + ": " + what(file);
  }

  /** What became of a file. */
  static String what(SourceFiles.FileChange file) {
    if (file.rowsA().isEmpty()) {
      return count("only in B, %,d rows", file.rowsB().orElse(0L));
    } else if (file.rowsB().isEmpty()) {
      return count("only in A, %,d rows", file.rowsA().get());
    }
    return count("%,d -> %,d rows", file.rowsA().get(), file.rowsB().get())
        + file.came().map(n -> count(", %,d came", n)).orElse(", others")
        + file.went().map(n -> count(", %,d went", n)).orElse("");
  }

  /** A value of a setting; a dash for none. */
  static String value(Optional<String> text) {
    return text.map(Excerpt::cell).orElse("-");
  }

  private static String count(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
