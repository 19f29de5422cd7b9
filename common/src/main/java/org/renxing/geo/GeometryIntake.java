package org.renxing.geo;

import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;

/** Reads the geometry of rows and judges it; nothing fails. */
public final class GeometryIntake {
  private GeometryIntake() {}

  /**
   * The place that a cell gives.
   *
   * @param cell text in the encoding of the form, which is not longitude and latitude; empty for
   *     none
   */
  public static PlaceFinding read(GeometryForm form, String cell) {
    GeometryDefect.Finding found = new GeometryReading(form).read(cell);
    return found
        .defect()
        .map(defect -> PlaceFinding.of(defect, found.what()))
        .orElseGet(() -> PlaceFinding.sound(Place.of(found.geometry().orElseThrow())));
  }

  /** The point at a longitude and latitude, as texts of degrees; empty for none. */
  public static PlaceFinding read(Extent extent, String lon, String lat) {
    if (Blanks.areAll(lon) && Blanks.areAll(lat)) {
      return PlaceFinding.of(GeometryDefect.EMPTY_GEOMETRY, "longitude and latitude are blank");
    }
    String at = "(" + lon + ", " + lat + ")";
    double x = DecimalMark.POINT.value(lon);
    double y = DecimalMark.POINT.value(lat);
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return PlaceFinding.of(GeometryDefect.BAD_GEOMETRY, at + " is no pair of numbers");
    }
    if (extent.has(x, y)) {
      return PlaceFinding.sound(Place.point(x, y));
    }
    return extent.has(y, x)
        ? PlaceFinding.of(
            GeometryDefect.SWAPPED_AXES,
            at + " lies in the declared extent only with longitude and latitude exchanged")
        : PlaceFinding.of(
            GeometryDefect.OUT_OF_EXTENT,
            at + " lies outside the declared extent, " + extent.text());
  }
}
