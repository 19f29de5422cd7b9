package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * How a scenario judges resource-based cities.
 *
 * @param exhaustion how the three rules of exhaustion make one verdict
 * @param baseYear year with which output and employment are compared
 * @param eventSpan years before and after a policy event over which growth is measured
 * @param events the events that are looked at
 */
public record ResourceRules(
    Verdict exhaustion,
    @Key(is = "from 1900 to 2200") int baseYear,
    @Key(is = "from 1 to 20") int eventSpan,
    List<PolicyEvent> events)
    implements Serializable {

  /** Years before and after an event unless said otherwise. */
  public static final int EVENT_SPAN = 3;

  public ResourceRules {
    events = List.copyOf(events);
  }

  /** How rules make a verdict. */
  public enum Verdict {
    /** Exhausted where any rule holds. */
    ANY,
    /** Exhausted where all rules hold. */
    ALL
  }
}
