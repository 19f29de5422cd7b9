package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * What the pixels of a grid may be.
 *
 * @param noData values that stand for no data, beside that of a file's tag
 * @param isTagHeeded whether the value of a file's tag, and a pixel that is no number, are no data
 * @param mayBeNegative whether a value below 0 is possible
 */
public record PixelRules(List<NoDataMark> noData, boolean isTagHeeded, boolean mayBeNegative)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The word that sets the tags of files aside. */
  public static final String NONE = "none";

  /** Beyond this, of either sign, nothing is measured. */
  public static final double MOST = 1e30;

  public PixelRules {
    noData = List.copyOf(noData);
  }

  /** Those of a source that says nothing: no data by the tag, and no value below 0. */
  public static PixelRules usual() {
    return new PixelRules(List.of(), true, false);
  }

  /** Whether a pixel that is not no data can have been measured. */
  public boolean isPossible(double value) {
    return Math.abs(value) <= MOST && (mayBeNegative || value >= 0);
  }

  /** As text: what the pixels come to mean. */
  public String contract() {
    return noData.stream().map(NoDataMark::text).toList() + " " + isTagHeeded + " " + mayBeNegative;
  }
}
