package org.renxing.numerics;

import java.util.Comparator;

/**
 * Texts by their code points, as Spark and UTF-8 order them. {@link String#compareTo} orders by
 * UTF-16 units, which differs where characters beyond the basic plane occur.
 */
public enum CodePointOrder implements Comparator<String> {
  ASCENDING;

  @Override
  public int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean isBeyond = Character.isSurrogate(a);
        return isBeyond == Character.isSurrogate(b) ? Character.compare(a, b) : isBeyond ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
