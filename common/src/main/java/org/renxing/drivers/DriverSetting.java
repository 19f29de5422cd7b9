package org.renxing.drivers;

import java.io.Serializable;
import java.util.List;
import org.renxing.model.PolicyEvent;
import org.renxing.space.NeighbourRule;
import org.renxing.territory.UnitDirectory;

/**
 * What the analyses of a scenario have in common.
 *
 * @param events dated policies, by which models name them
 * @param rule who is whose neighbour
 * @param seed of what is drawn at random: standard errors of spatial effects
 * @param units where they lie
 */
public record DriverSetting(
    List<PolicyEvent> events, NeighbourRule rule, long seed, UnitDirectory units)
    implements Serializable {
  public DriverSetting {
    events = List.copyOf(events);
  }
}
