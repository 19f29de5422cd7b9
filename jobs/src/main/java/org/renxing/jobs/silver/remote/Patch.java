package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import java.util.List;
import org.renxing.geo.PatchPiece;
import org.renxing.jobs.silver.Reason;
import org.renxing.model.RemoteField;

/**
 * A patch of land.
 *
 * @param areaKm2 of all of it; 0 where neither geometry nor stated area gives it
 * @param pieces into which borders divide it; none of a faulty one
 */
record Patch(RemoteObservation row, double areaKm2, List<PatchPiece> pieces)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  Patch {
    pieces = List.copyOf(pieces);
  }

  /** A row whose area, where it is known, is that of its geometry, or else the stated one. */
  static Patch of(RemoteObservation row) {
    double drawn = row.place().areaKm2();
    double area = Double.isNaN(drawn) ? row.figure(RemoteField.STATED_AREA_KM2) : drawn;
    boolean isSized = area != 0 && !Double.isNaN(area);
    Reason unsized = new Reason("NO_AREA", "neither geometry nor stated area gives its area");
    return isSized ? new Patch(row, area, List.of()) : new Patch(row.or(unsized), 0, List.of());
  }

  /** The same, divided. */
  Patch in(List<PatchPiece> itsPieces) {
    return new Patch(row, areaKm2, itsPieces);
  }

  /** The same, with a fault if it had none. */
  Patch or(Reason fault) {
    return new Patch(row.or(fault), areaKm2, pieces);
  }

  /** Within its family and year. */
  String name() {
    return row.id() + " of " + row.source();
  }

  /** Its family and year, within which patches must not overlap. */
  String group() {
    return row.family().text() + " " + row.year();
  }
}
