package org.renxing.jobs.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.lake.Releases;
import org.renxing.lake.TableState;

/**
 * A part of a table that differs between two releases.
 *
 * @param rowsBefore rows that the earlier release holds; 0 where the part is new
 */
record Changed(
    @JsonProperty String table,
    @JsonProperty String scenario,
    @JsonProperty long rowsBefore,
    @JsonProperty long rows) {

  /** What is new or has another content, of these scenarios and of what belongs to none. */
  static List<Changed> between(
      Releases.Release before, Releases.Release after, List<String> scenarios) {
    Map<String, Releases.Entry> known = new HashMap<>();
    before.entries().forEach(entry -> known.put(entry.table() + " " + entry.scenario(), entry));
    List<Changed> out = new ArrayList<>();
    for (Releases.Entry entry : after.entries()) {
      Releases.Entry old = known.get(entry.table() + " " + entry.scenario());
      boolean isShown =
          scenarios.contains(entry.scenario()) || entry.scenario().equals(TableState.WHOLE);
      if (isShown && (old == null || !old.contentHash().equals(entry.contentHash()))) {
        out.add(
            new Changed(
                entry.table().name(),
                entry.scenario(),
                old == null ? 0 : old.rows(),
                entry.rows()));
      }
    }
    return out;
  }
}
