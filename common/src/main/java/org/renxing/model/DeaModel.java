package org.renxing.model;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * One way of measuring how well a unit's systems go together by data envelopment analysis: each
 * system in turn stands alone against the others (methods: DEA coordination; R eq. 9–12).
 *
 * @param id published as {@code model}
 * @param scheme the weight scheme whose system scores are read
 * @param systems codes of two or more systems, each of which stands alone once
 * @param epsilon of θ − ε·S; it takes no part in solving
 * @param isScaled whether scale efficiency and returns to scale are computed too; radial only
 */
public record DeaModel(
    @Key(isUnique = true) String id,
    @Key(names = Key.WEIGHT_SCHEME, isOrKnown = true) String scheme,
    @Key(names = Key.SYSTEM, isOrKnown = true) List<String> systems,
    @Key(or = "text") Reading reading,
    @Key(value = "model", or = "radial") Kind kind,
    @Key(or = "crs") Returns returns,
    @Key(or = "input") Orientation orientation,
    @Key(or = "contemporaneous") DeaReference reference,
    @Key(or = "1e-6", is = "above 0 and at most 0.001") double epsilon,
    @Key(value = "scale", or = "true") boolean isScaled)
    implements Serializable {

  public DeaModel {
    systems = List.copyOf(systems);
    if (systems.size() < 2 || new HashSet<>(systems).size() < systems.size()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "dea " + id + ": needs two or more systems, each once; found " + systems);
    }
    if (!(epsilon > 0 && epsilon <= 0.001)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "dea " + id + ": epsilon must be above 0 and at most 0.001, found " + epsilon);
    }
  }

  /** The model of R: CCR, input-oriented, each year for itself, read as its text says. */
  public static DeaModel ccr(String id, String scheme, List<String> systems) {
    return new DeaModel(
        id,
        scheme,
        systems,
        Reading.TEXT,
        Kind.RADIAL,
        Returns.CRS,
        Orientation.INPUT,
        DeaReference.contemporaneous(),
        1e-6,
        true);
  }

  /** What the system that stands alone is. */
  public enum Reading {
    /** The one output, the others the inputs, as the paper's text says. */
    TEXT,
    /** The one input, the others the outputs, as its equations 11 and 12 have it. */
    FORMULA
  }

  /** What is measured. */
  public enum Kind {
    /** θ or φ (Charnes, Cooper and Rhodes 1978; Banker, Charnes and Cooper 1984). */
    RADIAL,
    /** The same against the others only (Andersen and Petersen 1993). */
    SUPER,
    /** The slacks-based measure ρ, not oriented (Tone 2001). */
    SBM
  }

  /** Returns to scale. */
  public enum Returns {
    CRS,
    VRS,
    NIRS,
    NDRS
  }

  /** What moves towards the frontier; of no account for {@link Kind#SBM}. */
  public enum Orientation {
    INPUT,
    OUTPUT
  }
}
