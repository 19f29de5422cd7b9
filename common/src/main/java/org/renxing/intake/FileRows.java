package org.renxing.intake;

import java.util.Iterator;

/** Rows of one table, one at a time; errors of reading are RenxingExceptions. */
public interface FileRows extends Iterator<FileRow>, AutoCloseable {
  @Override
  void close();
}
