package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import org.renxing.geo.PatchPiece;

/** A piece of a sound patch. */
record PatchPart(Patch patch, PatchPiece piece) implements Serializable {
  private static final long serialVersionUID = 1L;
}
