package org.renxing.records;

/** Texts that came before, the newest at each place; a writer tells a reader the places. */
final class RecentTexts {
  private static final int SIZE = 1 << 9;
  private final String[] known = new String[SIZE];

  static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 15)) & (SIZE - 1);
  }

  /** Whether a text came before; if not it does so now. */
  boolean isKnown(String text, int place) {
    if (text.equals(known[place])) {
      return true;
    }
    put(text, place);
    return false;
  }

  void put(String text, int place) {
    known[place] = text;
  }

  String at(int place) {
    return known[place];
  }
}
