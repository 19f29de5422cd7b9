package org.renxing.jobs.silver.remote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.renxing.geo.Place;
import org.renxing.geo.ZoneIndex;
import org.renxing.jobs.silver.Reason;
import org.renxing.records.Records;

/** Rows that a point places. */
final class RemotePoints {
  private static final int DECIMALS = 5;

  private RemotePoints() {}

  /** The rows with unit and zone; a row outside all units has a fault. */
  static Records<RemoteObservation> of(Records<RemoteObservation> rows, ZoneIndex zones) {
    return rows.map(
        row -> {
          RemoteObservation placed = placed(row, zones);
          return placed.isSound() ? placed.lean() : placed;
        });
  }

  private static RemoteObservation placed(RemoteObservation row, ZoneIndex zones) {
    if (!row.isOpen()) {
      return row;
    }
    Place place = row.place();
    return zones
        .find(place.lon(), place.lat())
        .map(piece -> row.in(piece.unit(), piece.zone()))
        .orElseGet(
            () ->
                row.or(
                    new Reason(
                        "OUTSIDE_UNITS",
                        "at "
                            + rounded(place.lon())
                            + ", "
                            + rounded(place.lat())
                            + " is outside the outlines of all units")));
  }

  private static double rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }
}
