package org.renxing.intake;

import java.util.Iterator;

/** Rows of texts, one at a time; errors of reading are RenxingExceptions. */
public interface TextRows extends Iterator<TextRow>, AutoCloseable {
  @Override
  void close();
}
