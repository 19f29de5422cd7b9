package org.renxing.jobs.init;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Codes that expressions can name, made from labels; each is given once. */
final class Codes {
  /** Words that expressions or index systems take for something else. */
  private static final Set<String> TAKEN =
      Set.of("abs", "ln", "log10", "sqrt", "exp", "least", "greatest", "coalesce", "overall");

  private final Set<String> used = new HashSet<>(TAKEN);

  /** Takes a code, so that no label becomes it. */
  void take(String code) {
    used.add(code.toLowerCase(Locale.ROOT));
  }

  /**
   * A code of ASCII letters, digits and _ that begins with a letter and differs from all others in
   * more than the size of letters.
   *
   * @param fallback the code of a label without such letters
   */
  String of(String label, String fallback) {
    String plain =
        Normalizer.normalize(label, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    String start =
        plain.isEmpty() || plain.matches("[0-9_]+")
            ? fallback
            : Character.isDigit(plain.charAt(0)) ? "x" + plain : plain;
    String code = start.length() > 60 ? start.substring(0, 60) : start;
    String out = code;
    for (int i = 2; !used.add(out.toLowerCase(Locale.ROOT)); i++) {
      out = code + "_" + i;
    }
    return out;
  }
}
