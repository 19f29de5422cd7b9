package org.renxing.spatialregression;

/** Which spatial dependence a regression has. */
public enum SpatialModel {
  /** y = ρWy + Xβ + ε. */
  LAG(true, false),
  /** y = Xβ + u, u = λWu + ε. */
  ERROR(false, false),
  /** y = ρWy + Xβ + WXθ + ε. */
  DURBIN(true, true),
  /** y = Xβ + WXθ + u, u = λWu + ε. */
  DURBIN_ERROR(false, true);

  private final boolean hasLag;
  private final boolean isLagged;

  SpatialModel(boolean hasLag, boolean isLagged) {
    this.hasLag = hasLag;
    this.isLagged = isLagged;
  }

  /** Whether Wy explains y; else the errors are dependent. */
  public boolean hasLag() {
    return hasLag;
  }

  /** Whether WX explains y. */
  public boolean hasLaggedRegressors() {
    return isLagged;
  }

  /** What the spatial parameter is called. */
  public String parameter() {
    return hasLag ? "rho" : "lambda";
  }
}
