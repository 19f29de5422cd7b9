package org.renxing.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** What can be wrong with a geometry, by name; the names are reasons in quarantine. */
public enum GeometryDefect {
  /** Cannot be read, or is no valid geometry; with the reason and, for the latter, the place. */
  BAD_GEOMETRY,
  /** There is none. */
  EMPTY_GEOMETRY,
  /** Outside the declared extent, and inside with longitude and latitude exchanged. */
  SWAPPED_AXES,
  /** Outside the declared extent, wholly or in part. */
  OUT_OF_EXTENT,
  /** A point where an area is needed, or the reverse; lines and collections. */
  WRONG_GEOMETRY_TYPE,
  /** All of it lies on one line. */
  ZERO_AREA;

  /** This defect, said of a geometry. */
  Finding of(String what) {
    return new Finding(Optional.empty(), Optional.of(this), what);
  }

  /**
   * A geometry, or a defect and what it is.
   *
   * @param geometry where sound: an area in the plane, a point in degrees as it came
   */
  record Finding(Optional<Geometry> geometry, Optional<GeometryDefect> defect, String what) {
    static Finding sound(Geometry geometry) {
      return new Finding(Optional.of(geometry), Optional.empty(), "");
    }
  }
}
