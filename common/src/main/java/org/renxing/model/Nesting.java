package org.renxing.model;

/** How deep brackets stand within each other in a text. */
public final class Nesting {
  private Nesting() {}

  /**
   * The greatest depth of round, square and curly brackets, whichever closes which. Brackets in
   * quoted text and comments count too, so that no quoting hides any.
   */
  public static int depth(String text) {
    int depth = 0;
    int greatest = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> greatest = Math.max(greatest, ++depth);
        case ')', ']', '}' -> depth = Math.max(0, depth - 1);
        default -> {
          // stands at the depth that it is at
        }
      }
    }
    return greatest;
  }
}
