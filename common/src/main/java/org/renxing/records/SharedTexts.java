package org.renxing.records;

/**
 * Gives one object for equal texts that come again soon, such as the name of a file or a unit's
 * code in row after row: they take less memory, and fewer bytes where records travel.
 */
final class SharedTexts {
  private static final int SIZE = 1 << 12;
  private final String[] known = new String[SIZE];

  /** The same text. */
  String of(String text) {
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 12)) & (SIZE - 1);
    String there = known[place];
    if (text.equals(there)) {
      return there;
    }
    known[place] = text;
    return text;
  }
}
