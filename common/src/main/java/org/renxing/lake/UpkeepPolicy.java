package org.renxing.lake;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * What upkeep keeps of a lake.
 *
 * @param keep how many of the newest releases
 * @param grace how long files stay after no reader can come to them any more, for those who read
 *     them already
 * @param logDays how many days of {@code ops.run} and {@code ops.step}
 * @param frozen ids of releases that scenarios refer to
 * @param lineage versions of tables that releases were made from, as far as they are to be traced
 */
public record UpkeepPolicy(
    int keep,
    Duration grace,
    int logDays,
    Set<String> frozen,
    Function<Collection<Releases.Release>, Map<TableName, Set<Long>>> lineage) {
  public UpkeepPolicy {
    frozen = Set.copyOf(frozen);
    if (keep < 1) {
      throw new RenxingException(
          ErrorCode.USAGE, "maintain --keep " + keep + ": give a number of releases from 1");
    }
  }
}
