package org.renxing.geo;

import java.util.Optional;

/**
 * A place as a row gives it, or what is wrong with that.
 *
 * @param place {@link Place#NONE} where there is a defect
 * @param what the defect in words; empty for none
 */
public record PlaceFinding(Place place, Optional<GeometryDefect> defect, String what) {
  static PlaceFinding sound(Place place) {
    return new PlaceFinding(place, Optional.empty(), "");
  }

  static PlaceFinding of(GeometryDefect defect, String what) {
    return new PlaceFinding(Place.NONE, Optional.of(defect), what);
  }
}
