package org.renxing.intake;

import java.util.List;
import org.renxing.cell.Blanks;

/** Footnote marks at the end of labels and figures. */
final class Marks {
  private final List<String> marks;

  Marks(List<String> marks) {
    this.marks = marks.stream().filter(m -> !m.isEmpty()).toList();
  }

  /** Where the marks at the end of a text begin: its length for none, and for a text of marks. */
  int from(String text) {
    int end = length(text, text.length());
    int from = end;
    for (int next = without(text, from); next < from; next = without(text, from)) {
      from = next;
    }
    return from == end || from == 0 ? text.length() : from;
  }

  /** The text without marks at its end. */
  String strip(String text) {
    return text.substring(0, length(text, from(text)));
  }

  private int without(String text, int end) {
    for (String mark : marks) {
      if (text.startsWith(mark, end - mark.length())) {
        return length(text, end - mark.length());
      }
    }
    return end;
  }

  /** The length without blanks at the end. */
  private static int length(String text, int end) {
    int at = end;
    while (at > 0 && Blanks.isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
