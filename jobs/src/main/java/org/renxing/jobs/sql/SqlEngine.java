package org.renxing.jobs.sql;

import java.util.function.Function;

/** What answers questions. */
public interface SqlEngine {
  /**
   * Answers one statement that reads.
   *
   * @param use takes the answer, which is there until it returns
   * @throws org.renxing.model.RenxingException USAGE where the statement is refused, cannot be
   *     understood, or fails by what it says; STORAGE where a table that it names is damaged
   */
  <T> T answer(String sql, Function<Answer, T> use);

  /** Ends the question that another thread has put, with an error; does nothing where none is. */
  void cancel();
}
