package org.renxing.jobs.bronze;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The files of a source that may be forgotten: those that were taken in and are no longer there.
 *
 * @param known names of files that count
 * @param here names of files that are there
 */
public record Missing(String source, Collection<String> known, Collection<String> here) {
  public Missing {
    known = List.copyOf(known);
    here = List.copyOf(here);
  }

  /**
   * Whether a file counts and is no longer there.
   *
   * @throws RenxingException USAGE where it is there
   */
  public boolean isHeld(String name) {
    if (here.contains(name)) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "forget: source %s: file %s is there; only what is no longer there can be forgotten; take the file out of the folder of the source first"
              .formatted(source, name));
    }
    return known.contains(name);
  }

  /** The error for a name that was never taken in. */
  public RenxingException unknown(String name) {
    TreeSet<String> missing = new TreeSet<>(known);
    missing.removeAll(here);
    return new RenxingException(
        ErrorCode.USAGE,
        "forget: source %s: no file %s was taken in; %s"
            .formatted(
                source,
                name,
                missing.isEmpty()
                    ? "no file of this source is missing"
                    : "no longer there are " + String.join(", ", missing)));
  }
}
