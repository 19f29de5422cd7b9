package org.renxing.model;

import java.io.Serializable;

/**
 * What happens to missing values (methods: panel). The cap comes first, then the interior of a
 * unit's series, then its ends, then the fallback, then incomplete units are dropped.
 *
 * @param fallbackGroup column of dim_unit whose groups give the median of {@link
 *     Fallback#GROUP_MEDIAN}; {@code all} for the whole year
 * @param cap largest share of the years of one unit's series of one indicator that may be missing
 * @param dropIncomplete whether units that still lack anything leave the panel
 */
public record Imputation(
    @Key(or = "linear") Interior interior,
    @Key(or = "nearest") Ends ends,
    @Key(or = "none") Fallback fallback,
    @Key(or = "all") String fallbackGroup,
    @Key(or = "0.3", is = Key.SHARE) double cap,
    @Key(or = "drop-unit") OverCap overCap,
    boolean dropIncomplete,
    @Key(or = "derived") Basis basis)
    implements Serializable {

  public Imputation {
    if (!(cap >= 0 && cap <= 1)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "missing.cap: a share between 0 and 1, found " + cap);
    }
  }

  /** Between two known values of a unit's series. */
  public enum Interior {
    LINEAR,
    NONE
  }

  /** Before the first and after the last known value. */
  public enum Ends {
    NEAREST,
    LINEAR_EXTRAPOLATE,
    NONE
  }

  /** For what is still missing. */
  public enum Fallback {
    NONE,
    GROUP_MEDIAN
  }

  /** When a unit misses more than the cap in any indicator. */
  public enum OverCap {
    DROP_UNIT,
    STOP
  }

  /** Which values are imputed: derived indicators, or base indicators before derivation. */
  public enum Basis {
    DERIVED,
    BASE
  }
}
