package org.renxing.territory;

import java.io.Serializable;
import org.renxing.panel.Merge;

/**
 * Territory that moved between two units.
 *
 * @param year first year in which the move is in force
 * @param kind merge, split, carve_out or dissolve
 * @param from unit that gave; empty for one outside the list of units
 * @param to unit that received
 * @param isWhole whether all of the giving unit went to the receiving one
 */
public record Move(int year, String kind, String from, String to, boolean isWhole)
    implements Serializable {
  /** Whether a unit passed over whole to another one. */
  public boolean isMerge() {
    return isWhole && kind.equals(Merge.KIND) && !from.isEmpty();
  }

  /** Whether the giving unit ended: it went whole, or was split up or dissolved. */
  boolean isEnd() {
    return isMerge() || kind.equals("split") || kind.equals("dissolve");
  }

  /** The move in words: {@code carve_out:340800>340700}. */
  public String text() {
    return kind + ":" + (from.isEmpty() ? "outside" : from) + ">" + to;
  }
}
