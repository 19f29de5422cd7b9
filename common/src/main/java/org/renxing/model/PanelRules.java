package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * By what declarations of base indicators their figures can be checked against each other, over all
 * units and years.
 *
 * @param steady indicators that hardly change from year to year unless the territory does
 * @param steadyStep share of change up to which a step of a steady indicator is never suspect
 * @param dimensions indicators of one dimension, which a slip could exchange; each group by code
 * @param distinct groups of indicators that cannot be equal, such as residents and registered
 *     persons
 * @param perHead rates per head with their totals
 */
public record PanelRules(
    List<String> steady,
    @Key(is = "above 0") double steadyStep,
    List<List<String>> dimensions,
    List<List<String>> distinct,
    List<PerHead> perHead)
    implements Serializable {
  /** No checks. */
  public static final PanelRules NONE =
      new PanelRules(List.of(), 0.03, List.of(), List.of(), List.of());

  public PanelRules {
    steady = List.copyOf(steady);
    dimensions = dimensions.stream().map(List::copyOf).toList();
    distinct = distinct.stream().map(List::copyOf).toList();
    perHead = List.copyOf(perHead);
    if (!(steadyStep > 0)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "quality: steady-step must be above 0, found " + steadyStep);
    }
  }
}
