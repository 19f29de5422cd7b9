package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * One way of telling types of units apart (methods: types).
 *
 * @param id published as {@code typology_id}
 * @param features scores and variables of the scenario; see {@link Scenario#measures}
 */
public record Typology(
    @Key(isUnique = true) String id, @Key(names = Key.MEASURE) List<String> features)
    implements Serializable {

  public Typology {
    features = List.copyOf(features);
    if (features.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "types " + id + ": needs one feature or more");
    }
  }
}
