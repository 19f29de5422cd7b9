package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * One look at what may drive a score (methods: drivers).
 *
 * @param id published as {@code driver_id}
 * @param response a score or variable of the scenario; see {@link Scenario#measures}
 * @param candidates what may drive it, of the same
 */
public record DriverAnalysis(
    @Key(isUnique = true) String id,
    @Key(names = Key.MEASURE) String response,
    @Key(names = Key.MEASURE) List<String> candidates)
    implements Serializable {

  public DriverAnalysis {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "drivers " + id + ": needs one candidate or more");
    }
  }
}
