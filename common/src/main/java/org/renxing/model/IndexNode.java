package org.renxing.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node of an index hierarchy: an inner node has children, a leaf has an indicator.
 *
 * @param weight its fixed weight among its siblings, used by the weighting method {@code fixed},
 *     and for a system, as it stands, by {@code system-weights = published}
 */
public record IndexNode(
    String code,
    String nameZh,
    String nameEn,
    @Key(or = "1", is = "above 0") double weight,
    Optional<Indicator> indicator,
    List<IndexNode> children) {

  public IndexNode {
    children = List.copyOf(children);
    if (indicator.isPresent() != children.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "index node " + code + ": needs either children or an expression, not both or neither");
    }
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "index node " + code + ": weight must be a finite number above 0, found " + weight);
    }
  }

  /** The indicators at or below this node, depth first. */
  public Stream<Indicator> indicators() {
    return indicator.isPresent()
        ? indicator.stream()
        : children.stream().flatMap(IndexNode::indicators);
  }

  /** This node and all inner nodes below it, depth first; empty for a leaf. */
  public Stream<IndexNode> innerNodes() {
    return indicator.isPresent()
        ? Stream.empty()
        : Stream.concat(Stream.of(this), children.stream().flatMap(IndexNode::innerNodes));
  }
}
