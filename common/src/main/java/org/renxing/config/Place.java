package org.renxing.config;

/** Where something was written; line 0 stands for no line. */
record Place(String file, int line) {
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
