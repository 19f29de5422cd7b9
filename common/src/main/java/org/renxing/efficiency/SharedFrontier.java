package org.renxing.efficiency;

import java.io.Serializable;
import java.util.List;
import org.renxing.dea.Returns;

/**
 * Columns whose frontier several programmes share. Technologies of any returns to scale lie within
 * that of variable returns, so its frontier holds all the others'.
 *
 * @param scheme the weight scheme whose scores are read
 * @param groupColumn units of different value are never compared; empty where all are
 * @param widest returns to scale of the frontier
 * @param layers how many layers of frontiers are kept
 */
public record SharedFrontier(
    String scheme,
    List<String> inputs,
    List<String> outputs,
    String groupColumn,
    Returns widest,
    int layers)
    implements Serializable {

  boolean hasColumns(SharedFrontier other) {
    return scheme.equals(other.scheme)
        && inputs.equals(other.inputs)
        && outputs.equals(other.outputs)
        && groupColumn.equals(other.groupColumn);
  }

  /** One that serves both. */
  SharedFrontier and(SharedFrontier other) {
    return new SharedFrontier(
        scheme,
        inputs,
        outputs,
        groupColumn,
        widest == other.widest ? widest : Returns.VRS,
        Math.max(layers, other.layers));
  }
}
