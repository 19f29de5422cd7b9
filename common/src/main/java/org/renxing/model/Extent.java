package org.renxing.model;

import java.io.Serializable;

/**
 * A box of longitude and latitude in degrees, borders included, that a source declares its places
 * to lie in. It does not cross the antimeridian.
 */
public record Extent(double west, double south, double east, double north) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The whole Earth. */
  public static final Extent WORLD = new Extent(-180, -90, 180, 90);

  public Extent {
    boolean isSound =
        west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
    if (!isSound) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "extent: west %s, south %s, east %s, north %s; must be degrees with -180 <= west < east <= 180 and -90 <= south < north <= 90; an extent across the antimeridian must be split into two sources"
              .formatted(west, south, east, north));
    }
  }

  /** Whether a place lies in it; never where a coordinate is no number. */
  public boolean has(double lon, double lat) {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }

  /** Whether a whole box lies in it. */
  public boolean covers(double fromLon, double fromLat, double toLon, double toLat) {
    return has(fromLon, fromLat) && has(toLon, toLat);
  }

  /** Its text in messages. */
  public String text() {
    return "longitude %s to %s, latitude %s to %s".formatted(west, east, south, north);
  }
}
