package org.renxing.drivers;

import java.io.Serializable;
import java.util.List;

/**
 * What an analysis came to.
 *
 * @param id of the analysis
 * @param periods of the detector: all years together first; none where it is not wanted
 * @param models in the order of the analysis
 */
public record DriverAnswer(
    String id, String response, List<DetectorAnswer> periods, List<ModelAnswer> models)
    implements Serializable {
  public DriverAnswer {
    periods = List.copyOf(periods);
    models = List.copyOf(models);
  }
}
