package org.renxing.dea;

import java.io.Serializable;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * What production is held to be possible: reference units, their combinations under the returns to
 * scale, and everything that uses more or makes less. Small and serialisable: fit to broadcast.
 *
 * @param reference the reference units, one at least
 * @param returns returns to scale
 */
public record Technology(Observations reference, Returns returns) implements Serializable {
  public Technology {
    if (reference.size() == 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "DEA: the reference set is empty; one unit at least is needed");
    }
  }

  /** A new evaluator against this technology; one a thread. */
  public Evaluator evaluator() {
    return new FacetEvaluator(this);
  }
}
