package org.renxing.jobs.diff;

import java.util.Set;
import java.util.TreeSet;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * What is compared, and how.
 *
 * @param tables the only ones to compare; all of both releases where it is empty
 * @param tolerance the largest relative difference of doubles that count as equal, from 0
 * @param limit differences of each kind that are named of a table, from 0
 * @param top largest movers that are named of a table, by score and by rank, from 0
 */
public record DiffOptions(Set<TableName> tables, double tolerance, int limit, int top) {
  public DiffOptions {
    tables = new TreeSet<>(tables);
    if (!(tolerance >= 0 && tolerance < 1)) {
      throw new RenxingException(
          ErrorCode.USAGE, "diff --tolerance " + tolerance + ": a number from 0 to below 1");
    }
    if (top < 0) {
      throw new RenxingException(ErrorCode.USAGE, "diff --top " + top + ": a number from 0");
    }
    if (limit < 0) {
      throw new RenxingException(ErrorCode.USAGE, "diff --limit " + limit + ": a number from 0");
    }
  }
}
